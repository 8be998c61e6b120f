import type { Selectable } from 'kysely';
import { bulkDelete, bulkSelect, bulkUpsert } from '../bulk.ts';
import type { Db, SearchSource, Tables } from '../tables.ts';
import { packPlaces, unpackPlaces } from './packed-places.ts';

/** Where a term stands: places that come to its blocks, and such as leave them. */
export interface TermChange {
  source: SearchSource;
  term: string;
  added: readonly number[];
  removed: readonly number[];
}

type Block = Selectable<Tables['search_block']>;

/** Places in a block when it is written; it may grow to twice as many before it is parted. */
const PLACES_A_BLOCK = 512;
/** Terms whose blocks are asked for in one statement. */
const TERMS_TOGETHER = 500;

const KEY = ['workspace_id', 'source', 'term', 'place'] as const;
const selectBlocks = bulkSelect('search_block', [...KEY, 'places'], KEY);
const selectStarts = bulkSelect(
  'search_block',
  ['source', 'term', 'place'],
  ['workspace_id', 'source', 'term'],
);
const deleteBlocks = bulkDelete('search_block', KEY);
const putBlocks = bulkUpsert('search_block', [...KEY, 'places'], KEY, { replace: ['places'] });

/** Brings the blocks of terms up to date, each term once. Only one transaction may do so at a time for a workspace. */
export async function changeBlocks(
  db: Db,
  workspaceId: string,
  changes: readonly TermChange[],
): Promise<void> {
  for (let from = 0; from < changes.length; from += TERMS_TOGETHER) {
    const some = changes.slice(from, from + TERMS_TOGETHER);
    const starts = await startsOf(db, workspaceId, some);
    const touched = some.map((change) => touchedStarts(starts.get(keyOf(change)) ?? [], change));
    const keys = some.flatMap(({ source, term }, at) =>
      (touched[at] ?? []).map((place) => ({ workspace_id: workspaceId, source, term, place })),
    );
    const loaded = Map.groupBy(await selectBlocks(db, keys), keyOf);
    const written = some.flatMap((change) => rewritten(workspaceId, loaded.get(keyOf(change)) ?? [], change));
    const kept = new Set(written.map(blockKey));
    await deleteBlocks(
      db,
      keys.filter((key) => !kept.has(blockKey(key))),
    );
    await putBlocks(db, written);
  }
}

/** Where the blocks of these terms begin, ascending, by `keyOf`. */
async function startsOf(
  db: Db,
  workspaceId: string,
  changes: readonly TermChange[],
): Promise<Map<string, number[]>> {
  const rows = await selectStarts(
    db,
    changes.map(({ source, term }) => ({ workspace_id: workspaceId, source, term })),
  );
  return new Map(
    [...Map.groupBy(rows, keyOf)].map(([key, its]) => [
      key,
      its.map(({ place }) => Number(place)).toSorted((a, b) => a - b),
    ]),
  );
}

/** The blocks in which the places of a change lie, or next to which. */
function touchedStarts(starts: readonly number[], { added, removed }: TermChange): number[] {
  const touched = new Set<number>();
  for (const place of [...added, ...removed]) {
    const after = starts.findIndex((start) => start > place);
    const own = starts[(after === -1 ? starts.length : Math.max(after, 1)) - 1];
    if (own !== undefined) touched.add(own);
  }
  return [...touched];
}

function rewritten(workspaceId: string, blocks: readonly Block[], change: TermChange): Block[] {
  const { source, term, added, removed } = change;
  const places = new Set(blocks.flatMap((block) => unpackPlaces(Number(block.place), block.places)));
  for (const place of removed) places.delete(place);
  for (const place of added) places.add(place);
  const ordered = [...places].toSorted((a, b) => a - b);
  return runsWithin(ordered, blocks).flatMap((run) =>
    parted(run).map((part) => {
      const place = part[0] ?? 0;
      return { workspace_id: workspaceId, source, term, place, places: packPlaces(place, part) };
    }),
  );
}

/** Blocks that are rewritten may have others between them: a part never reaches over the beginning of one. */
function runsWithin(places: readonly number[], blocks: readonly Block[]): number[][] {
  const starts = blocks.map(({ place }) => Number(place)).toSorted((a, b) => a - b);
  const runs = Map.groupBy(places, (place) => {
    const after = starts.findIndex((start) => start > place);
    return Math.max((after === -1 ? starts.length : after) - 1, 0);
  });
  return [...runs.values()];
}

function parted(places: readonly number[]): number[][] {
  if (places.length <= 2 * PLACES_A_BLOCK) return [[...places]];
  const parts: number[][] = [];
  for (let from = 0; from < places.length; from += PLACES_A_BLOCK)
    parts.push(places.slice(from, from + PLACES_A_BLOCK));
  return parts;
}

const keyOf = ({ source, term }: Pick<TermChange, 'source' | 'term'>): string => `${source} ${term}`;
const blockKey = ({ source, term, place }: Pick<Block, 'source' | 'term' | 'place'>): string =>
  `${source} ${term} ${place}`;
