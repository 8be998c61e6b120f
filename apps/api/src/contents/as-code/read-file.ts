import type { ContentFile } from '@banso/contract/as-code';
import type { z } from '@hono/zod-openapi';
import type { FieldError } from '../../errors.ts';
import { unstorableAt } from '../../storable.ts';
import { type Kind, KINDS } from '../kinds.ts';
import { ownIdsIn, SEGMENTS, THEMES, withIds } from './references.ts';
import { parseYaml, type ReadYaml, YamlError } from './yaml-text.ts';

/** A file that is YAML; whether it is what it should be has to be seen in the workspace. */
interface Readable {
  path: string;
  slug: string;
  /** What other files call it. */
  reference: string;
  yaml: ReadYaml;
}

/** A file of a content. */
export interface ReadContent extends Readable {
  of: 'content';
  kind: Kind;
}

/** A file of a saved segment. */
export interface ReadSegment extends Readable {
  of: 'segment';
}

/** A file of a theme. */
export interface ReadTheme extends Readable {
  of: 'theme';
}

export type ReadFile = ReadContent | ReadSegment | ReadTheme;

/** What is asked of the workspace, and of the other files. */
export interface Lookup {
  byName: (name: string) => string | undefined;
  hasId: (id: string) => boolean;
  /** Somebody of the workspace has this id of ours. */
  hasOwn: (id: string) => boolean;
}

/** The folders of an export; other files are none of ours. */
export const FOLDERS: readonly string[] = [...Object.values(KINDS).map(({ noun }) => noun), SEGMENTS, THEMES];

/** What the names of files end with. */
export const ENDING = '.yaml';

const PATH = new RegExp(`^(${FOLDERS.join('|')})/([a-z0-9][a-z0-9-]{0,79})\\${ENDING}$`);

/** @returns the file as far as it can be read without a workspace, or what is wrong with it. */
export function readFile({ path, text }: ContentFile): ReadFile | FieldError {
  const [, folder, slug] = PATH.exec(path) ?? [];
  if (folder === undefined || slug === undefined)
    return {
      path,
      code: 'unknown_file',
      message: `must be called like ${FOLDERS.join('/, ')}/ and a slug of lower-case letters, digits or -, with the ending ${ENDING}`,
    };
  const kind = Object.values(KINDS).find(({ noun }) => noun === folder);
  const what = kind
    ? { of: 'content' as const, kind }
    : { of: folder === THEMES ? ('theme' as const) : ('segment' as const) };
  try {
    return { path, ...what, slug, reference: `${folder}/${slug}`, yaml: parseYaml(text) };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return { path: atLine(path, error.line), code: 'unreadable', message: error.message };
  }
}

/** @returns what the file says, with the ids of a workspace, or everything that is wrong with it, by file, line and field. */
export function understood<T>(file: ReadFile, schema: z.ZodType<T>, find: Lookup): T | FieldError[] {
  const { yaml } = file;
  const unstorable = unstorableAt(yaml.value);
  if (unstorable !== undefined)
    return [errorAt(file, unstorable.split('.'), 'not_storable', 'must not hold a NUL or half a character')];
  const { value, lost } = withIds(yaml.value, find);
  const parsed = schema.safeParse(value);
  const errors = [
    ...lost.map(({ path, reference, outside }) =>
      outside
        ? errorAt(file, path, 'wrong_reference', `${reference} must begin with ${outside.join('/, ')}/`)
        : errorAt(
            file,
            path,
            'unknown_reference',
            `there is no ${reference} in the files, and none in the workspace`,
          ),
    ),
    ...ownIdsIn(yaml.value)
      .filter(({ id }) => !find.hasOwn(id))
      .map(({ path, id }) =>
        errorAt(
          file,
          path,
          'unknown_here',
          `${id} was given by another workspace, and nobody has it here: list the id that your product uses`,
        ),
      ),
    ...(parsed.error?.issues ?? [])
      // a name that leads nowhere has been told of already
      .filter(({ path }) => !lost.some((one) => path.join('.').startsWith(one.path.slice(0, -1).join('.'))))
      .map(({ path, code, message }) => errorAt(file, path, code, message)),
  ];
  return parsed.success && errors.length === 0 ? parsed.data : errors;
}

/** Says what is wrong by file, line and field. */
export function errorAt(
  { path: file, yaml }: ReadFile,
  path: readonly PropertyKey[],
  code: string,
  message: string,
): FieldError {
  const place = atLine(file, yaml.lineOf(path));
  return { path: [place, path.join('.')].filter((part) => part !== '').join(' '), code, message };
}

const atLine = (file: string, line: number | undefined): string =>
  line === undefined ? file : `${file}:${line}`;
