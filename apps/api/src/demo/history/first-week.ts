import { FIRST_WEEK_SINCE } from '../contents/first-week.ts';
import type { Person } from '../customers/people.ts';
import type { Chance } from '../random.ts';
import type { Diary } from './diary.ts';
import { ordinaryDeeds } from './ordinary-visits.ts';
import type { ContentRef } from './published-on.ts';

/** Before this day some never finished; later ones are still asked about by the team, so only a few may stay behind. */
const SETTLED_BEFORE = -72;
const NEVER_FINISHED = 0.14;
/** People of these companies who joined in the last weeks and got stuck. */
const STUCK: ReadonlySet<string> = new Set(['danbi', 'castellan']);
const STUCK_BETWEEN = { from: -45, to: -12 };

/** Lets people who joined since the checklist is there go through "Your first week". */
export function firstWeekVisits(
  people: readonly Person[],
  diary: Diary,
  checklistOn: (day: number) => ContentRef,
  chance: Chance,
): void {
  const stuck = new Set<string>();
  for (const person of people) {
    const { firstSeenOn: day, joinedOn, account } = person;
    if (joinedOn <= FIRST_WEEK_SINCE) continue;
    const draw = chance.fork(person.externalId);
    const isStuck =
      STUCK.has(account.externalId) &&
      !stuck.has(account.externalId) &&
      day > STUCK_BETWEEN.from &&
      day < STUCK_BETWEEN.to;
    if (isStuck) stuck.add(account.externalId);
    const finishes =
      !isStuck && !(joinedOn < SETTLED_BEFORE && !person.isScripted && draw.happens(NEVER_FINISHED));

    const on = (after: number) => {
      const visit = diary.visit(person, day + after);
      if (visit.deeds.length === 0) visit.deeds.push(...ordinaryDeeds(person, draw));
      return visit.deeds;
    };
    const checklist = checklistOn(day);
    on(0).push(
      { type: 'content_shown', ...checklist, surface: 'panel' },
      { type: 'content_opened', ...checklist },
    );
    const [profile, note, mention] = [draw.whole(0, 2), draw.whole(0, 2), draw.whole(2, 4)];
    on(note).push({ type: 'track', name: 'note_created' });
    on(mention).push({ type: 'track', name: 'mention_sent' });
    if (finishes) on(profile).push({ type: 'step_completed', ...checklist, step: 'profile' });
    if (finishes && draw.happens(0.35))
      on(mention).push({ type: 'step_completed', ...checklist, step: 'mobile' });
  }
}
