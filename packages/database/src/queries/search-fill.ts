import { notePieces } from '@banso/domain/text';
import type { Instant } from '@banso/domain/time';
import type { Db, SearchSource } from '../tables.ts';
import type { WrittenText } from './search.ts';

/** How far one source has been taken in. */
interface Progress {
  at: Instant;
  id: string;
}

/** What is next to take in of a source; `progress` is null once nothing is left. */
export interface FillStep {
  texts: WrittenText[];
  progress: Progress | null;
}

type Reader = (db: Db, workspaceId: string, after: Progress, limit: number) => Promise<WrittenText[]>;

/** Texts of each source in the order of time: what a search is to find is read here when there was none yet. */
const READERS: Readonly<Record<SearchSource, Reader>> = {
  async response(db, workspaceId, after, limit) {
    const rows = await db
      .selectFrom('response')
      .select(['id', 'answered_at as at'])
      .where('workspace_id', '=', workspaceId)
      .where('is_test', '=', 0)
      .where('answered_at', '>=', after.at)
      .where((eb) => eb.or([eb('answered_at', '>', after.at), eb('id', '>', after.id)]))
      .orderBy('answered_at')
      .orderBy('id')
      .limit(limit)
      .execute();
    const ids = rows.map(({ id }) => id);
    const answers =
      ids.length === 0
        ? []
        : await db
            .selectFrom('response_answer')
            .select(['response_id', 'text'])
            .where('workspace_id', '=', workspaceId)
            .where('response_id', 'in', ids)
            .where('walked', '=', 1)
            .where('text', 'is not', null)
            .orderBy('question')
            .execute();
    const texts = Map.groupBy(answers, ({ response_id }) => response_id);
    return rows.map(({ id, at }) => ({
      source: 'response',
      id,
      at,
      texts: (texts.get(id) ?? []).flatMap(({ text }) => text ?? []),
    }));
  },
  async message(db, workspaceId, after, limit) {
    const rows = await db
      .selectFrom('message')
      .select(['id', 'received_at as at', 'text'])
      .where('workspace_id', '=', workspaceId)
      .where('received_at', '>=', after.at)
      .where((eb) => eb.or([eb('received_at', '>', after.at), eb('id', '>', after.id)]))
      .orderBy('received_at')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(({ id, at, text }) => ({
      source: 'message',
      id,
      at,
      texts: [text],
    }));
  },
  async note(db, workspaceId, after, limit) {
    // ids are in the order of time
    const rows = await db
      .selectFrom('note')
      .select(['id', 'created_at as at', 'words'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '>', after.id)
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(({ id, at, words }) => ({ source: 'note', id, at, texts: spokenIn(words) }));
  },
};

/** What a note says, without the ids of members whom it calls. */
export const spokenIn = (note: string): string[] =>
  notePieces(note).flatMap((piece) => (piece.type === 'words' ? [piece.text] : []));

/** What a person wrote, and what was written to them and about them, wherever that is searched. */
export async function writtenBy(
  db: Db,
  workspaceId: string,
  contactId: string,
): Promise<Pick<WrittenText, 'source' | 'id' | 'at'>[]> {
  const answers = await db
    .selectFrom('response')
    .select(['id', 'answered_at as at'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .execute();
  const messages = await db
    .selectFrom('message')
    .select(['id', 'received_at as at'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .execute();
  const notes = await db
    .selectFrom('note')
    .select(['id', 'created_at as at'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .execute();
  return [
    ...answers.map((one) => ({ source: 'response' as const, ...one })),
    ...messages.map((one) => ({ source: 'message' as const, ...one })),
    ...notes.map((one) => ({ source: 'note' as const, ...one })),
  ];
}

/** Every source that is searched. */
export const SOURCES = Object.keys(READERS) as SearchSource[];

/** What is next of a source; undefined: all of it was taken in. */
export async function next(
  db: Db,
  workspaceId: string,
  source: SearchSource,
  limit: number,
): Promise<FillStep | undefined> {
  const row = await db
    .selectFrom('search_fill')
    .select(['at', 'id', 'done'])
    .where('workspace_id', '=', workspaceId)
    .where('source', '=', source)
    .executeTakeFirst();
  if (row?.done === 1) return undefined;
  const texts = await READERS[source](db, workspaceId, row ?? { at: '', id: '' }, limit);
  const last = texts.length < limit ? undefined : texts.at(-1);
  return { texts, progress: last ? { at: last.at, id: last.id } : null };
}

/** Notes how far a source has been taken in. */
export async function put(
  db: Db,
  workspaceId: string,
  source: SearchSource,
  progress: Progress | null,
): Promise<void> {
  const to = { at: progress?.at ?? '', id: progress?.id ?? '', done: progress === null ? 1 : 0 } as const;
  await db
    .insertInto('search_fill')
    .values({ workspace_id: workspaceId, source, ...to })
    .onConflict((oc) => oc.columns(['workspace_id', 'source']).doUpdateSet(to))
    .execute();
}
