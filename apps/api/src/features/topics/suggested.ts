import type * as topic from '@banso/contract/topic';
import { TOPIC_DAYS } from '@banso/contract/topic';
import type { Db } from '@banso/database';
import { search, topicAnswers, topics } from '@banso/database';
import { indexWords } from '@banso/domain/text';
import type { Instant } from '@banso/domain/time';
import { addMs, DAY_MS } from '@banso/domain/time';
import { isAbout, suggestTopics } from '@banso/domain/topics';

/** Answers that are read: the newest of the window, and the newest before it. */
const RECENT_ANSWERS = 1_500;
const PAST_ANSWERS = 3_000;
/** Of an example that is longer the rest is left out. */
const EXAMPLE_LENGTH = 300;

/** What customers talk of more than they did, without what the workspace's topics say already. */
export async function suggestedTopics(
  db: Db,
  workspaceId: string,
  now: Instant,
): Promise<topic.SuggestedTopics> {
  const since = addMs(now, -TOPIC_DAYS * DAY_MS);
  const newest = await topicAnswers.listAnswers(db, workspaceId, '', RECENT_ANSWERS);
  const recent = newest.filter(({ answeredAt }) => answeredAt >= since);
  const past = await topicAnswers.listAnswers(db, workspaceId, `${search.placeOf(since)} `, PAST_ANSWERS);
  const texts = await topicAnswers.textsOf(
    db,
    workspaceId,
    [...recent, ...past].map(({ responseId }) => responseId),
  );
  const saidIn = (answers: typeof newest) =>
    answers.map(({ responseId, locale }) => ({ id: responseId, locale, text: texts.get(responseId) ?? '' }));
  const known = await topics.list(db, workspaceId);
  const suggested = suggestTopics(saidIn(recent), saidIn(past), {
    isKnown: (term, language) =>
      known.some(({ rules }) => isAbout(rules, { locale: language, words: indexWords(term) })),
  });
  const byId = new Map(recent.map((answer) => [answer.responseId, answer]));
  return {
    data: suggested.map((one) => ({
      ...one,
      examples: one.examples.flatMap((id) => {
        const answer = byId.get(id);
        const text = (texts.get(id) ?? '').slice(0, EXAMPLE_LENGTH);
        return answer ? [{ id, text, locale: answer.locale, answeredAt: answer.answeredAt }] : [];
      }),
    })),
    since,
    recentAll: recent.length,
    pastAll: past.length,
  };
}
