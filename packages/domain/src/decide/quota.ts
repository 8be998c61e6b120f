import type { Delivery } from '../content/delivery.ts';
import type { Instant } from '../time/instant.ts';
import { waveAt } from './waves.ts';

/** How many have answered a survey. */
export interface Answered {
  total: number;
  /** In the wave with this index. */
  wave?: { index: number; count: number } | undefined;
}

/** How many answers there are of how many, as the quota counts them; undefined: there is no quota. */
export function quotaUse(
  { quota, waves }: Pick<Delivery, 'quota' | 'waves'>,
  answered: Answered | undefined,
  now: Instant,
): { count: number; limit: number } | undefined {
  if (quota === undefined) return undefined;
  if (quota.per === 'total' || waves === undefined)
    return { count: answered?.total ?? 0, limit: quota.answers };
  const { index, count } = answered?.wave ?? { index: -1, count: 0 };
  return { count: index === waveAt(waves, now).index ? count : 0, limit: quota.answers };
}
