import type { Database, Db, SearchSource, TopicRecord } from '@banso/database';
import { responses, search, searchFill, topicAnswers, topics } from '@banso/database';
import { writeAlone } from '../write-alone.ts';

/** Under this name the index of a workspace is locked while its blocks are written. */
export const SEARCH = 'search';

/** Texts, terms or answers that are worked on in one transaction, so that nobody waits long for the writer. */
const TEXTS_TOGETHER = 200;
const TERMS_TOGETHER = 2_000;
/** Answers that are looked at with the rules of a topic in one transaction. */
export const ANSWERS_TOGETHER = 500;
/** Terms that may wait to be packed: a search reads them one by one. */
const TERMS_WAITING = 5_000;

type Upkeep = (database: Database, workspaceId: string) => Promise<boolean>;

/**
 * Takes a portion of what was written before there was a search into the index.
 * @returns whether there is more.
 */
export const fillSearch: Upkeep = async (database, workspaceId) => {
  for (const source of searchFill.SOURCES) if (await fillFrom(database, workspaceId, source)) return true;
  return false;
};

async function fillFrom(database: Database, workspaceId: string, source: SearchSource): Promise<boolean> {
  const isLeft = await database
    .forWorkspace(workspaceId)
    .read((db) => searchFill.next(db, workspaceId, source, 1));
  if (!isLeft) return false;
  return writeAlone(database, workspaceId, [SEARCH], async (db) => {
    const step = await searchFill.next(db, workspaceId, source, TEXTS_TOGETHER);
    if (!step) return false;
    const put = await search.fill(db, workspaceId, step.texts);
    const taken = step.texts.filter((text) => put.words.has(search.textKey(text)));
    await topicAnswers.countTexts(db, workspaceId, taken, { ...put, known: new Set() });
    if (source === 'response') {
      const answers = await topicAnswers.findAnswers(
        db,
        workspaceId,
        taken.map(({ id }) => id),
      );
      await topicAnswers.assign(db, workspaceId, answers, await topics.listToGive(db, workspaceId));
    }
    await searchFill.put(db, workspaceId, source, step.progress);
    return step.progress !== null;
  });
}

/** Packs a portion of the terms that came lately, once enough of them wait. @returns whether there are more. */
export const packSearch: Upkeep = async (database, workspaceId) => {
  const isWaiting = await database
    .forWorkspace(workspaceId)
    .read((db) => search.isWaiting(db, workspaceId, TERMS_WAITING));
  if (!isWaiting) return false;
  await writeAlone(database, workspaceId, [SEARCH], async (db) => {
    for (let packed = 0; packed < TERMS_WAITING; packed += TERMS_TOGETHER)
      if ((await search.pack(db, workspaceId, TERMS_TOGETHER)) < TERMS_TOGETHER) break;
  });
  return true;
};

/** Looks at a portion of older answers with the rules of topics that are new. @returns whether there are more. */
export const fillTopics: Upkeep = async (database, workspaceId) => {
  const all = await database.forWorkspace(workspaceId).read((db) => topics.list(db, workspaceId));
  const [next] = all.filter(({ fillBefore }) => fillBefore !== null);
  if (!next) return false;
  await fillTopic(database, workspaceId, next.id);
  return true;
};

/**
 * Looks at a portion of older answers with the rules of one topic, the newest first, while the recorder works on none of their
 * people.
 * @returns how many were looked at; undefined: there is no such topic.
 */
export function fillTopic(
  database: Database,
  workspaceId: string,
  id: string,
): Promise<{ looked: number; done: boolean } | undefined> {
  return database.record(async (tx) => {
    const db = await tx.enter(workspaceId);
    const own = async () => (await topics.listToGive(db, workspaceId)).find((topic) => topic.id === id);
    const before = await own();
    if (!before) return undefined;
    if (before.fillBefore === null) return { looked: 0, done: true };
    const listed = await topicAnswers.listAnswers(db, workspaceId, before.fillBefore, ANSWERS_TOGETHER);
    await tx.lock(listed.map(({ contactId }) => `${workspaceId} ${contactId}`));
    await lookAt(db, workspaceId, before, listed);
    const last = listed.length < ANSWERS_TOGETHER ? undefined : listed.at(-1);
    await topics.putFillBefore(db, workspaceId, id, last?.fillPlace ?? null);
    return { looked: listed.length, done: last === undefined };
  });
}

/** As they are now that nobody else changes them. */
async function lookAt(
  db: Db,
  workspaceId: string,
  topic: TopicRecord,
  listed: readonly { responseId: string }[],
): Promise<void> {
  const answers = await topicAnswers.findAnswers(
    db,
    workspaceId,
    listed.map(({ responseId }) => responseId),
  );
  await topicAnswers.assign(db, workspaceId, answers, [topic]);
}

/** Whether a response holds words, and is about something: what a person may say of it. */
export async function findAnswer(db: Db, workspaceId: string, responseId: string) {
  const [answer] = await topicAnswers.findAnswers(db, workspaceId, [responseId]);
  return answer ?? ((await responses.find(db, workspaceId, responseId)) ? 'without words' : undefined);
}
