import fc from 'fast-check';
import type { ContentStatus, Device } from '../content/delivery.ts';
import { CONTENT_KINDS } from '../content/delivery.ts';
import type {
  Candidate,
  DecisionInput,
  FatigueBudget,
  InterruptionHistory,
  Situation,
} from '../decide/decision.ts';
import { DEFAULT_BUDGET, defaultDelivery } from '../decide/defaults.ts';
import type { Condition } from '../targeting/condition.ts';
import { EVERYBODY } from '../targeting/condition.ts';
import { aFacts, NOW, someFacts } from './facts.ts';

/** A published content of the kind that its id begins with (`chk_`, `srv_`, `res_`), with the defaults of that kind. */
export function aCandidate(id: string, over: Partial<Candidate> = {}): Candidate {
  const kind = id.startsWith('chk') ? 'checklist' : id.startsWith('res') ? 'resource' : 'survey';
  return {
    id,
    kind,
    version: 1,
    status: 'published',
    publishedAt: '2026-01-01T00:00:00.000Z',
    ...defaultDelivery(kind),
    ...over,
  };
}

/** A person who was never interrupted, in their second session, in an account of ten. */
export function aHistory(over: Partial<InterruptionHistory> = {}): InterruptionHistory {
  return {
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
      version: fc.constant(1),
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
    }),
    { maxLength: 4 },
  )
  .map((candidates) => candidates.map((candidate, index) => ({ ...candidate, id: `c${index}` })));

const someBudget: fc.Arbitrary<FatigueBudget> = fc.record({
  minDaysBetween: fc.constantFrom(0, 7),
  perSession: fc.constantFrom(1, 3),
  accountDailyPercent: fc.constantFrom(0, 20, 100),
  skipFirstSession: fc.boolean(),
});

const someHistory: fc.Arbitrary<InterruptionHistory> = fc.record({
  lastInterruptedAt: mostly(undefined, '2026-03-10T00:00:00.000Z', '2025-12-01T00:00:00.000Z'),
  interruptionsThisSession: mostly(0, 1),
  firstSession: mostly(false, true),
  accountPeople: fc.constantFrom(1, 10),
  accountAskedToday: mostly(0, 2),
  openCase: mostly(false, true),
});

/** Any decision over up to four contents `c0` to `c3`, of which {@link someFacts} may have a history. */
export const someInput: fc.Arbitrary<DecisionInput> = fc.record({
  facts: someFacts,
  page: fc.constant({ url: 'https://app.example.com/projects/1', device: 'desktop' as const }),
  candidates: someCandidates,
  budget: someBudget,
  history: someHistory,
});

/** What the recorder makes of granting, and then showing, one content at {@link NOW}. */
export function afterExposure<T extends Situation>(input: T, contentId: string): T {
  const before = input.facts.content[contentId] ?? { attempts: 0, optedOut: false };
  const shown = { ...before, attempts: before.attempts + 1, lastClaimedAt: NOW, lastShownAt: NOW };
  return {
    ...input,
    facts: { ...input.facts, content: { ...input.facts.content, [contentId]: shown } },
    history: {
      ...input.history,
      lastInterruptedAt: NOW,
      interruptionsThisSession: input.history.interruptionsThisSession + 1,
      accountAskedToday: input.history.accountAskedToday + 1,
    },
  };
}
