import type { ResponseQuery } from '@banso/contract/response-query';
import type { ResponseFilter } from '@banso/database';
import type { z } from '@hono/zod-openapi';
import { flag } from '../../query-flag.ts';
import { reportedAs } from './reported-as.ts';

const BAND_SCORES = { detractor: [0, 6], passive: [7, 8], promoter: [9, 10] } as const;

/** What is asked of the inbox, as the database looks for it. */
export function filterOf(query: z.infer<typeof ResponseQuery>): ResponseFilter {
  const { surveyId, questionType, locale, accountId, ownerId, plan, contactId } = query;
  const { transactionId, source, teamId, tagId, topicId, from, to, words } = query;
  return {
    surveyId,
    questionType,
    scores: scoresOf(query),
    locale,
    accountId,
    ownerId,
    plan,
    contactId,
    transactionId,
    source,
    tagId,
    topicId,
    teamId,
    // of a question the time of its answer counts
    ...((query.question === undefined || query.outcome !== undefined) && { from, to }),
    words,
    hasComment: flag(query.hasComment),
    read: flag(query.read),
    tests: query.tests,
    verified: flag(query.verified),
    counted: flag(query.counted),
    reported: reportedAs(query),
  };
}

/** Scores that are inside of everything that was asked for: band, range and single score. */
function scoresOf({
  band,
  score,
  scoreFrom,
  scoreTo,
}: z.infer<typeof ResponseQuery>): readonly [number, number] | undefined {
  if (band === undefined && score === undefined && scoreFrom === undefined && scoreTo === undefined)
    return undefined;
  const [low, high] = band ? BAND_SCORES[band] : [0, 10];
  return [Math.max(low, score ?? 0, scoreFrom ?? 0), Math.min(high, score ?? 10, scoreTo ?? 10)];
}
