import fc from 'fast-check';
import { ANNOUNCEMENT_MODES } from '../content/announcement.ts';
import type { ContentKind, ContentStatus, Device, Quota, Transactional, Waves } from '../content/delivery.ts';
import { CONTENT_KINDS } from '../content/delivery.ts';
import type { Asking } from '../decide/asking.ts';
import type { FatigueBudget, Limit, TagLimit } from '../decide/budget.ts';
import type { Candidate, DecisionInput, InterruptionHistory, Situation } from '../decide/decision.ts';
import { DEFAULT_BUDGET, defaultDelivery } from '../decide/defaults.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Condition } from '../targeting/condition.ts';
import { EVERYBODY } from '../targeting/condition.ts';
import { aFacts, NOW, someFacts } from './facts.ts';

const KINDS: Readonly<Record<string, ContentKind>> = {
  chk: 'checklist',
  res: 'resource',
  ann: 'announcement',
};

/**
 * A published content of the kind that its id begins with (`chk_`, `srv_`, `res_`, `ann_`), with the defaults of that kind; an
 * announcement is a badge.
 */
export function aCandidate(id: string, over: Partial<Candidate> = {}): Candidate {
  const kind = KINDS[id.slice(0, 3)] ?? 'survey';
  return {
    id,
    kind,
    ...(kind === 'announcement' && { mode: 'badge' as const }),
    version: 1,
    status: 'published',
    publishedAt: '2026-01-01T00:00:00.000Z',
    ...defaultDelivery(kind),
    ...over,
  };
}

/** An experiment with half of the accounts; success is an export within two weeks. */
export function anExperiment(over: Partial<Experiment> = {}): Experiment {
  return {
    unit: 'account',
    controlPercent: 50,
    goal: { event: 'export', withinDays: 14 },
    plannedPerArm: 100,
    ...over,
  };
}

/** A person who was never interrupted, in their second session, in an account of ten. */
export function aHistory(over: Partial<InterruptionHistory> = {}): InterruptionHistory {
  return {
    asking: 'usual',
    recent: [],
    interruptionsThisSession: 0,
    firstSession: false,
    accountPeople: 10,
    accountAskedToday: 0,
    openCase: false,
    ...over,
  };
}

/** Mika on the desktop, free to be asked. */
export function aSituation(over: Partial<Situation> = {}): Situation {
  return {
    facts: aFacts(),
    page: { url: 'https://app.example.com/projects/1', device: 'desktop' },
    budget: DEFAULT_BUDGET,
    history: aHistory(),
    ...over,
  };
}

const nobody: Condition = { type: 'any', of: [] };
const clock = fc.constantFrom(null, 0, 7, 30);

/** Mostly the ordinary value, so that most gates stand open and decisions differ by few of them. */
function mostly<T>(ordinary: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { arbitrary: fc.constant(ordinary), weight: 8 },
    { arbitrary: fc.constantFrom(...others), weight: 1 },
  );
}

const someCandidates: fc.Arbitrary<Candidate[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...CONTENT_KINDS),
      mode: fc.constantFrom(...ANNOUNCEMENT_MODES),
      isWave: fc.boolean(),
      version: fc.constant(1),
      tags: fc.constantFrom(undefined, ['feedback'], ['news', 'feedback']),
      status: mostly<ContentStatus>('published', 'scheduled', 'paused'),
      publishedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
      audience: mostly<Condition>(EVERYBODY, nobody),
      pages: mostly<string[]>([], ['/projects/*'], ['/settings']),
      devices: mostly<Device[]>([], ['desktop'], ['mobile']),
      delaySeconds: fc.constant(5),
      recurrence: fc.record({
        afterShownDays: clock,
        afterDismissedDays: clock,
        afterAnsweredDays: clock,
        maxAttempts: fc.constantFrom(null, 1, 3),
      }),
      samplePercent: mostly(100, 50),
      priority: fc.integer({ min: 0, max: 2 }),
      startsAt: mostly(undefined, '2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'),
      endsAt: mostly(undefined, '2026-03-02T00:00:00.000Z', '2026-05-01T00:00:00.000Z'),
      interruptive: mostly(true, false),
      verifiedOnly: mostly(false, true),
      experiment: mostly(undefined, anExperiment(), anExperiment({ unit: 'contact' })),
      everyone: mostly<true | undefined>(undefined, true),
      waves: mostly<Waves | undefined>(
        undefined,
        { from: '2026-01-01', months: 3, percent: 100 },
        { from: '2026-02-01', months: 1, percent: 50 },
      ),
      transaction: mostly<Transactional | undefined>(undefined, {
        event: 'ticket_closed',
        property: 'ticketId',
        withinDays: 7,
      }),
      quota: mostly<Quota | undefined>(undefined, { answers: 5, per: 'total' }, { answers: 5, per: 'wave' }),
    }),
    { maxLength: 4 },
  )
  .map((candidates) =>
    candidates.map((candidate, index) => ({
      ...candidate,
      id: `c${index}`,
      isWave: candidate.isWave && candidate.kind === 'survey',
      ...(candidate.kind !== 'survey' && { waves: undefined, transaction: undefined, quota: undefined }),
    })),
  );

const aLimit = mostly<Limit | null>(
  null,
  { count: 1, days: 14 },
  { count: 2, days: 7 },
  { count: 3, days: 30 },
);

/** Any budget; most rules of most of them are off. */
export const someBudget: fc.Arbitrary<FatigueBudget> = fc.record({
  minDaysBetween: fc.constantFrom(null, 0, 7),
  perPerson: aLimit,
  perKind: fc.record({ survey: aLimit, checklist: aLimit, announcement: aLimit }),
  perTag: mostly<TagLimit[]>(
    [],
    [{ tag: 'Feedback', count: 1, days: 30 }],
    [
      { tag: 'feedback', count: 2, days: 14 },
      { tag: 'news', count: 1, days: 7 },
    ],
  ),
  perSession: fc.constantFrom(1, 3, null),
  accountDailyPercent: fc.constantFrom(0, 20, 100, null),
  // NOW is half past nine on a Wednesday in UTC, and half past six in the evening in Tokyo
  quietHours: mostly<FatigueBudget['quietHours']>(
    null,
    { from: '18:00', to: '09:00' },
    { from: '09:00', to: '10:00' },
  ),
  quietDays: mostly<FatigueBudget['quietDays']>([], [6, 7], [3]),
  skipFirstSession: fc.boolean(),
  skipOpenCase: fc.boolean(),
  npsReserveDays: mostly<number | null>(null, 14),
});

const someHistory: fc.Arbitrary<InterruptionHistory> = fc.record({
  asking: mostly<Asking>('usual', 'less', 'never'),
  lastInterruptedAt: mostly(undefined, '2026-03-10T00:00:00.000Z', '2025-12-01T00:00:00.000Z'),
  recent: fc.array(
    fc.record({
      kind: fc.constantFrom(...CONTENT_KINDS),
      tags: fc.constantFrom([], ['feedback'], ['news', 'feedback']),
      at: fc.constantFrom('2026-03-10T00:00:00.000Z', '2026-03-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
    }),
    { maxLength: 4 },
  ),
  interruptionsThisSession: mostly(0, 1),
  firstSession: mostly(false, true),
  accountPeople: fc.constantFrom(1, 10),
  accountAskedToday: mostly(0, 2),
  openCase: mostly(false, true),
});

/** Any decision over up to four contents `c0` to `c3`, of which {@link someFacts} may have a history. */
export const someInput: fc.Arbitrary<DecisionInput> = fc
  .record({
    facts: someFacts,
    page: fc.constant({ url: 'https://app.example.com/projects/1', device: 'desktop' as const }),
    timeZone: mostly<string | undefined>(undefined, 'Asia/Tokyo'),
    candidates: someCandidates,
    budget: someBudget,
    history: someHistory,
    holdout: mostly<Experiment | null>(null, anExperiment(), anExperiment({ unit: 'contact' })),
    happened: fc.constantFrom('2026-03-10T00:00:00.000Z', '2026-03-01T00:00:00.000Z', undefined),
    count: fc.constantFrom(0, 4, 5),
  })
  .map(({ happened, count, ...input }) => ({
    ...input,
    waves: input.candidates.filter(({ isWave }) => isWave),
    transactions: new Map(
      input.candidates.map(({ id }) => [id, happened === undefined ? [] : [{ id: '124', at: happened }]]),
    ),
    answered: new Map(input.candidates.map(({ id }) => [id, { total: count, wave: { index: 0, count } }])),
  }));

/** What the recorder makes of granting, and then showing, one content at {@link NOW}. */
export function afterExposure<T extends DecisionInput>(input: T, contentId: string): T {
  const before = input.facts.content[contentId] ?? { attempts: 0, optedOut: false };
  const { kind = 'survey', tags = [] } = input.candidates.find(({ id }) => id === contentId) ?? {};
  const shown = { ...before, attempts: before.attempts + 1, lastClaimedAt: NOW, lastShownAt: NOW };
  const transactions = new Map(input.transactions).set(
    contentId,
    (input.transactions?.get(contentId) ?? []).map((one) => ({ ...one, askedAt: NOW })),
  );
  return {
    ...input,
    transactions,
    facts: { ...input.facts, content: { ...input.facts.content, [contentId]: shown } },
    history: {
      ...input.history,
      lastInterruptedAt: NOW,
      recent: [...input.history.recent, { kind, tags, at: NOW }],
      interruptionsThisSession: input.history.interruptionsThisSession + 1,
      accountAskedToday: input.history.accountAskedToday + 1,
    },
  };
}
