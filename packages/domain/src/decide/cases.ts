import { aCandidate, aHistory, anExperiment } from '../testing/decisions.ts';
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
const wave = aCandidate('srv_nps', { isWave: true });
/** Mika's day in the quarter that NOW is in: of the survey with this id 1 February, of `srv_a` 18 March. */
const quarterly = { from: '2026-01-01', months: 3, percent: 100 };
const ticket = { event: 'ticket_closed', property: 'ticketId', withinDays: 7 };
const start = aCandidate('chk_start');
const guide = aCandidate('res_guide');
const badge = aCandidate('ann_badge');
const banner = aCandidate('ann_banner', { mode: 'banner' });
const popover = aCandidate('ann_popover', { mode: 'popover' });

// everybody, or nobody, is in the control group
const apart = anExperiment({ controlPercent: 100 });
const together = anExperiment({ controlPercent: 0 });

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

  // Announcements.
  {
    name: 'an announcement comes as its mode says, whatever its delivery calls it; a badge waits',
    candidates: [badge, aCandidate('ann_quiet', { mode: 'banner', interruptive: false })],
    show: ['ann_badge panel eligible', 'ann_quiet banner eligible'],
    held: [],
  },
  {
    name: 'banner and popover claim the one slot; who does not get it waits in the panel',
    candidates: [
      { ...banner, priority: 2 },
      { ...popover, priority: 1 },
      { ...nps, priority: 0 },
    ],
    show: ['ann_banner banner eligible', 'ann_popover panel eligible'],
    held: ['srv_nps lower_priority'],
  },
  {
    name: 'who was interrupted yesterday finds announcements in the panel',
    candidates: [banner, popover, badge],
    situation: { history: aHistory({ lastInterruptedAt: '2026-03-10T09:30:00.000Z' }) },
    show: ['ann_badge panel eligible', 'ann_banner panel eligible', 'ann_popover panel eligible'],
    held: [],
  },
  {
    name: 'an announcement that was closed or opened does not come back by itself, and is finished',
    candidates: [banner, popover],
    situation: {
      facts: aFacts({
        content: {
          ann_banner: aState({ lastDismissedAt: '2020-01-01T00:00:00.000Z' }),
          ann_popover: aState({ openedAt: '2020-01-01T00:00:00.000Z' }),
        },
      }),
    },
    show: ['ann_banner panel finished', 'ann_popover panel finished'],
    held: [],
  },
  {
    name: 'one with a clock after closing comes back when it has run out',
    candidates: [
      { ...banner, recurrence: { ...banner.recurrence, afterDismissedDays: 10 } },
      { ...popover, recurrence: { ...popover.recurrence, afterDismissedDays: 10 } },
    ],
    situation: {
      facts: aFacts({
        content: {
          ann_banner: aState({ lastDismissedAt: '2026-03-01T09:30:00.000Z' }),
          ann_popover: aState({ lastDismissedAt: '2026-03-01T09:30:00.001Z' }),
        },
      }),
    },
    show: ['ann_banner banner eligible', 'ann_popover panel finished'],
    held: [],
  },
  {
    name: 'an announcement for later is away until then',
    candidates: [popover],
    situation: withState('ann_popover', { snoozedUntil: '2026-03-12T09:30:00.000Z' }),
    show: [],
    held: ['ann_popover snoozed'],
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
    name: 'nor while it is open, unless the workspace says so',
    candidates: [nps],
    situation: { history: aHistory({ openCase: true }), budget: { ...DEFAULT_BUDGET, skipOpenCase: false } },
    show: ['srv_nps popover eligible'],
    held: [],
  },
  {
    name: 'nothing opens in the quiet hours by the clock of the person: half past six in the evening in Tokyo',
    candidates: [nps, start],
    situation: {
      timeZone: 'Asia/Tokyo',
      budget: { ...DEFAULT_BUDGET, quietHours: { from: '18:30', to: '08:00' } },
    },
    show: ['chk_start panel eligible'],
    held: ['srv_nps quiet_hours'],
  },
  {
    name: 'quiet hours are half-open',
    candidates: [nps],
    situation: {
      timeZone: 'Asia/Tokyo',
      budget: { ...DEFAULT_BUDGET, quietHours: { from: '12:00', to: '18:30' } },
    },
    show: ['srv_nps popover eligible'],
    held: [],
  },
  {
    name: 'and by UTC where no zone is known',
    candidates: [nps],
    situation: { budget: { ...DEFAULT_BUDGET, quietHours: { from: '09:30', to: '09:31' } } },
    show: [],
    held: ['srv_nps quiet_hours'],
  },
  {
    name: 'a quiet day is one of the person: on Kiritimati it is Wednesday until ten in UTC, and Thursday afterwards',
    candidates: [nps, banner],
    situation: { timeZone: 'Pacific/Kiritimati', budget: { ...DEFAULT_BUDGET, quietDays: [3] } },
    show: ['ann_banner panel eligible'],
    held: ['srv_nps quiet_day'],
  },
  {
    name: 'two in thirty days are enough, whatever they were',
    candidates: [nps],
    situation: {
      budget: { ...DEFAULT_BUDGET, perPerson: { count: 2, days: 30 } },
      history: aHistory({
        recent: [
          { kind: 'checklist', tags: [], at: '2026-02-09T09:30:00.001Z' },
          { kind: 'announcement', tags: [], at: '2026-02-20T00:00:00.000Z' },
        ],
      }),
    },
    show: [],
    held: ['srv_nps person_limit'],
  },
  {
    name: 'and the first of them is forgotten after thirty',
    candidates: [nps],
    situation: {
      budget: { ...DEFAULT_BUDGET, perPerson: { count: 2, days: 30 } },
      history: aHistory({
        recent: [
          { kind: 'checklist', tags: [], at: '2026-02-09T09:30:00.000Z' },
          { kind: 'announcement', tags: [], at: '2026-02-20T00:00:00.000Z' },
        ],
      }),
    },
    show: ['srv_nps popover eligible'],
    held: [],
  },
  {
    name: 'one survey in fourteen days; an announcement has a limit of its own',
    candidates: [nps, banner],
    situation: {
      budget: {
        ...DEFAULT_BUDGET,
        perKind: { survey: { count: 1, days: 14 }, checklist: null, announcement: { count: 2, days: 7 } },
      },
      history: aHistory({
        recent: [
          { kind: 'survey', tags: [], at: '2026-03-01T00:00:00.000Z' },
          { kind: 'announcement', tags: [], at: '2026-03-05T00:00:00.000Z' },
        ],
      }),
    },
    show: ['ann_banner banner eligible'],
    held: ['srv_nps kind_budget'],
  },
  {
    name: 'what carries a tag counts for its limit, whatever its kind; limits by tag overlap',
    candidates: [
      aCandidate('srv_nps', { tags: ['news', 'feedback'] }),
      aCandidate('srv_csat', { tags: ['first week'] }),
    ],
    situation: {
      budget: {
        ...DEFAULT_BUDGET,
        perTag: [
          { tag: 'First Week', count: 1, days: 7 },
          { tag: 'NEWS', count: 2, days: 30 },
          { tag: 'Feedback', count: 1, days: 30 },
        ],
      },
      history: aHistory({
        recent: [
          { kind: 'announcement', tags: ['feedback', 'news'], at: '2026-02-20T00:00:00.000Z' },
          { kind: 'checklist', tags: ['first week'], at: '2026-03-01T00:00:00.000Z' },
        ],
      }),
    },
    show: ['srv_csat popover eligible'],
    held: ['srv_nps tag_budget'],
  },
  {
    name: 'ten days are kept free before the next NPS, from other surveys only',
    candidates: [aCandidate('srv_csat'), banner],
    situation: {
      ...withState('srv_nps', { lastAnsweredAt: '2025-12-20T00:00:00.000Z' }),
      budget: { ...DEFAULT_BUDGET, npsReserveDays: 10 },
      waves: [wave],
    },
    show: ['ann_banner banner eligible'],
    held: ['srv_csat reserved'],
  },
  {
    name: 'not earlier, not for somebody who has an NPS due already, and not for the NPS itself',
    candidates: [aCandidate('srv_csat', { priority: 1 }), { ...wave, id: 'srv_due', priority: 0 }],
    situation: {
      ...withState('srv_nps', { lastAnsweredAt: '2025-12-21T10:00:00.000Z' }),
      budget: { ...DEFAULT_BUDGET, npsReserveDays: 10 },
      waves: [wave, { ...wave, id: 'srv_due' }],
    },
    show: ['srv_csat popover eligible'],
    held: ['srv_due lower_priority'],
  },
  {
    name: 'nothing is kept free for an NPS that the person never gets',
    candidates: [aCandidate('srv_csat')],
    situation: {
      ...withState('srv_nps', { lastAnsweredAt: '2025-12-20T00:00:00.000Z' }),
      budget: { ...DEFAULT_BUDGET, npsReserveDays: 10 },
      waves: [
        { ...wave, audience: { type: 'any', of: [] } },
        { ...wave, samplePercent: 0 },
        { ...wave, status: 'paused' },
        { ...wave, endsAt: '2026-03-15T00:00:00.000Z' },
        { ...wave, interruptive: false },
        { ...wave, recurrence: { ...wave.recurrence, afterAnsweredDays: null } },
      ],
    },
    show: ['srv_csat popover eligible'],
    held: [],
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
    name: 'who never wants to be asked finds everything in the panel, and no survey',
    candidates: [nps, start, guide, banner, aCandidate('srv_quiet', { interruptive: false })],
    situation: { history: aHistory({ asking: 'never', firstSession: true }) },
    show: [
      'ann_banner panel eligible',
      'chk_start panel eligible',
      'res_guide panel eligible',
      'srv_quiet panel eligible',
    ],
    held: ['srv_nps asked_never'],
  },
  {
    name: 'who wants to be asked less has ninety days between any two',
    candidates: [nps, start],
    situation: { history: aHistory({ asking: 'less', lastInterruptedAt: '2025-12-11T09:30:00.001Z' }) },
    show: ['chk_start panel eligible'],
    held: ['srv_nps asked_less'],
  },
  {
    name: 'and not longer, and the first one comes as usual',
    candidates: [nps],
    situation: { history: aHistory({ asking: 'less', lastInterruptedAt: '2025-12-11T09:30:00.000Z' }) },
    show: ['srv_nps popover eligible'],
    held: [],
  },
  {
    name: 'a workspace that wants more days than ninety has them',
    candidates: [nps],
    situation: {
      budget: { ...DEFAULT_BUDGET, minDaysBetween: 120 },
      history: aHistory({ asking: 'less', lastInterruptedAt: '2025-12-01T00:00:00.000Z' }),
    },
    show: [],
    held: ['srv_nps person_budget'],
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

  // Waves.
  {
    name: 'everybody has a day of their own in a wave; who was away on it is asked when they come',
    candidates: [aCandidate('srv_nps', { waves: quarterly }), aCandidate('srv_a', { waves: quarterly })],
    show: ['srv_nps popover eligible'],
    held: ['srv_a wave_ahead'],
  },
  {
    name: 'with a quarter of the people in each wave it is not the turn of all',
    candidates: [
      aCandidate('srv_nps', { waves: { ...quarterly, percent: 25 } }),
      aCandidate('srv_early', { waves: { ...quarterly, percent: 25 } }),
    ],
    show: ['srv_early popover eligible'],
    held: ['srv_nps not_in_wave'],
  },
  {
    name: 'nothing is asked before the first wave begins',
    candidates: [aCandidate('srv_nps', { waves: { ...quarterly, from: '2026-03-12' } })],
    show: [],
    held: ['srv_nps wave_ahead'],
  },
  {
    name: 'who saw it in this wave is not asked again in it, whatever its clocks say',
    candidates: [
      aCandidate('srv_nps', {
        waves: quarterly,
        recurrence: { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: 0, maxAttempts: null },
      }),
    ],
    situation: withState('srv_nps', { attempts: 1, lastShownAt: '2026-02-02T00:00:00.000Z' }),
    show: [],
    held: ['srv_nps wave_asked'],
  },
  {
    name: 'who answered in this wave is not asked again in it, not even from the panel',
    candidates: [aCandidate('srv_nps', { waves: quarterly, interruptive: false })],
    situation: withState('srv_nps', { lastAnsweredAt: '2026-02-02T00:00:00.000Z' }),
    show: [],
    held: ['srv_nps already_answered'],
  },
  {
    name: 'silence and attempts in earlier waves keep nobody out of this one',
    candidates: [aCandidate('srv_nps', { waves: quarterly })],
    situation: withState('srv_nps', { attempts: 9, lastShownAt: '2025-11-20T00:00:00.000Z' }),
    show: ['srv_nps popover eligible'],
    held: [],
  },
  {
    name: 'who was late in the last wave is left alone for half of one',
    candidates: [aCandidate('srv_nps', { waves: { ...quarterly, from: '2026-02-06' } })],
    situation: withState('srv_nps', { attempts: 1, lastShownAt: '2026-02-04T00:00:00.000Z' }),
    show: [],
    held: ['srv_nps wave_asked'],
  },
  {
    name: 'later is later within a wave, and then once more',
    candidates: [
      aCandidate('srv_nps', { waves: quarterly }),
      aCandidate('srv_early', { waves: quarterly, priority: 1 }),
    ],
    situation: {
      facts: aFacts({
        content: {
          srv_nps: aState({
            lastShownAt: '2026-03-02T00:00:00.000Z',
            snoozedUntil: '2026-03-12T00:00:00.000Z',
          }),
          srv_early: aState({
            lastShownAt: '2026-03-02T00:00:00.000Z',
            snoozedUntil: '2026-03-09T00:00:00.000Z',
          }),
        },
      }),
    },
    show: ['srv_early popover eligible'],
    held: ['srv_nps snoozed'],
  },

  // Transactions.
  {
    name: 'a survey about something that happened waits until it does',
    candidates: [aCandidate('srv_nps', { transaction: ticket })],
    show: [],
    held: ['srv_nps no_transaction'],
  },
  {
    name: 'it is asked within the days after it, and not about what is old or was asked about',
    candidates: [
      aCandidate('srv_fresh', { transaction: ticket }),
      aCandidate('srv_old', { transaction: ticket }),
      aCandidate('srv_asked', { transaction: ticket }),
    ],
    situation: {
      transactions: new Map([
        [
          'srv_fresh',
          [
            { id: '124', at: '2026-03-04T09:30:00.001Z' },
            { id: '123', at: '2026-03-10T00:00:00.000Z', askedAt: '2026-03-10T01:00:00.000Z' },
          ],
        ],
        ['srv_old', [{ id: '124', at: '2026-03-04T09:30:00.000Z' }]],
        ['srv_asked', [{ id: '124', at: '2026-03-10T00:00:00.000Z', askedAt: '2026-03-10T01:00:00.000Z' }]],
      ]),
    },
    show: ['srv_fresh popover eligible'],
    held: ['srv_asked no_transaction', 'srv_old no_transaction'],
  },
  {
    name: 'the fatigue budget holds for it too',
    candidates: [aCandidate('srv_nps', { transaction: ticket })],
    situation: {
      transactions: new Map([['srv_nps', [{ id: '124', at: '2026-03-11T09:29:00.000Z' }]]]),
      history: aHistory({ lastInterruptedAt: '2026-03-10T00:00:00.000Z' }),
    },
    show: [],
    held: ['srv_nps person_budget'],
  },

  // Quotas.
  {
    name: 'nobody is asked any more when enough have answered, in all or in this wave',
    candidates: [
      aCandidate('srv_all', { quota: { answers: 100, per: 'total' } }),
      aCandidate('srv_wave', { waves: quarterly, quota: { answers: 100, per: 'wave' } }),
      aCandidate('srv_nps', { waves: quarterly, quota: { answers: 100, per: 'wave' } }),
    ],
    situation: {
      answered: new Map([
        ['srv_all', { total: 100 }],
        ['srv_wave', { total: 900, wave: { index: 0, count: 100 } }],
        ['srv_nps', { total: 900, wave: { index: 0, count: 99 } }],
      ]),
    },
    show: ['srv_nps popover eligible'],
    held: ['srv_all quota_reached', 'srv_wave quota_reached'],
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

  // Experiments, of those whom everything else lets through.
  {
    name: 'the control group of a content gets it nowhere, and the slot goes to the next',
    candidates: [
      aCandidate('srv_tried', { priority: 9, experiment: apart }),
      aCandidate('chk_tried', { interruptive: false, experiment: apart }),
      aCandidate('res_tried', { experiment: apart }),
      aCandidate('ann_tried', { experiment: apart }),
      aCandidate('srv_next'),
    ],
    show: ['srv_next popover eligible'],
    held: ['srv_tried control', 'ann_tried control', 'chk_tried control', 'res_tried control'],
  },
  {
    name: 'the other group gets it',
    candidates: [aCandidate('srv_tried', { experiment: together })],
    show: ['srv_tried popover eligible'],
    held: [],
  },
  {
    name: 'who would not get it now is not in the experiment yet',
    candidates: [
      aCandidate('srv_first', { priority: 9 }),
      aCandidate('srv_tried', { experiment: apart }),
      aCandidate('chk_elsewhere', { pages: ['/nowhere'], experiment: apart }),
      aCandidate('chk_none', { samplePercent: 0, experiment: apart }),
    ],
    show: ['srv_first popover eligible'],
    held: ['chk_elsewhere page', 'chk_none not_sampled', 'srv_tried lower_priority'],
  },
  {
    name: 'who has met it keeps it',
    candidates: [
      aCandidate('chk_begun', { experiment: apart }),
      aCandidate('chk_shown', { experiment: apart }),
    ],
    situation: {
      facts: aFacts({
        content: {
          chk_begun: aState({ openedAt: '2026-03-01T00:00:00.000Z' }),
          chk_shown: aState({ attempts: 1, lastShownAt: '2026-03-10T00:00:00.000Z' }),
        },
      }),
    },
    show: ['chk_begun popover in_progress', 'chk_shown panel eligible'],
    held: [],
  },
  {
    name: 'who has no account, or no token that names it, is in no experiment with accounts',
    candidates: [aCandidate('srv_tried', { experiment: apart })],
    situation: {
      facts: aFacts({ contact: { ...contact, verified: false } }),
      holdout: apart,
    },
    show: ['srv_tried popover eligible'],
    held: [],
  },
  {
    name: 'the control group of the workspace gets nothing but what is for everyone, and that goes before the experiment of a content',
    candidates: [
      aCandidate('srv_tried', { experiment: apart }),
      aCandidate('ann_outage', { mode: 'banner', everyone: true }),
      guide,
    ],
    situation: { holdout: apart },
    show: ['ann_outage banner eligible'],
    held: ['res_guide holdout', 'srv_tried lower_priority'],
  },
  {
    name: 'the other group of the workspace may be the control group of a content',
    candidates: [aCandidate('srv_tried', { experiment: { ...apart, unit: 'contact' } }), guide],
    situation: { holdout: together },
    show: ['res_guide panel eligible'],
    held: ['srv_tried control'],
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
