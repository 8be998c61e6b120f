import type { Chance } from '../random.ts';
import type { Visit } from './diary.ts';

/** How content customers were beyond the ordinary, by day of the calendar; between two days in a straight line. */
const CLIMATE: readonly (readonly [day: number, shift: number])[] = [
  [-274, -0.24],
  [-200, -0.1],
  [-130, 0.08],
  [-82, 0.16],
  // the new sharing page came, and was mended some weeks later
  [-70, -0.26],
  [-50, -0.2],
  [-35, 0.1],
  [0, 0.18],
];

/** Under the first a detractor, over the second a promoter. */
const BOUNDS = { detractor: -0.7, promoter: 0.15 };
const WEIGHTS = {
  detractor: [
    [6, 38],
    [5, 24],
    [4, 13],
    [3, 11],
    [2, 6],
    [1, 3],
    [0, 5],
  ],
  passive: [
    [7, 44],
    [8, 56],
  ],
  promoter: [
    [9, 46],
    [10, 54],
  ],
} as const;

/** The score that a person gives on a visit: their company's mood, their own, the climate, and the day. */
export function scoreOf({ person, day }: Visit, draw: Chance): number {
  const felt = 0.8 * person.account.mood + 0.5 * person.mood + 0.75 * draw.normal() + climateOn(day);
  if (felt < BOUNDS.detractor) return draw.weighted(WEIGHTS.detractor);
  return draw.weighted(felt > BOUNDS.promoter ? WEIGHTS.promoter : WEIGHTS.passive);
}

function climateOn(day: number): number {
  const after = CLIMATE.findIndex(([at]) => at >= day);
  const [to, from] = [CLIMATE[after], CLIMATE[after - 1]];
  if (!to || !from) return (to ?? CLIMATE.at(-1))?.[1] ?? 0;
  return from[1] + ((day - from[0]) / (to[0] - from[0])) * (to[1] - from[1]);
}
