import type { VariantKey } from '../experiment/variants.ts';
import { VARIANTS } from '../experiment/variants.ts';
import type { ContentBodies } from './body.ts';
import type { ContentKind } from './delivery.ts';

/** The bodies of the variants of a content beside its own, which is the base. */
export type VariantBodies<K extends ContentKind = ContentKind> = {
  readonly [V in VariantKey]?: ContentBodies[K] | undefined;
};

/** What has a body, and with variants several. */
export interface Bodied<K extends ContentKind = ContentKind> {
  body: ContentBodies[K];
  variants?: VariantBodies<K> | undefined;
}

/** One body of a draft, and where it is: its paths have this prefix. */
export interface PlacedBody<K extends ContentKind = ContentKind> {
  /** Null: the base. */
  variant: VariantKey | null;
  /** `variants.b.`, and nothing for the base. */
  prefix: string;
  body: ContentBodies[K];
}

/** Every body of a draft, the base first. */
export function bodiesOf<K extends ContentKind>({ body, variants }: Bodied<K>): PlacedBody<K>[] {
  return [
    { variant: null, prefix: '', body },
    ...VARIANTS.flatMap((variant): PlacedBody<K>[] => {
      const other = variants?.[variant];
      return other ? [{ variant, prefix: `variants.${variant}.`, body: other }] : [];
    }),
  ];
}

/** The body of one variant; undefined: there is no such variant. */
export function bodyOf<K extends ContentKind>(
  { body, variants }: Bodied<K>,
  variant: VariantKey | null,
): ContentBodies[K] | undefined {
  return variant === null ? body : variants?.[variant];
}

/** A draft with one of its bodies in the place of the base, as if there were no other. */
export function asVariant<K extends ContentKind, D extends Bodied<K>>(
  draft: D,
  variant: VariantKey | null,
): D {
  const { variants, ...rest } = draft;
  const body = (variant === null ? undefined : variants?.[variant]) ?? draft.body;
  return { ...rest, body } as D;
}
