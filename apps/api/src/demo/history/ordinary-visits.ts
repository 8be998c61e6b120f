import type { Calendar } from '../calendar.ts';
import type { AccountPlan } from '../customers/account-plan.ts';
import type { Person } from '../customers/people.ts';
import type { Chance } from '../random.ts';
import type { Deed, Diary } from './diary.ts';

/** How likely the ordinary things are on one visit. */
const OFTEN: readonly (readonly [name: string, probability: number])[] = [
  ['note_created', 0.55],
  ['note_created', 0.15],
  ['comment_added', 0.2],
  ['search_done', 0.12],
  ['mention_sent', 0.1],
  ['template_used', 0.06],
  ['export_done', 0.03],
];
/** Only where "Getting started" does not wait for them. */
const AMONG_THE_SETTLED: typeof OFTEN = [
  ['folder_shared', 0.03],
  ['member_invited', 0.015],
];
const PATHS = [
  '/notes',
  '/notes',
  '/notes',
  '/notes/today',
  '/folders',
  '/search',
  '/team',
  '/settings',
] as const;
const WEEKEND_FACTOR = 0.12;
const WORKING_DAYS = 5;

/** The product as the demo's customers know it. */
export const PRODUCT_URL = 'https://app.kumo-notes.example';

/** Lets everybody come as often as they do, and work. */
export function ordinaryVisits(
  people: readonly Person[],
  diary: Diary,
  calendar: Calendar,
  chance: Chance,
): void {
  for (const person of people) {
    const draw = chance.fork(person.externalId);
    for (let day = person.firstSeenOn; day <= 0; day += 1) {
      const factor = rhythmOn(person.account, day) * (calendar.isWeekend(day) ? WEEKEND_FACTOR : 1);
      // drawn also when it cannot happen, so that a weekend more or less changes nothing else
      const comes = draw.happens(Math.min(0.9, (person.visitsAWeek / WORKING_DAYS) * factor));
      if (!comes && day !== person.firstSeenOn) continue;
      if (factor === 0) continue;
      diary.visit(person, day).deeds.unshift(...ordinaryDeeds(person, draw.fork(`${day}`)));
    }
    for (const day of daysToKeep(person, draw)) {
      if (!diary.has(person, day))
        diary.visit(person, day).deeds.unshift(...ordinaryDeeds(person, draw.fork(`${day}`)));
    }
  }
}

/** Page view first, then work. */
export function ordinaryDeeds({ account }: Pick<Person, 'account'>, draw: Chance): Deed[] {
  const habits = account.onboarding ? OFTEN : [...OFTEN, ...AMONG_THE_SETTLED];
  const worked = habits.filter(([, probability]) => draw.happens(probability));
  return [
    { type: 'page', url: `${PRODUCT_URL}${draw.pick(PATHS)}` },
    ...worked.map(([name]): Deed => ({ type: 'track', name })),
  ];
}

/** How lively a company is on a day; 1 is ordinary, 0 nobody comes. */
function rhythmOn({ rhythm }: AccountPlan, day: number): number {
  if (typeof rhythm === 'object') return day > -rhythm.quietForDays ? 0 : 1;
  switch (rhythm) {
    case 'steady':
      return 1;
    case 'growing':
      return 1.35 + day / 400;
    case 'fading':
      return day < -120 ? 1.2 : 0.35 - (0.85 * day) / 120;
    default:
      return rhythm satisfies never;
  }
}

/** A champion is seen to the end: that is the day on which their company was last seen. */
function daysToKeep({ isChampion, account: { rhythm } }: Person, draw: Chance): number[] {
  if (!isChampion) return [];
  return [typeof rhythm === 'object' ? -rhythm.quietForDays : -draw.whole(1, 5)];
}
