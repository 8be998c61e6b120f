import fc from 'fast-check';
import type { ContentState, Facts, SurveyAnswer } from '../targeting/facts.ts';
import type { Instant } from '../time/instant.ts';
import { someSegments } from './conditions.ts';
import { aTraitValue, TRAIT_KEYS } from './traits.ts';

/** The moment at which every test happens, unless it says otherwise. A Wednesday. */
export const NOW: Instant = '2026-03-11T09:30:00.000Z';

/** Mika, a verified Japanese reader of account Aoba, of whom nothing else is known. */
export function aFacts(over: Partial<Facts> = {}): Facts {
  return {
    now: NOW,
    contact: {
      id: 'con_mika',
      traits: {},
      locale: 'ja-JP',
      verified: true,
      firstSeenAt: '2025-06-01T00:00:00.000Z',
    },
    account: { id: 'acc_aoba', traits: {} },
    events: [],
    content: {},
    ...over,
  };
}

/** A content that was never interrupted with. */
export function aState(over: Partial<ContentState> = {}): ContentState {
  return { attempts: 0, optedOut: false, ...over };
}

const someTraits = fc.dictionary(fc.constantFrom(...TRAIT_KEYS), aTraitValue, { maxKeys: 3 });

const anEventCount = fc.record({
  subject: fc.constantFrom('contact' as const, 'account' as const),
  name: fc.constantFrom('login', 'export'),
  day: fc.constantFrom('2026-03-11', '2026-03-10', '2026-03-05', '2026-03-04', '2025-12-01'),
  count: fc.integer({ min: 1, max: 5 }),
});

const anInstantBefore = fc
  .option(fc.integer({ min: 0, max: 120 * 24 * 60 }), { nil: undefined })
  .map((minutes) =>
    minutes === undefined ? undefined : new Date(Date.parse(NOW) - minutes * 60_000).toISOString(),
  );

/** A history with one content, in any combination. */
export const aContentState: fc.Arbitrary<ContentState> = fc.record({
  attempts: fc.nat(4),
  lastClaimedAt: anInstantBefore,
  lastShownAt: anInstantBefore,
  openedAt: anInstantBefore,
  lastDismissedAt: anInstantBefore,
  lastAnsweredAt: anInstantBefore,
  completedAt: anInstantBefore,
  snoozedUntil: fc.constantFrom(undefined, '2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'),
  optedOut: fc.oneof({ arbitrary: fc.constant(false), weight: 4 }, fc.constant(true)),
});

/** A response is to one survey. */
export const anAnswer: fc.Arbitrary<SurveyAnswer> = fc
  .record({
    response: fc.nat(3),
    question: fc.constantFrom('score', 'why', 'constructor'),
    at: fc.constantFrom(
      '2026-03-11T00:00:00.000Z',
      '2026-03-05T00:00:00.000Z',
      '2026-03-04T23:59:59.999Z',
      '2025-12-01T12:00:00.000Z',
    ),
    number: fc.option(fc.constantFrom(0, 6, 7, 9, 10), { nil: undefined }),
    options: fc.option(fc.subarray(['a', 'b', 'c'], { minLength: 1 }), { nil: undefined }),
  })
  .map(({ response, ...answer }) => ({
    ...answer,
    surveyId: response < 3 ? 'c0' : 'c1',
    responseId: `rsp_${response}`,
  }));

/** Facts of one person at {@link NOW}. */
export const someFacts: fc.Arbitrary<Facts> = fc.record({
  now: fc.constant(NOW),
  contact: fc.record({
    id: fc.constantFrom('con_1', 'con_2', 'con_3', 'con_4'),
    externalId: fc.constantFrom(undefined, 'user-1', 'user-3', "o'neil"),
    traits: someTraits,
    locale: fc.constantFrom(undefined, 'ja', 'ja-JP', 'ko', 'en-GB'),
    verified: fc.boolean(),
    firstSeenAt: fc.constant('2025-06-01T00:00:00.000Z'),
  }),
  account: fc.option(
    fc.record({
      id: fc.constant('acc_1'),
      externalId: fc.constantFrom(undefined, 'firm-1', 'firm-2'),
      traits: someTraits,
    }),
    { nil: undefined },
  ),
  events: fc.array(anEventCount, { maxLength: 6 }),
  content: fc.dictionary(fc.constantFrom('c0', 'c1', 'c2', 'c3'), aContentState, { maxKeys: 4 }),
  answers: fc.uniqueArray(anAnswer, {
    maxLength: 5,
    selector: ({ responseId, question }) => `${responseId} ${question}`,
  }),
  segments: someSegments,
});
