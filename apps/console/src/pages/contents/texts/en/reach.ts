import type { Outcome } from '@banso/domain/targeting';
import { plural } from '../../../../texts/use-texts.ts';

type Outcomes = Readonly<Record<Outcome, string>>;
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** Who is in an audience now, in English. */
export const reach = {
  title: 'In it now',
  now: 'Counted now',
  counting: 'Counting…',
  stale: 'Could not be counted',
  before: 'Before the last change',
  failed: 'The people could not be counted.',
  retry: 'Try again',
  unfinished: 'Fill in the conditions to see who they mean.',
  people: 'People',
  accounts: 'Accounts',
  shareOf: (share: number, all: string) => `${percent.format(share)} of ${all}`,
  nobodyYet: 'Nobody is known yet. People appear here once the widget has seen them.',
  everybody: 'Everybody',
  steps: 'What each condition leaves',
  examples: 'Examples',
  side: 'Which people',
  both: 'Both',
  in: 'In',
  out: 'Not in',
  matched: 'In the audience',
  others: 'Not in the audience',
  noneMatched: 'Nobody.',
  noOthers: 'Nobody: everyone who is known is in it.',
  anonymous: 'A visitor without a name',
  unproven: 'no identity token has vouched for them',
  outcome: { match: 'Yes:', no_match: 'No:', unknown: 'Not known:' } satisfies Outcomes as Outcomes,
  notKnown: '(not known)',
  found: (value: string) => `(found: ${value})`,
  more: (count: number) => plural(count, { one: 'and 1 more', other: `and ${count} more` }),
};
