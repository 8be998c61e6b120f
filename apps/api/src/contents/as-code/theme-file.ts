import { widgetApi } from '@banso/contract';
import type { ContentFile } from '@banso/contract/as-code';
import { ThemeCreate } from '@banso/contract/theme';
import type { Look, ThemeRecord } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { FieldError } from '../../errors.ts';
import { withoutUndefined } from '../../without-undefined.ts';
import { ENDING, type Lookup, type ReadTheme, understood } from './read-file.ts';
import { themeReference } from './references.ts';
import { yamlOf } from './yaml-text.ts';

/** What a file says of a theme. */
export interface FiledTheme {
  name: string;
  look: Look;
}

const FileSchema = z.strictObject({ name: ThemeCreate.shape.name, look: widgetApi.Theme });

/** Writes a theme; the same one always gives the same file. */
export const themeFile = (theme: ThemeRecord): ContentFile => ({
  path: `${themeReference(theme)}${ENDING}`,
  text: yamlOf(canonicalTheme(theme)),
});

/** @returns the theme, or everything that is wrong with it, by file, line and field. */
export function filedTheme(file: ReadTheme, find: Lookup): FiledTheme | FieldError[] {
  const read = understood(file, FileSchema, find);
  return Array.isArray(read) ? read : { name: read.name, look: withoutUndefined(read.look) };
}

/** What a file says of a theme, with its fields in the order of their schema. */
export function canonicalTheme({ name, look }: FiledTheme): FiledTheme {
  const parsed = widgetApi.Theme.safeParse(look);
  return { name, look: parsed.success ? withoutUndefined(parsed.data) : look };
}
