import type { NpsTally } from './nps.ts';
import { respondentsOf } from './nps.ts';
import { Z_95 } from './z-95.ts';

/** What the people of one account said, and how much the account weighs. */
export interface AccountTally {
  tally: NpsTally;
  /** Above 0; the same for all in a mean that counts every account once. */
  weight: number;
}

/** A score rolled up by account, in points from −100 to 100, none of them rounded. */
export interface AccountNps {
  score: number;
  /** Ends of the 95 % interval. */
  low: number;
  high: number;
  /** Accounts in it. */
  accounts: number;
  /** People in it. */
  respondents: number;
}

/**
 * The mean of the scores of accounts: `Σ wᵢ·sᵢ / Σ wᵢ · 100`, where sᵢ is the mean of the people of an account, coded +1 / 0 / −1. With one person
 * an account and equal weights that is the plain score.
 *
 * The interval is the adjusted one of `npsOf` with accounts in the place of people: three pseudo-accounts split ¾ / 1½ / ¾ over the
 * bands, and in place of n the number of equal weights that are as good as these, `(Σ wᵢ)² / Σ wᵢ²` (Kish 1965).
 *
 * @returns `undefined` without accounts in which anybody answered.
 */
export function accountNps(accounts: readonly AccountTally[]): AccountNps | undefined {
  const answering = accounts.filter(({ tally }) => respondentsOf(tally) > 0);
  let [weights, squares, sum, spread, respondents] = [0, 0, 0, 0, 0];
  for (const { tally, weight } of answering) {
    if (!(weight > 0)) throw new RangeError(`Not a weight: ${weight}`);
    const people = respondentsOf(tally);
    const mean = (tally.promoters - tally.detractors) / people;
    weights += weight;
    squares += weight ** 2;
    sum += weight * mean;
    spread += weight * mean ** 2;
    respondents += people;
  }
  if (answering.length === 0) return undefined;
  const n = weights ** 2 / squares;
  const centre = (n * sum) / weights / (n + 3);
  const variance = Math.max(0, ((n * spread) / weights + 1.5) / (n + 3) - centre ** 2);
  const reach = Z_95 * Math.sqrt(variance / (n + 3));
  return {
    score: (100 * sum) / weights,
    low: Math.max(-100, 100 * (centre - reach)),
    high: Math.min(100, 100 * (centre + reach)),
    accounts: answering.length,
    respondents,
  };
}

/**
 * Accounts as those speak for them who decide: where anybody who does answered, they alone count, elsewhere everybody. By account id.
 *
 * @param deciders - The people among `everybody` who decide for their account.
 */
export function decidersFirst<Id>(
  everybody: ReadonlyMap<Id, NpsTally>,
  deciders: ReadonlyMap<Id, NpsTally>,
): Map<Id, NpsTally> {
  return new Map([...everybody].map(([id, tally]) => [id, deciders.get(id) ?? tally]));
}
