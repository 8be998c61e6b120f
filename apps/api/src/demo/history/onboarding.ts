import type { StepKey } from '../customers/account-plan.ts';
import type { Person } from '../customers/people.ts';
import type { Deed, Diary } from './diary.ts';
import type { ContentRef } from './published-on.ts';

/** The demo's company did its own step. */
export interface TeamStep {
  day: number;
  account: string;
}

const track = (name: string): Deed => ({ type: 'track', name });

/** What a step takes; the team's own is no deed of the customer. */
const DEEDS: Readonly<Record<Exclude<StepKey, 'kick-off'>, (checklist: ContentRef) => Deed[]>> = {
  'first-note': () => [track('note_created')],
  'invite-teammates': () => [track('member_invited'), track('member_invited')],
  'connect-calendar': () => [track('calendar_connected')],
  'share-folder': () => [track('folder_shared')],
  'agree-where': (checklist) => [{ type: 'step_completed', ...checklist, step: 'agree-where' }],
};

const IN_ORDER: readonly StepKey[] = [
  'first-note',
  'kick-off',
  'invite-teammates',
  'connect-calendar',
  'share-folder',
  'agree-where',
];

/**
 * Lets the champions of new companies go through "Getting started", each as far as the plan says.
 * @returns what the demo's company did of it itself.
 */
export function onboardingVisits(
  people: readonly Person[],
  diary: Diary,
  checklistOn: (day: number) => ContentRef,
): TeamStep[] {
  return people.flatMap((person): TeamStep[] => {
    const { onboarding, signedUpDaysAgo, externalId } = person.account;
    if (!person.isChampion || !onboarding) return [];
    const signedUp = -signedUpDaysAgo;
    const done = onboarding.at === 'open' ? onboarding.done : IN_ORDER;
    const lastDay = onboarding.at === 'open' ? -onboarding.lastStepDaysAgo : signedUp + onboarding.afterDays;

    const first = checklistOn(signedUp);
    diary
      .visit(person, signedUp)
      .deeds.push(
        { type: 'content_shown', ...first, surface: 'panel' },
        { type: 'content_opened', ...first },
      );

    const steps = IN_ORDER.filter((key) => done.includes(key));
    return steps.flatMap((key, index): TeamStep[] => {
      const share = steps.length === 1 ? 1 : index / (steps.length - 1);
      const day = Math.round(signedUp + (lastDay - signedUp) * share);
      if (key === 'kick-off') return [{ day, account: externalId }];
      const deedsOf = DEEDS[key];
      diary.visit(person, day).deeds.push(...deedsOf(checklistOn(day)));
      return [];
    });
  });
}
