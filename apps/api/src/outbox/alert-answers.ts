import type { AlertRuleRecord, Db, RecordedAnswer, RecordedResponse } from '@banso/database';
import { audiences, contents, followUps, recordedResponses, topicAnswers } from '@banso/database';
import type { AlertAnswer } from '@banso/domain/alerts';
import { isAlerting } from '@banso/domain/alerts';
import { bodyOf } from '@banso/domain/content';
import type { ScoreKind } from '@banso/domain/statistics';
import type { Instant } from '@banso/domain/time';
import type { LiveContents } from '../published-contents.ts';
import { catalogueOf, sharedChecklistsIn } from '../recorder/catalogue.ts';
import { answerUrl } from './message-body.ts';
import type { ToldAnswer } from './alert-words.ts';

/** What rules look at beside the database. */
export interface Looking {
  contents: LiveContents;
  now: Instant;
}

/** A rule holds for an answer. */
export interface AlertHit {
  rule: AlertRuleRecord;
  response: RecordedResponse;
}

/** Which rules hold for these responses, in the order of the responses. */
export async function rulesThatHold(
  db: Db,
  workspaceId: string,
  rules: readonly AlertRuleRecord[],
  responseIds: readonly string[],
  looking: Looking,
): Promise<AlertHit[]> {
  const asking = rules.filter(({ status, when }) => status === 'active' && when.type === 'answer');
  if (asking.length === 0 || responseIds.length === 0) return [];
  const responses = await recordedResponses.list(db, workspaceId, responseIds);
  const answers = Map.groupBy(
    await recordedResponses.listAnswers(db, workspaceId, responseIds),
    ({ responseId }) => responseId,
  );
  const words = new Map(
    (await topicAnswers.findAnswers(db, workspaceId, responseIds)).map((each) => [
      each.responseId,
      each.words,
    ]),
  );
  const topics = Map.groupBy(
    await topicAnswers.listOf(db, workspaceId, responseIds),
    ({ responseId }) => responseId,
  );
  const hits: AlertHit[] = [];
  for (const response of responses) {
    const answer: AlertAnswer = {
      surveyId: response.contentId,
      locale: response.locale,
      words: words.get(response.id) ?? '',
      scores: await scoresOf(db, workspaceId, response, answers.get(response.id) ?? []),
      topicIds: new Set(topics.get(response.id)?.map(({ id }) => id)),
      segmentIds: await segmentsOf(db, workspaceId, asking, response.contactId, looking),
    };
    for (const rule of asking)
      if (rule.when.type === 'answer' && isAlerting(rule.when, answer)) hits.push({ rule, response });
  }
  return hits;
}

/** Scores by the kind of the question that was asked; what stands on a way that was left does not count. */
async function scoresOf(
  db: Db,
  workspaceId: string,
  { contentId, version, variant }: RecordedResponse,
  answers: readonly RecordedAnswer[],
): Promise<{ kind: ScoreKind; value: number }[]> {
  const published = await contents.findVersion(db, workspaceId, contentId, version);
  const body = published && bodyOf(published.draft, variant);
  const questions = body && 'questions' in body ? body.questions : [];
  return questions.flatMap(({ key, type }) => {
    const answer = answers.find(({ question, walked }) => walked && question === key);
    const isScale = type === 'nps' || type === 'csat' || type === 'ces';
    return isScale && answer && answer.number !== null ? [{ kind: type, value: answer.number }] : [];
  });
}

/** In which of the segments that rules name a person is. */
async function segmentsOf(
  db: Db,
  workspaceId: string,
  rules: readonly AlertRuleRecord[],
  contactId: string,
  { contents: live, now }: Looking,
): Promise<Set<string>> {
  const named = new Set(
    rules.flatMap(({ when }) => (when.type === 'answer' && when.segmentId !== null ? [when.segmentId] : [])),
  );
  const moment = { now, sharedChecklists: sharedChecklistsIn(catalogueOf(live)), segments: live.segments };
  const found = new Set<string>();
  for (const id of named) {
    const condition = live.segments.get(id);
    if (!condition) continue;
    const row = await audiences
      .inAudience(db, workspaceId, condition, moment)
      .where('contact.id', '=', contactId)
      .select('contact.id')
      .executeTakeFirst();
    if (row) found.add(id);
  }
  return found;
}

/**
 * Answers as messages tell them, in the order of `responseIds`; those that are not there any more, or whose people were erased, are
 * left out.
 *
 * @param options.withTexts - Whether the customer's name and words are told.
 */
export async function answersToTell(
  db: Db,
  workspaceId: string,
  responseIds: readonly string[],
  options: { publicUrl: string; withTexts: boolean },
): Promise<ToldAnswer[]> {
  const found = new Map(
    (await recordedResponses.list(db, workspaceId, responseIds)).map((each) => [each.id, each]),
  );
  const responses = responseIds.flatMap((id) => found.get(id) ?? []);
  const people = await followUps.people(
    db,
    workspaceId,
    responses.map(({ contactId }) => contactId),
  );
  const surveys = await contents.listByIds(db, workspaceId, [
    ...new Set(responses.map(({ contentId }) => contentId)),
  ]);
  return responses.flatMap((response): ToldAnswer[] => {
    const person = people.get(response.contactId);
    if (!person) return [];
    return [
      {
        who: options.withTexts ? person.name : null,
        account: person.account?.name ?? null,
        survey: surveys.find(({ id }) => id === response.contentId)?.name ?? '',
        score: response.score,
        words: options.withTexts ? response.comment : null,
        url: answerUrl(options.publicUrl, response.id),
      },
    ];
  });
}
