import type { WantedTerm } from '@banso/domain/text';
import { hasTerms, indexTerms, indexWords, wantedTerms } from '@banso/domain/text';
import type { Instant } from '@banso/domain/time';
import { MINUTE_MS } from '@banso/domain/time';
import { bulkDelete, bulkInsertIgnore, bulkSelect, bulkUpsert } from '../bulk.ts';
import type { TermChange } from '../search/blocks.ts';
import { changeBlocks } from '../search/blocks.ts';
import { placesOf } from '../search/term-places.ts';
import { LOOKED_UP } from '../sort-order.ts';
import type { Db, SearchSource } from '../tables.ts';

/** What a person wrote: every text of one response, or a message. */
export interface WrittenText {
  source: SearchSource;
  id: string;
  at: Instant;
  texts: readonly string[];
}

interface Entry {
  source: SearchSource;
  id: string;
  place: number;
  words: string;
}

const TEXT_KEY = ['workspace_id', 'source', 'place', 'id'] as const;
const TEXT = [...TEXT_KEY, 'words'] as const;
const TERM = ['workspace_id', 'source', 'term', 'place'] as const;
const selectTexts = bulkSelect('search_text', TEXT, TEXT_KEY);
const selectAt = bulkSelect('search_text', TEXT, ['workspace_id', 'source', 'place']);
const putTexts = bulkUpsert('search_text', TEXT, TEXT_KEY, { replace: ['words'] });
const deleteTexts = bulkDelete('search_text', TEXT_KEY);
const addTerms = bulkInsertIgnore('search_recent', TERM, TERM);
const deleteTerms = bulkDelete('search_recent', TERM);

/**
 * Texts that are looked through, the newest first, before the index is asked for the beginning of a word: what many words begin
 * with stands in most texts, and the index would have to be read for each of these words.
 */
const LOOKED_THROUGH = 200;

/** The place of a text that was written at this time: few bits a term, and few texts that share one. */
export const placeOf = (at: Instant): number => Math.floor(Date.parse(at) / MINUTE_MS);

/** How the words of one source are looked for in another query: the text of one thing in one line. */
export const wordsOf = (texts: readonly string[]): string =>
  texts
    .map(indexWords)
    .filter((words) => words !== '')
    .join(' ');

/** What became of texts: their words now, and which of them were known before. */
export interface PutTexts {
  /** By `source id`; empty: there is nothing to find in it. */
  words: ReadonlyMap<string, string>;
  known: ReadonlySet<string>;
}

/** Names a text among those of all sources. */
export const textKey = ({ source, id }: Pick<WrittenText, 'source' | 'id'>): string => `${source} ${id}`;

/**
 * Takes texts into the index, or brings them up to date; one without words leaves it. For the recorder: what does not stand in a
 * text any more is noted, and leaves the blocks when they are packed next.
 */
export async function put(db: Db, workspaceId: string, written: readonly WrittenText[]): Promise<PutTexts> {
  if (written.length === 0) return { words: new Map(), known: new Set() };
  const entries = written.map(entryOf);
  const known = await knownOf(db, workspaceId, entries);
  const terms = termRows(workspaceId, entries);
  const stale = [...known.values()].flatMap((row) => {
    const now = entries.find(({ source, id }) => source === row.source && id === row.id);
    const stays = new Set(indexTerms(now?.words ?? ''));
    return indexTerms(row.words)
      .filter((term) => !stays.has(term))
      .map((term) => ({ workspace_id: workspaceId, source: row.source, term, place: Number(row.place) }));
  });
  if (stale.length > 0) {
    // where it stands stays until then: somebody else may have said it in the same minute
    await addTerms(db, stale.map(asGone));
    await deleteTerms(db, terms.map(asGone));
  }
  await deleteTexts(
    db,
    entries.filter(({ words }) => words === '').map((entry) => rowOf(workspaceId, entry)),
  );
  const standing = entries.filter(({ words }) => words !== '');
  await putTexts(
    db,
    standing.map((entry) => rowOf(workspaceId, entry)),
  );
  await addTerms(db, terms);
  return putOf(entries, known);
}

const putOf = (entries: readonly Entry[], known: Pick<ReadonlyMap<string, unknown>, 'keys'>): PutTexts => ({
  words: new Map(entries.map((entry) => [textKey(entry), entry.words])),
  known: new Set(known.keys()),
});

/** That a term has left a place: of a text in it that changed. Nothing is written before 1970. */
const asGone = <T extends { place: number }>(row: T): T => ({ ...row, place: -row.place });

async function knownOf(db: Db, workspaceId: string, entries: readonly Entry[]) {
  const rows = await selectTexts(
    db,
    entries.map((entry) => rowOf(workspaceId, entry)),
  );
  return new Map(rows.map((row) => [textKey(row), row]));
}

function entryOf({ source, id, at, texts }: WrittenText): Entry {
  return { source, id, place: placeOf(at), words: wordsOf(texts) };
}

const rowOf = (workspaceId: string, { source, id, place, words }: Entry) => ({
  workspace_id: workspaceId,
  source,
  place,
  id,
  words,
});

const termRows = (workspaceId: string, entries: readonly Entry[]) =>
  entries.flatMap(({ source, place, words }) =>
    indexTerms(words).map((term) => ({ workspace_id: workspaceId, source, term, place })),
  );

/** Texts that were there before there was a search: straight into the blocks. One transaction at a time for a workspace. */
export async function fill(db: Db, workspaceId: string, written: readonly WrittenText[]): Promise<PutTexts> {
  const all = written.map(entryOf);
  const known = await knownOf(db, workspaceId, all);
  const entries = all.filter((entry) => entry.words !== '' && !known.has(textKey(entry)));
  await putTexts(
    db,
    entries.map((entry) => rowOf(workspaceId, entry)),
  );
  await changeBlocks(db, workspaceId, changesOf(termRows(workspaceId, entries)));
  return putOf(entries, known);
}

/**
 * Packs terms that came since the last time. One transaction at a time for a workspace.
 * @returns how many; as many as `limit`: there may be more.
 */
export async function pack(db: Db, workspaceId: string, limit: number): Promise<number> {
  const rows = await db
    .selectFrom('search_recent')
    .select(TERM)
    .where('workspace_id', '=', workspaceId)
    .orderBy('source')
    .orderBy('term')
    .orderBy('place')
    .limit(limit)
    .execute();
  if (rows.length === 0) return 0;
  const recent = rows.map((row) => ({ ...row, place: Number(row.place) }));
  const gone = recent.filter(({ place }) => place < 0).map(asGone);
  const left = await withoutThoseStillSaid(db, workspaceId, gone);
  const leaving = new Set(left.map(termKey));
  const added = recent.filter((row) => row.place >= 0 && !leaving.has(termKey(row)));
  await changeBlocks(db, workspaceId, changesOf(added, left));
  await deleteTerms(db, [...recent, ...left]);
  return rows.length;
}

/** Texts by what they are of and when they were written: their words, where there are any, by `textKey`. */
export async function wordsAt(
  db: Db,
  workspaceId: string,
  texts: readonly Pick<WrittenText, 'source' | 'id' | 'at'>[],
): Promise<Map<string, string>> {
  const known = await knownOf(
    db,
    workspaceId,
    texts.map((text) => ({ ...text, place: placeOf(text.at), words: '' })),
  );
  return new Map([...known].map(([key, { words }]) => [key, words]));
}

/** Takes texts out of the index, and every trace of them. One transaction at a time for a workspace. */
export async function remove(
  db: Db,
  workspaceId: string,
  texts: readonly Pick<WrittenText, 'source' | 'id' | 'at'>[],
): Promise<void> {
  const words = await wordsAt(db, workspaceId, texts);
  const entries = texts.map(({ source, id, at }) => ({
    source,
    id,
    place: placeOf(at),
    words: words.get(textKey({ source, id })) ?? '',
  }));
  await deleteTexts(
    db,
    entries.map((entry) => rowOf(workspaceId, entry)),
  );
  const terms = [...termRows(workspaceId, entries), ...(await goneFrom(db, workspaceId, entries))];
  const left = await withoutThoseStillSaid(db, workspaceId, terms);
  await deleteTerms(db, left);
  await deleteTerms(db, terms.map(asGone));
  await changeBlocks(db, workspaceId, changesOf([], left));
}

/** What these texts said before they were changed, as far as it has not left the blocks. */
async function goneFrom(db: Db, workspaceId: string, entries: readonly Entry[]): Promise<TermRow[]> {
  const places = new Set(entries.map(({ source, place }) => `${source} ${place}`));
  const rows = await db
    .selectFrom('search_recent')
    .select(TERM)
    .where('workspace_id', '=', workspaceId)
    .where('place', '<', 0)
    .execute();
  return rows
    .map((row) => asGone({ ...row, place: Number(row.place) }))
    .filter(({ source, place }) => places.has(`${source} ${place}`));
}

const termKey = ({ source, place, term }: TermRow): string => `${source} ${place} ${term}`;

type TermRow = ReturnType<typeof termRows>[number];

/** Texts of one minute share a place: what the others say stays. */
async function withoutThoseStillSaid(
  db: Db,
  workspaceId: string,
  gone: readonly TermRow[],
): Promise<TermRow[]> {
  const places = Map.groupBy(gone, ({ source, place }) => `${source} ${place}`);
  const rows = await selectAt(
    db,
    [...places.values()].flatMap(([first]) =>
      first ? [{ workspace_id: workspaceId, source: first.source, place: first.place }] : [],
    ),
  );
  const said = new Set(
    rows.flatMap(({ source, place, words }) =>
      indexTerms(words).map((term) => `${source} ${Number(place)} ${term}`),
    ),
  );
  return gone.filter((row) => !said.has(termKey(row)));
}

function changesOf(added: readonly TermRow[], removed: readonly TermRow[] = []): TermChange[] {
  const changes = new Map<
    string,
    { source: SearchSource; term: string; added: number[]; removed: number[] }
  >();
  const of = ({ source, term }: TermRow) => {
    const key = `${source} ${term}`;
    const known = changes.get(key) ?? { source, term, added: [], removed: [] };
    changes.set(key, known);
    return known;
  };
  for (const row of removed) of(row).removed.push(row.place);
  for (const row of added) of(row).added.push(row.place);
  return [...changes.values()];
}

/** What one look at the texts brought. */
interface Portion {
  /** Texts with everything that is asked. */
  ids: string[];
  /** How many texts were looked at. */
  looked: number;
  /** Every text of this place and of later ones has been looked at. */
  backTo: number;
}

/** Looks for the texts with everything that a query asks, the newest minute first; who wants them in order sorts those of one portion. */
async function* matching(
  db: Db,
  workspaceId: string,
  source: SearchSource,
  wanted: readonly WantedTerm[],
  upTo: number,
): AsyncGenerator<Portion> {
  const texts = db
    .selectFrom('search_text')
    .select(['id', 'words', 'place'])
    .where('workspace_id', '=', workspaceId)
    .where('source', '=', source)
    .orderBy('place', 'desc')
    .orderBy('id', 'desc');
  const portion = (rows: readonly { id: string; words: string }[], backTo: number): Portion => ({
    ids: rows.filter(({ words }) => hasTerms(words, wanted)).map(({ id }) => id),
    looked: rows.length,
    backTo,
  });

  let newest = upTo;
  if (wanted.some(({ isPrefix }) => isPrefix)) {
    const rows = await texts.where('place', '<=', newest).limit(LOOKED_THROUGH).execute();
    // the last minute may have more than were read
    const rest = rows.length < LOOKED_THROUGH ? Number.NEGATIVE_INFINITY : Number(rows.at(-1)?.place);
    yield portion(
      rows.filter(({ place }) => Number(place) > rest),
      rest + 1,
    );
    if (rest === Number.NEGATIVE_INFINITY) return;
    newest = rest;
  }
  for await (const places of placesOf(db, workspaceId, source, wanted, newest)) {
    const rows = await texts.where('place', 'in', places).execute();
    yield portion(rows, places.at(-1) ?? newest);
  }
}

/** Whether a query asks for anything: one without letters and digits does not. */
export const isAsked = (words: string | undefined): words is string =>
  words !== undefined && wantedTerms(words).length > 0;

/** The first rows of a list. */
export interface Found<Row> {
  rows: Row[];
  /** Of this time and before, texts were left unseen since too few of those after it fit. Undefined: none was, or there are enough rows. */
  unseenUpTo: Instant | undefined;
}

/**
 * The first rows of a list, the newest first, among texts with all of these words.
 * @param rowsAmong - The rows of the list with these ids, in its order.
 * @param asked.upTo - Where the list goes on; undefined: at its newest.
 */
export async function listMatching<Row>(
  db: Db,
  workspaceId: string,
  { source, words, upTo }: { source: SearchSource; words: string; upTo?: Instant | undefined },
  limit: number,
  rowsAmong: (ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<Found<Row>> {
  const rows: Row[] = [];
  const wanted = wantedTerms(words);
  const newest = upTo === undefined ? Number.MAX_SAFE_INTEGER : placeOf(upTo);
  let left = LOOKED_UP;
  for await (const { ids, looked, backTo } of matching(db, workspaceId, source, wanted, newest)) {
    if (ids.length > 0) rows.push(...(await rowsAmong(ids)));
    if (rows.length >= limit) break;
    left -= looked;
    // the last moment before the minute: however many texts share one, the next page begins behind it
    if (left <= 0) return { rows, unseenUpTo: new Date(backTo * MINUTE_MS - 1).toISOString() };
  }
  return { rows: rows.slice(0, limit), unseenUpTo: undefined };
}

/** Whether at least so many terms wait to be packed. */
export async function isWaiting(db: Db, workspaceId: string, terms: number): Promise<boolean> {
  const row = await db
    .selectFrom('search_recent')
    .select('term')
    .where('workspace_id', '=', workspaceId)
    .orderBy('source')
    .orderBy('term')
    .orderBy('place')
    .offset(terms - 1)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
