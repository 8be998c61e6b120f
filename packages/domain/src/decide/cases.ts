import { aCandidate, aHistory } from '../testing/decisions.ts';
import { aFacts, aState } from '../testing/facts.ts';
import type { Candidate, Situation } from './decision.ts';
import { DEFAULT_BUDGET } from './defaults.ts';

/** One situation with what must come of it; `show` reads `id surface reason`, `held` reads `id reason`. */
export interface DecisionCase {
  name: string;
  candidates: readonly Candidate[];
  situation?: Partial<Situation>;
  show: readonly string[];
  held: readonly string[];
}

const nps = aCandidate('srv_nps');
const start = aCandidate('chk_start');
const guide = aCandidate('res_guide');

/** Mika with a history of one content. */
const withState = (id: string, state: Parameters<typeof aState>[0]): Partial<Situation> => ({
  facts: aFacts({ content: { [id]: aState(state) } }),
});
const { contact } = aFacts();

/** The table that fixes what a decision is. NOW is 2026-03-11T09:30Z. */
export const CASES: readonly DecisionCase[] = [
  {
    name: 'a survey opens by itself',
    candidates: [nps],
    show: ['srv_nps popover eligible'],
    held: [],
  },
  {
    name: 'a resource waits in the panel, even if it is called interruptive',
    candidates: [guide, aCandidate('res_loud', { interruptive: true })],
    show: ['res_guide panel eligible', 'res_loud panel eligible'],
    held: [],
  },
  {
    name: 'what is not interruptive waits in the panel, whatever the budget says',
    candidates: [
      aCandidate('chk_quiet', { interruptive: false }),
      aCandidate('srv_quiet', { interruptive: false }),
    ],
    situation: { history: aHistory({ firstSession: true, openCase: true, interruptionsThisSession: 9 }) },
    show: ['chk_quiet panel eligible', 'srv_quiet panel eligible'],
    held: [],
  },

  // Published and in schedule.
  {
    name: 'drafts, paused and archived contents are not given',
    candidates: [
      aCandidate('srv_a', { status: 'draft' }),
      aCandidate('srv_b', { status: 'paused' }),
      aCandidate('srv_c', { status: 'archived' }),
    ],
    show: [],
    held: ['srv_a not_published', 'srv_b not_published', 'srv_c not_published'],
  },
  {
    name: 'a schedule is half-open, and a scheduled content starts by itself',
    candidates: [
      aCandidate('res_at_start', { startsAt: '2026-03-11T09:30:00.000Z' }),
      aCandidate('res_later', { startsAt: '2026-03-11T09:30:00.001Z' }),
      aCandidate('res_over', { endsAt: '2026-03-11T09:30:00.000Z' }),
      aCandidate('res_scheduled', { status: 'scheduled', startsAt: '2026-03-11T09:00:00.000Z' }),
      aCandidate('res_undated', { status: 'scheduled' }),
    ],
    show: ['res_at_start panel eligible', 'res_scheduled panel eligible'],
    held: ['res_later not_started', 'res_over ended', 'res_undated not_started'],
  },

  // Identity, audience, page, device.
  {
    name: 'a content for vouched-for people waits for the token (formbricks #6051)',
    candidates: [aCandidate('res_account', { verifiedOnly: true }), guide],
    situation: { facts: aFacts({ contact: { ...contact, verified: false } }) },
    show: ['res_guide panel eligible'],
    held: ['res_account identity_required'],
  },
  {
    name: 'an unknown attribute is not the audience, in either direction',
    candidates: [
      aCandidate('srv_pro', {
        audience: { type: 'trait', subject: 'account', key: 'plan', op: 'is', value: 'pro' },
      }),
      aCandidate('srv_rest', {
        audience: {
          type: 'not',
          of: { type: 'trait', subject: 'account', key: 'plan', op: 'is', value: 'pro' },
        },
      }),
    ],
    show: [],
    held: ['srv_pro audience', 'srv_rest audience'],
  },
  {
    name: 'pages and devices are as they are now',
    candidates: [
      aCandidate('res_here', { pages: ['/settings', '/projects/*'], devices: ['desktop'] }),
      aCandidate('res_phone', { devices: ['mobile'] }),
      aCandidate('res_there', { pages: ['/settings'] }),
    ],
    show: ['res_here panel eligible'],
    held: ['res_phone device', 'res_there page'],
  },

  // This content's own recurrence.
  {
    name: 'a survey answered 89 days ago is not asked',
    candidates: [nps],
    situation: withState('srv_nps', { lastAnsweredAt: '2025-12-12T09:30:00.000Z' }),
    show: [],
    held: ['srv_nps already_answered'],
  },
  {
    name: 'and is asked again after 90',
    candidates: [nps],
    situation: withState('srv_nps', { lastAnsweredAt: '2025-12-11T09:30:00.000Z' }),
    show: ['srv_nps popover eligible'],
    held: [],
  },
  {
    name: 'a survey that is asked once is never asked again, not even from the panel',
    candidates: [
      aCandidate('srv_once', {
        interruptive: false,
        recurrence: { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: null, maxAttempts: null },
      }),
    ],
    situation: withState('srv_once', {
      completedAt: '2020-01-01T00:00:00.000Z',
      lastShownAt: '2021-01-01T00:00:00.000Z',
    }),
    show: [],
    held: ['srv_once already_answered'],
  },
  {
    name: 'the later of a last answer and the end of the survey counts',
    candidates: [nps, aCandidate('srv_other')],
    situation: {
      facts: aFacts({
        content: {
          srv_nps: aState({
            lastAnsweredAt: '2026-03-01T00:00:00.000Z',
            completedAt: '2025-01-01T00:00:00.000Z',
          }),
          srv_other: aState({
            lastAnsweredAt: '2025-01-01T00:00:00.000Z',
            completedAt: '2026-03-01T00:00:00.000Z',
          }),
        },
      }),
    },
    show: [],
    held: ['srv_nps already_answered', 'srv_other already_answered'],
  },
  {
    name: 'a survey that was closed without a word waits a week',
    candidates: [nps],
    situation: withState('srv_nps', { attempts: 1, lastShownAt: '2026-03-04T09:30:00.001Z' }),
    show: [],
    held: ['srv_nps recently_shown'],
  },
  {
    name: 'a dismissed survey waits 30 days although the week after it was shown is over',
    candidates: [nps],
    situation: withState('srv_nps', {
      attempts: 1,
      lastShownAt: '2026-02-20T10:00:00.000Z',
      lastDismissedAt: '2026-02-20T10:00:05.000Z',
    }),
    show: [],
    held: ['srv_nps recently_dismissed'],
  },
  {
    name: '"until answered, after a dismissal once more" (posthog #24600): no clock after showing, one after dismissing',
    candidates: [
      aCandidate('srv_until', {
        recurrence: { afterShownDays: null, afterDismissedDays: 10, afterAnsweredDays: null, maxAttempts: 5 },
      }),
    ],
    situation: withState('srv_until', {
      attempts: 1,
      lastShownAt: '2026-02-20T10:00:00.000Z',
      lastDismissedAt: '2026-02-20T10:00:05.000Z',
    }),
    show: ['srv_until popover eligible'],
    held: [],
  },
  {
    name: 'without a clock after showing, an ignored survey does not come back',
    candidates: [
      aCandidate('srv_until', {
        recurrence: { afterShownDays: null, afterDismissedDays: 10, afterAnsweredDays: null, maxAttempts: 5 },
      }),
    ],
    situation: withState('srv_until', { attempts: 1, lastShownAt: '2020-02-20T10:00:00.000Z' }),
    show: [],
    held: ['srv_until recently_shown'],
  },
  {
    name: 'without a clock after dismissing, only a later answer brings a survey back',
    candidates: [
      aCandidate('srv_answered', {
        recurrence: { afterShownDays: 0, afterDismissedDays: null, afterAnsweredDays: 10, maxAttempts: null },
      }),
      aCandidate('srv_closed', {
        recurrence: { afterShownDays: 0, afterDismissedDays: null, afterAnsweredDays: 10, maxAttempts: null },
      }),
    ],
    situation: {
      facts: aFacts({
        content: {
          srv_answered: aState({
            lastDismissedAt: '2026-01-01T00:00:00.000Z',
            lastAnsweredAt: '2026-01-02T00:00:00.000Z',
          }),
          srv_closed: aState({
            lastAnsweredAt: '2026-01-01T00:00:00.000Z',
            lastDismissedAt: '2026-01-02T00:00:00.000Z',
          }),
        },
      }),
    },
    show: ['srv_answered popover eligible'],
    held: ['srv_closed recently_dismissed'],
  },
  {
    name: 'later is later, on every surface',
    candidates: [nps, start],
    situation: {
      facts: aFacts({
        content: {
          srv_nps: aState({ snoozedUntil: '2026-03-11T09:30:00.001Z' }),
          chk_start: aState({ snoozedUntil: '2026-03-12T00:00:00.000Z' }),
        },
      }),
    },
    show: [],
    held: ['chk_start snoozed', 'srv_nps snoozed'],
  },
  {
    name: 'a snooze ends at its moment',
    candidates: [start],
    situation: withState('chk_start', { snoozedUntil: '2026-03-11T09:30:00.000Z' }),
    show: ['chk_start popover eligible'],
    held: [],
  },
  {
    name: "don't ask means of any kind",
    candidates: [nps, start, guide],
    situation: {
      facts: aFacts({
        content: {
          srv_nps: aState({ optedOut: true }),
          chk_start: aState({ optedOut: true, completedAt: '2026-03-01T00:00:00.000Z' }),
          res_guide: aState({ optedOut: true }),
        },
      }),
    },
    show: [],
    held: ['chk_start opted_out', 'res_guide opted_out', 'srv_nps opted_out'],
  },
  {
    name: 'three attempts are enough; the checklist stays in the panel',
    candidates: [nps, start],
    situation: {
      facts: aFacts({
        content: {
          srv_nps: aState({ attempts: 3, lastShownAt: '2026-01-01T00:00:00.000Z' }),
          chk_start: aState({ attempts: 3, lastShownAt: '2026-01-01T00:00:00.000Z' }),
        },
      }),
    },
    show: ['chk_start panel eligible'],
    held: ['srv_nps max_attempts'],
  },
  {
    name: 'while another tab is about to show it, it is not shown here (posthog #26028)',
    candidates: [nps],
    situation: withState('srv_nps', { attempts: 1, lastClaimedAt: '2026-03-11T09:29:00.000Z' }),
    show: [],
    held: ['srv_nps claimed_elsewhere'],
  },
  {
    name: 'a tab that vanished gives it up after five minutes',
    candidates: [nps],
    situation: withState('srv_nps', { attempts: 1, lastClaimedAt: '2026-03-11T09:25:00.000Z' }),
    show: ['srv_nps popover eligible'],
    held: [],
  },

  {
    name: 'a claim ends when it was shown, so that without a clock it may be shown again',
    candidates: [
      aCandidate('srv_often', {
        recurrence: { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: 0, maxAttempts: null },
      }),
    ],
    situation: withState('srv_often', {
      attempts: 1,
      lastClaimedAt: '2026-03-11T09:29:00.000Z',
      lastShownAt: '2026-03-11T09:29:01.000Z',
    }),
    show: ['srv_often popover eligible'],
    held: [],
  },

  // Checklists.
  {
    name: 'a checklist that was opened goes on',
    candidates: [start],
    situation: withState('chk_start', { openedAt: '2026-02-01T00:00:00.000Z' }),
    show: ['chk_start popover in_progress'],
    held: [],
  },
  {
    name: 'a checklist shown yesterday waits in the panel',
    candidates: [start],
    situation: withState('chk_start', { attempts: 1, lastShownAt: '2026-03-10T09:30:00.000Z' }),
    show: ['chk_start panel eligible'],
    held: [],
  },
  {
    name: 'a finished checklist stays in the panel, though it was put off on the way',
    candidates: [start],
    situation: withState('chk_start', {
      openedAt: '2026-02-01T00:00:00.000Z',
      lastDismissedAt: '2026-02-02T00:00:00.000Z',
      snoozedUntil: '2026-04-01T00:00:00.000Z',
      completedAt: '2026-02-03T00:00:00.000Z',
    }),
    show: ['chk_start panel finished'],
    held: [],
  },
  {
    name: 'a checklist that was closed yesterday does not come back by itself, but waits in the panel',
    candidates: [start],
    situation: withState('chk_start', {
      openedAt: '2026-03-10T09:00:00.000Z',
      lastDismissedAt: '2026-03-10T09:30:00.000Z',
    }),
    show: ['chk_start panel in_progress'],
    held: [],
  },

  // The fatigue budget.
  {
    name: 'nobody is interrupted in their first session',
    candidates: [nps, start],
    situation: { history: aHistory({ firstSession: true }) },
    show: ['chk_start panel eligible'],
    held: ['srv_nps first_session'],
  },
  {
    name: 'unless the workspace says so',
    candidates: [nps],
    situation: {
      history: aHistory({ firstSession: true }),
      budget: { ...DEFAULT_BUDGET, skipFirstSession: false },
    },
    show: ['srv_nps popover eligible'],
    held: [],
  },
  {
    name: 'nobody is asked while their complaint is open',
    candidates: [nps],
    situation: { history: aHistory({ openCase: true }) },
    show: [],
    held: ['srv_nps open_case'],
  },
  {
    name: 'one interruption a session',
    candidates: [nps],
    situation: {
      history: aHistory({ interruptionsThisSession: 1, lastInterruptedAt: '2026-03-11T09:00:00.000Z' }),
    },
    show: [],
    held: ['srv_nps session_budget'],
  },
  {
    name: 'a week between any two',
    candidates: [nps, start],
    situation: { history: aHistory({ lastInterruptedAt: '2026-03-04T09:30:00.001Z' }) },
    show: ['chk_start panel eligible'],
    held: ['srv_nps person_budget'],
  },
  {
    name: 'and not longer',
    candidates: [nps],
    situation: { history: aHistory({ lastInterruptedAt: '2026-03-04T09:30:00.000Z' }) },
    show: ['srv_nps popover eligible'],
    held: [],
  },
  {
    name: 'two of ten in an account a day',
    candidates: [nps],
    situation: { history: aHistory({ accountPeople: 10, accountAskedToday: 2 }) },
    show: [],
    held: ['srv_nps account_budget'],
  },
  {
    name: 'one of two, since one may always be asked',
    candidates: [nps],
    situation: { history: aHistory({ accountPeople: 2, accountAskedToday: 0 }) },
    show: ['srv_nps popover eligible'],
    held: [],
  },
  {
    name: 'who has no account has no account budget',
    candidates: [nps],
    situation: {
      facts: aFacts({ account: undefined }),
      history: aHistory({ accountPeople: 0, accountAskedToday: 5 }),
    },
    show: ['srv_nps popover eligible'],
    held: [],
  },

  // Sample, slot, order.
  {
    name: 'who is not in the sample gets it nowhere, and the fatigue reason goes first',
    candidates: [aCandidate('chk_none', { samplePercent: 0 }), aCandidate('srv_none', { samplePercent: 0 })],
    situation: { history: aHistory({ openCase: true }) },
    show: [],
    held: ['chk_none not_sampled', 'srv_none open_case'],
  },
  {
    name: 'one opens by itself: the first by priority; other checklists wait, other surveys are held',
    candidates: [
      aCandidate('srv_low', { priority: 1 }),
      aCandidate('chk_low', { priority: 1 }),
      aCandidate('srv_high', { priority: 9 }),
      aCandidate('res_top', { priority: 10 }),
    ],
    show: ['res_top panel eligible', 'srv_high popover eligible', 'chk_low panel eligible'],
    held: ['srv_low lower_priority'],
  },
  {
    name: 'ties go to the older one, then to the smaller id (posthog #31307)',
    candidates: [
      aCandidate('srv_c', { publishedAt: '2026-02-01T00:00:00.000Z' }),
      aCandidate('srv_b'),
      aCandidate('srv_a'),
    ],
    show: ['srv_a popover eligible'],
    held: ['srv_b lower_priority', 'srv_c lower_priority'],
  },
  {
    name: 'a held favourite leaves the slot to the next',
    candidates: [aCandidate('srv_high', { priority: 9 }), aCandidate('srv_low')],
    situation: withState('srv_high', { optedOut: true }),
    show: ['srv_low popover eligible'],
    held: ['srv_high opted_out'],
  },
  {
    name: 'the first closed gate gives the reason, in the fixed order',
    candidates: [
      aCandidate('srv_all', {
        verifiedOnly: true,
        audience: { type: 'any', of: [] },
        pages: ['/nowhere'],
        devices: ['mobile'],
        samplePercent: 0,
      }),
    ],
    situation: {
      facts: aFacts({ contact: { ...contact, verified: false } }),
      history: aHistory({ firstSession: true }),
    },
    show: [],
    held: ['srv_all identity_required'],
  },
];
