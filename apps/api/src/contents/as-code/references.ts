import { common } from '@banso/contract';
import type { ContentKind } from '@banso/domain/content';
import { KINDS } from '../kinds.ts';

/** How files name a content: `surveys/relationship-nps`, which is also its file without the ending. */
export const referenceOf = ({ kind, slug }: { kind: ContentKind; slug: string }): string =>
  `${KINDS[kind].noun}/${slug}`;

/** The folder of saved segments. */
export const SEGMENTS = 'segments';

/** What ids of saved segments begin with. */
export const SEGMENT_PREFIX = 'seg';

/** How files name a saved segment: `segments/admins`. */
export const segmentReference = ({ slug }: { slug: string }): string => `${SEGMENTS}/${slug}`;

/** The folder of themes. */
export const THEMES = 'themes';

/** What ids of themes begin with. */
export const THEME_PREFIX = 'thm';

/** How files name a theme: `themes/brand`. */
export const themeReference = ({ slug }: { slug: string }): string => `${THEMES}/${slug}`;

interface Referring {
  id: string;
  name: string;
  folders: readonly string[];
}

/** How a delivery names the theme that it chooses. */
const WEARING: Referring = { id: 'themeId', name: 'theme', folders: [THEMES] };

/** Conditions that ask for something by its id: the field of the id, that of the name in files, and the folders it is in. */
const REFERRING: Readonly<Record<string, Referring>> = {
  content: { id: 'contentId', name: 'content', folders: Object.values(KINDS).map(({ noun }) => noun) },
  answer: { id: 'surveyId', name: 'survey', folders: [KINDS.survey.noun] },
  segment: { id: 'segmentId', name: 'segment', folders: [SEGMENTS] },
};

/** A reference that leads nowhere, and where it stands. */
export interface LostReference {
  path: string[];
  reference: string;
  /** Folders of which it names none; undefined: what it names is not there. */
  outside?: readonly string[] | undefined;
}

/** A value with its references in the other form, and those that are to nothing. */
export interface Translated {
  value: unknown;
  lost: LostReference[];
}

/** Contents, segments and themes that a draft or a condition asks for, by id, each once. */
export function idsIn(value: unknown): string[] {
  const ids = new Set<string>();
  walk(value, [], (box) => {
    const id = referredIn(box)?.id;
    if (id !== undefined) ids.add(id);
    return undefined;
  });
  return [...ids];
}

/** Ids of ours on the lists of people and accounts, and where they stand: another workspace has none of them. */
export function ownIdsIn(value: unknown): { path: string[]; id: string }[] {
  const found: { path: string[]; id: string }[] = [];
  walk(value, [], (box, path) => {
    const ids: readonly unknown[] = box['type'] === 'list' && Array.isArray(box['ids']) ? box['ids'] : [];
    for (const [index, id] of ids.entries())
      if (typeof id === 'string' && isOwn(id)) found.push({ path: [...path, 'ids', `${index}`], id });
    return undefined;
  });
  return found;
}

const isOwn = (id: string): boolean =>
  common.ContactId.safeParse(id).success || common.AccountId.safeParse(id).success;

/** Names contents, segments and themes like their files instead of by id; an id of nothing stays as it is. */
export function withNames(value: unknown, nameOf: (id: string) => string | undefined): Translated {
  const lost: LostReference[] = [];
  return {
    lost,
    value: walk(value, [], (box, path) => {
      const { field, id } = referredIn(box) ?? {};
      if (field === undefined || id === undefined) return undefined;
      const name = nameOf(id);
      if (name === undefined) lost.push({ path: [...path, field.id], reference: id });
      return name === undefined ? undefined : renamed(box, field.id, field.name, name);
    }),
  };
}

/** Gives contents, segments and themes their ids of one workspace instead of their names; where there is none it stays as it is. */
export function withIds(
  value: unknown,
  find: { byName: (name: string) => string | undefined; hasId: (id: string) => boolean },
): Translated {
  const lost: LostReference[] = [];
  return {
    lost,
    value: walk(value, [], (box, path) => {
      const { field, id: given, name } = referredIn(box) ?? {};
      if (!field) return undefined;
      if (given !== undefined && !find.hasId(given))
        lost.push({ path: [...path, field.id], reference: given });
      if (name === undefined) return undefined;
      const isOutside = !field.folders.some((folder) => name.startsWith(`${folder}/`));
      const id = isOutside ? undefined : find.byName(name);
      if (id !== undefined) return renamed(box, field.name, field.id, id);
      const outside = isOutside ? field.folders : undefined;
      lost.push({ path: [...path, field.name], reference: name, outside });
      return undefined;
    }),
  };
}

type Box = Readonly<Record<string, unknown>>;

/** What a condition asks for, or a delivery chooses; undefined for every other object. */
function referredIn(box: Box) {
  const type = box['type'];
  const asked = typeof type === 'string' && Object.hasOwn(REFERRING, type) ? REFERRING[type] : undefined;
  const field = asked ?? (WEARING.id in box || WEARING.name in box ? WEARING : undefined);
  if (!field) return undefined;
  const [id, name] = [box[field.id], box[field.name]];
  return {
    field,
    id: typeof id === 'string' ? id : undefined,
    name: typeof name === 'string' ? name : undefined,
  };
}

/** A copy with one field under another name, in the same place. */
const renamed = (box: Box, from: string, to: string, value: string): Box =>
  Object.fromEntries(Object.entries(box).map(([key, old]) => (key === from ? [to, value] : [key, old])));

/** A copy of a JSON value; objects for which `replace` answers something are that instead. */
function walk(
  value: unknown,
  path: readonly string[],
  replace: (box: Box, path: readonly string[]) => Box | undefined,
): unknown {
  if (Array.isArray(value)) return value.map((one, index) => walk(one, [...path, `${index}`], replace));
  if (typeof value !== 'object' || value === null) return value;
  const here = replace(value as Box, path) ?? value;
  return Object.fromEntries(
    Object.entries(here).map(([key, inner]) => [key, walk(inner, [...path, key], replace)]),
  );
}
