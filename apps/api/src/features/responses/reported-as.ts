import type { ResponseQuery } from '@banso/contract/response-query';
import type { ReportedAs, ScoreDimension } from '@banso/database';
import type { z } from '@hono/zod-openapi';

type Query = Pick<
  z.infer<typeof ResponseQuery>,
  'segment' | 'question' | 'outcome' | 'numberFrom' | 'numberTo' | 'from' | 'to'
>;

/** The rows behind a number of a report; undefined: it was not asked for any. */
export function reportedAs({
  segment,
  question,
  outcome,
  numberFrom,
  numberTo,
  from,
  to,
}: Query): ReportedAs | undefined {
  if (segment === undefined && question === undefined) return undefined;
  const colon = segment?.indexOf(':') ?? -1;
  return {
    segment:
      segment === undefined
        ? undefined
        : { by: segment.slice(0, colon) as ScoreDimension, value: segment.slice(colon + 1) },
    answer:
      question === undefined || outcome !== undefined
        ? undefined
        : { question, low: numberFrom, high: numberTo, from, to },
    became: question === undefined || outcome === undefined ? undefined : { question, outcome },
  };
}
