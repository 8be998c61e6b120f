import type { AboutAnswer, Db, WrittenText } from '@banso/database';
import { search, topicAnswers, topics } from '@banso/database';
import type { Ledger } from './ledger.ts';
import type { Response } from './projections/response.ts';
import { saidIn } from './projections/response.ts';

/**
 * Takes what people wrote into the search, and gives their answers the topics whose rules hold: in the commit of the answers
 * themselves.
 */
export async function storeTexts(
  db: Db,
  { workspaceId, responses, notes }: Pick<Ledger, 'workspaceId' | 'responses' | 'notes'>,
): Promise<void> {
  const answers = responses
    .changes()
    .filter(({ before, after }) => !sameTexts(before ? textsOf(before) : [], textsOf(after)))
    .map(({ after }) => after);
  const messages = notes.map((note): WrittenText => ({
    source: 'message',
    id: note.id,
    at: note.receivedAt,
    texts: [note.text],
  }));
  const written = [...answers.map(writtenIn), ...messages];
  if (written.length === 0) return;
  const put = await search.put(db, workspaceId, written);
  if (answers.length === 0) return;
  await topicAnswers.countTexts(db, workspaceId, written, put);
  const looked = answers.map((answer): AboutAnswer => ({
    responseId: answer.id,
    contactId: answer.contactId,
    accountId: answer.accountId,
    locale: answer.locale,
    answeredAt: answer.answeredAt,
    words: put.words.get(search.textKey(writtenIn(answer))) ?? '',
  }));
  await topicAnswers.assign(db, workspaceId, looked, await topics.listToGive(db, workspaceId));
}

const writtenIn = (response: Response): WrittenText => ({
  source: 'response',
  id: response.id,
  at: response.answeredAt,
  texts: textsOf(response),
});

/** In one order, whichever question was answered first. */
function textsOf(response: Pick<Response, 'answers' | 'isTest'>): string[] {
  return saidIn(response)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { text }]) => text ?? []);
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, at) => text === b[at]);
