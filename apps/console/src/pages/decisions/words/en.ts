import { holdReasons } from '../../../texts/hold-reasons.ts';
import { plural } from '../../../texts/use-texts.ts';
import type { Told } from '../told.ts';

const days = (n: number) => plural(n, { one: '1 day', other: `${n} days` });
const times = (n: number) => plural(n, { one: 'once', other: `${n} times` });
/** "…, 3 days before (…)" */
const clock = (what: string, { ago, since, days: wanted, until }: Told, rule: string): string =>
  [
    what,
    ago !== undefined && since !== undefined
      ? ` ${ago === 0 ? 'the same day' : `${days(ago)} before`}, on ${since}`
      : '',
    wanted === null ? ` (${rule}: never again)` : wanted === undefined ? '' : ` (${rule}: ${days(wanted)})`,
    until === undefined ? '' : `; free again from ${until}`,
  ].join('');

/** Why somebody was or was not shown something, in English. */
export const en = {
  title: 'Why',
  when: 'At the moment',
  content: 'Content',
  allContent: 'Everything',
  loading: 'Looking it up…',
  failed: 'The decisions could not be loaded',
  failedWhat: 'Nothing was changed. Try again.',
  none: 'Nothing was decided by then',
  noneWhat: 'A decision is made when the person opens a page with the widget in it.',
  changes: 'How it changed',
  standing: 'Still so',
  until: (when: string) => `Until ${when}`,
  all: 'All decisions',
  page: 'Decisions',
  pageWhat: 'What was shown to whom, what was held back, and why.',
  filters: 'Filters',
  person: 'Person',
  anyPerson: 'anyone',
  findPerson: 'Name, e-mail or user id',
  account: 'Account',
  anyAccount: 'any',
  anyContent: 'any',
  outcome: 'Outcome',
  anyOutcome: 'any',
  reason: 'Reason',
  anyReason: 'any',
  time: 'Time',
  anyTime: 'any',
  from: 'From',
  to: 'To',
  clear: 'Show all decisions',
  noneFits: 'No decision fits',
  noneFitsWhat: 'Take a filter off, or look at a longer time.',
  first: 'No decision yet',
  firstWhat: 'Every change of what a person is shown appears here, with its reason, once they open a page.',
  shown: (n: number) => plural(n, { one: '1 shown', other: `${n} shown` }),
  somebody: 'An anonymous visitor',
  otherContent: 'another content',
  more: (n: number) => plural(n, { one: 'and 1 more', other: `and ${n} more` }),
  outcomes: {
    popover: 'Opens by itself',
    banner: 'Across the top',
    panel: 'In the panel',
    held: 'Held back',
  },
  sentence: {
    survey: (when: string, who: string, what: string) => `On ${when} ${who} was not asked “${what}”`,
    held: (when: string, who: string, what: string) => `On ${when} ${who} was not given “${what}”`,
    refused: (when: string, who: string, what: string) => `On ${when} “${what}” could not open for ${who}`,
    granted: (when: string, who: string, what: string) => `On ${when} “${what}” opened by itself for ${who}.`,
    popover: (when: string, who: string, what: string) =>
      `On ${when} “${what}” could open by itself for ${who}.`,
    banner: (when: string, who: string, what: string) =>
      `On ${when} “${what}” could stand across the top of the page for ${who}.`,
    panel: (when: string, who: string, what: string) =>
      `On ${when} “${what}” waited in the panel for ${who}.`,
    because: (sentence: string, because: string) => `${sentence}, because ${because}.`,
    variant: (sentence: string, name: string) => `${sentence} Variant: “${name}”.`,
    waits: (sentence: string, because: string) =>
      `${sentence} It did not open by itself, because ${because}.`,
  },
  short: {
    eligible: 'Nothing stands against it',
    in_progress: 'Begun',
    finished: 'Finished, to look at again',
    granted: 'Opened by itself',
    not_interruptive: 'Never opens by itself',
    ...holdReasons.en,
  },
  because: {
    not_interruptive: () => 'it never opens by itself',
    not_published: () => 'it was not published',
    not_started: ({ until }: Told) =>
      until === undefined ? 'its start is not set' : `it starts on ${until}`,
    ended: ({ since }: Told) => `it ended${since === undefined ? '' : ` on ${since}`}`,
    identity_required: () => 'it is for people for whom an identity token vouches',
    audience: ({ leaves }: Told) =>
      leaves === undefined ? 'they are not in its audience' : `they are not in its audience: ${leaves}`,
    page: ({ place, places }: Told) => `they were on ${place ?? 'another page'} (it is for ${places})`,
    device: ({ place, places }: Told) => `they were on a ${place ?? 'device'} (it is for ${places})`,
    completed: ({ since }: Told) => `they have completed it${since === undefined ? '' : ` on ${since}`}`,
    already_answered: (told: Told) => clock('they answered it', told, 'its clock after an answer'),
    recently_shown: (told: Told) => clock('it was shown', told, 'its clock after showing'),
    recently_dismissed: (told: Told) => clock('they closed it', told, 'its clock after closing'),
    snoozed: ({ until }: Told) => `they asked for it later${until === undefined ? '' : `, after ${until}`}`,
    opted_out: ({ since }: Told) =>
      `they asked not to see it again${since === undefined ? '' : ` on ${since}`}`,
    max_attempts: ({ count, limit }: Told) =>
      `it was tried ${times(count ?? 0)}${limit === undefined ? '' : ` (at most ${limit})`}`,
    claimed_elsewhere: ({ since }: Told) =>
      `it was opening in another tab or on another device${since === undefined ? '' : ` since ${since}`}`,
    not_in_wave: ({ percent, until }: Told) =>
      `it is not their turn in this wave${percent === undefined ? '' : ` (${percent} % of the audience are asked in each)`}${until === undefined ? '' : `; it comes on ${until}`}`,
    wave_ahead: ({ until }: Told) =>
      `their day in the wave is still ahead${until === undefined ? '' : `: they are asked from ${until} on`}`,
    wave_asked: (told: Told) => clock('they were asked in waves', told, 'once a wave'),
    no_transaction: ({ event, days: within }: Told) =>
      `nothing has happened to ask them about${event === undefined ? '' : ` (“${event}”, in the last ${days(within ?? 0)}, not asked about before)`}`,
    quota_reached: ({ count, limit }: Told) =>
      `enough people have answered${count === undefined ? '' : ` (${count} of ${limit ?? '?'})`}`,
    asked_never: () => 'they asked that nothing opens by itself',
    first_session: () => 'nothing interrupts a first session',
    open_case: () => 'they were waiting for an answer from the team',
    quiet_day: () => 'the workspace keeps that day quiet',
    quiet_hours: () => 'the workspace keeps those hours quiet',
    session_budget: ({ count, limit }: Told) =>
      `they were interrupted ${times(count ?? 1)} in that session${limit === undefined ? '' : ` (the workspace allows ${limit})`}`,
    person_budget: (told: Told) =>
      clock(
        told.other === undefined ? 'something interrupted them' : `“${told.other}” interrupted them`,
        told,
        'the workspace wants between two interruptions',
      ),
    person_limit: () => 'they were interrupted as often as the workspace allows',
    kind_budget: () => 'they were asked enough things of this kind',
    tag_budget: ({ tag, count, limit, days: within }: Told) =>
      tag === undefined
        ? 'they were asked enough things with one of its tags'
        : `they were interrupted ${times(count ?? 0)} in ${days(within ?? 0)} by what carries the tag “${tag}” (at most ${limit ?? '?'})`,
    asked_less: (told: Told) =>
      clock(
        told.other === undefined ? 'something interrupted them' : `“${told.other}” interrupted them`,
        told,
        'they asked to be asked less',
      ),
    reserved: () => 'the day is kept free for another survey',
    account_budget: ({ numbers }: Told) =>
      `enough people of their account were interrupted that day${numbers}`,
    not_sampled: ({ percent, bucket }: Told) =>
      `they are not in its sample (${percent ?? '?'} %; their place is ${bucket ?? '?'})`,
    lower_priority: ({ other }: Told) =>
      other === undefined ? 'something else goes first' : `“${other}” goes first`,
    holdout: ({ percent, bucket }: Told) =>
      `the workspace keeps them without anything (${percent ?? '?'} %; their place is ${bucket ?? '?'})`,
    control: ({ percent, bucket }: Told) =>
      `they are in its control group (${percent ?? '?'} %; their place is ${bucket ?? '?'})`,
  },
  whatIf: {
    open: 'What if…',
    title: 'What if',
    what: 'Change facts and see what would be decided. Nothing is kept and nobody is shown anything.',
    url: 'Page',
    urlHint: 'Where the person is in your product',
    device: 'Device',
    devices: { desktop: 'Desktop', mobile: 'Phone' },
    time: 'When',
    timeHint: 'Empty: now',
    change: 'Change',
    add: 'Add a change',
    remove: 'Remove this change',
    key: 'Name',
    value: 'Value',
    valueHint: 'Empty: not known',
    count: 'How often',
    facts: {
      plan: 'Plan of the account',
      contact: 'Trait of the person',
      account: 'Trait of the account',
      locale: 'Language',
      event: 'Event of the person',
      lastInterruptedAt: 'Last interruption',
      asking: 'How often they want to be asked',
      verified: 'Identity proven',
    },
    never: 'Empty: never',
    askings: { usual: 'As usual', less: 'Less', never: 'Never' },
    yes: 'Yes',
    no: 'No',
    run: 'Work it out',
    failed: 'It could not be worked out.',
    field: (path: string) => `Check “${path}”.`,
    same: (n: number) =>
      plural(n, { one: '1 content stays as it is', other: `${n} contents stay as they are` }),
    differs: (n: number) => plural(n, { one: '1 content changes', other: `${n} contents change` }),
    nothing: 'Nothing changes',
    nothingLive: 'Nothing is live in this workspace.',
    now: 'Now',
    supposed: 'Then',
    result: 'Result',
  },
};

/** The words of decisions, which every language has. */
export type DecisionWords = typeof en;
