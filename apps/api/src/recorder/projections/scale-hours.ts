import type { ScaleRecord } from '@banso/database';
import { hourOf } from '@banso/domain/time';
import type { RowChange } from '../rows.ts';
import type { Response } from './response.ts';
import { saidIn } from './response.ts';

/**
 * What changed responses add to the histograms of questions of a scale, what they take off included; not of the score, of which each
 * person's latest counts and which has roll-ups of its own. Rows that come to nothing are left out.
 */
export function scaleHours(changes: readonly RowChange<Response>[]): ScaleRecord[] {
  const rows = new Map<string, ScaleRecord>();
  const add = (response: Response | undefined, count: 1 | -1): void => {
    for (const row of response ? contributionOf(response) : []) {
      const key = JSON.stringify(Object.values(row));
      rows.set(key, { ...row, count: (rows.get(key)?.count ?? 0) + count });
    }
  };
  for (const { before, after } of changes) {
    add(before, -1);
    add(after, 1);
  }
  return [...rows.values()].filter(({ count }) => count !== 0);
}

function contributionOf(response: Response): Omit<ScaleRecord, 'count'>[] {
  const { contentId, version, locale, verified } = response;
  const { accountId, plan, ownerId, lifecycle, decides } = response;
  const respondent = { accountId, plan, ownerId, lifecycle, decides };
  return saidIn(response).flatMap(([question, { number, answeredAt }]) =>
    number === null || question === response.scoreQuestion
      ? []
      : [
          {
            contentId,
            question,
            hour: hourOf(answeredAt),
            version,
            locale,
            verified,
            score: number,
            ...respondent,
          },
        ],
  );
}
