import type { scoreReport } from '@banso/contract';
import { accounts, contents, type Db, scores } from '@banso/database';
import {
  accountNps,
  type AccountNps,
  confidenceOf,
  decidersFirst,
  npsOf,
  type NpsTally,
  respondentsOf,
  tallyOf,
} from '@banso/domain/statistics';
import type { z } from '@hono/zod-openapi';
import { AppError } from '../../errors.ts';
import { wholeHours } from './score-report.ts';

type Query = z.infer<typeof scoreReport.RollUpQuery>;
export type RollUps = z.infer<typeof scoreReport.RollUps>;
type RollUp = RollUps['rollUps'][number];

/**
 * The same answers counted in four ways, each under its name: everybody; the mean of each account, then of accounts; those who decide in place
 * of everybody where any of them answered; and accounts by their yearly revenue as it stands now, which its people share evenly.
 */
export async function rollUpsOf(
  db: Db,
  workspaceId: string,
  { surveyId, unverified, ...asked }: Query,
): Promise<RollUps> {
  const period = wholeHours(asked);
  if (!(await contents.find(db, workspaceId, 'survey', surveyId)))
    throw new AppError('not_found', 'There is no such survey.');
  const filter = { verified: unverified === 'exclude' ? true : undefined };
  const all = tallyOf(await scores.histogramIn(db, workspaceId, surveyId, period, filter));
  const tallies = async (by: 'account' | 'decider') =>
    new Map(
      [...(await scores.histogramsBy(db, workspaceId, surveyId, period, by, filter))].map(
        ([id, histogram]) => [id, tallyOf(histogram)] as const,
      ),
    );
  const everybody = await tallies('account');
  const deciders = decidersFirst(everybody, await tallies('decider'));
  const revenue = await accounts.revenuesOf(db, workspaceId);
  const currency = mostCommon([...everybody.keys()].flatMap((id) => revenue.get(id)?.currency ?? []));
  const weighing = [...everybody].flatMap(([id, tally]) => {
    const known = revenue.get(id);
    return known && known.currency === currency && known.minor > 0 ? [{ tally, weight: known.minor }] : [];
  });
  const people = [...everybody.values()].reduce((sum, tally) => sum + respondentsOf(tally), 0);
  return {
    ...period,
    rollUps: [
      ofEverybody(all, everybody.size),
      ofAccounts('accounts', accountNps(evenly(everybody))),
      ofAccounts('deciders', accountNps(evenly(deciders))),
      ofAccounts('revenue', accountNps(weighing)),
    ],
    currency: currency ?? null,
    withoutWeight: everybody.size - weighing.length,
    withoutAccount: respondentsOf(all) - people,
  };
}

const evenly = (tallies: ReadonlyMap<string, NpsTally>) =>
  [...tallies.values()].map((tally) => ({ tally, weight: 1 }));

function ofEverybody(tally: NpsTally, accountsOf: number): RollUp {
  const n = respondentsOf(tally);
  return rollUp('respondents', { n, accounts: accountsOf }, n, npsOf(tally));
}

function ofAccounts(method: RollUp['method'], found: AccountNps | undefined): RollUp {
  const counts = { n: found?.respondents ?? 0, accounts: found?.accounts ?? 0 };
  return rollUp(method, counts, counts.accounts, found);
}

function rollUp(
  method: RollUp['method'],
  counts: { n: number; accounts: number },
  standsOn: number,
  found: { score: number; low: number; high: number } | undefined,
): RollUp {
  const confidence = confidenceOf(standsOn);
  const shown = confidence === 'counts' ? undefined : found;
  return {
    method,
    ...counts,
    score: shown?.score ?? null,
    low: shown?.low ?? null,
    high: shown?.high ?? null,
    confidence,
  };
}

/** Of several as common the first in the alphabet. */
function mostCommon(names: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(names, (name) => name)].toSorted(
    ([one, its], [other, theirs]) => theirs.length - its.length || (one < other ? -1 : 1),
  );
  return counts[0]?.[0];
}
