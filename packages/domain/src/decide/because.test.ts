import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCandidate, aHistory, aSituation, someInput } from '../testing/decisions.ts';
import { aFacts, aState, NOW } from '../testing/facts.ts';
import type { Because } from './because.ts';
import { becauseOf } from './because.ts';
import { CASES } from './cases.ts';
import { decide } from './decide.ts';
import type { Candidate, Situation } from './decision.ts';
import { HOLD_REASONS } from './decision.ts';
import { DEFAULT_BUDGET } from './defaults.ts';
import { outcomesOf } from './outcome-of.ts';

const nps = aCandidate('srv_nps');

/** What is told of the first content in a situation, with its reason. */
function told(candidate: Candidate, over: Partial<Situation>, ...others: Candidate[]) {
  const situation = aSituation(over);
  const candidates = [candidate, ...others];
  const decision = decide({ ...situation, candidates });
  const [outcome] = outcomesOf(decision, candidates, []).filter(
    ({ contentId }) => contentId === candidate.id,
  );
  if (!outcome) throw new Error('not decided');
  return [outcome.reason, becauseOf(outcome, { situation, decision, candidate })] as const;
}

describe('what a decision is told by', () => {
  const ago = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();

  test.each<{
    what: string;
    candidate?: Candidate;
    situation: Partial<Situation>;
    others?: Candidate[];
    reason: string;
    because: Because;
  }>([
    {
      what: 'the clock between any two interruptions, and what the last one was',
      situation: {
        facts: aFacts({ content: { ann_news: aState({ attempts: 1, lastClaimedAt: ago(3) }) } }),
        history: aHistory({ lastInterruptedAt: ago(3) }),
      },
      reason: 'person_budget',
      because: { since: ago(3), days: 7, until: ago(-4), contentId: 'ann_news' },
    },
    {
      what: 'a clock without an end',
      candidate: aCandidate('srv_once', { recurrence: { ...nps.recurrence, afterAnsweredDays: null } }),
      situation: { facts: aFacts({ content: { srv_once: aState({ lastAnsweredAt: ago(9) }) } }) },
      reason: 'already_answered',
      because: { since: ago(9), days: null, until: null },
    },
    {
      what: 'how often it was tried',
      situation: { facts: aFacts({ content: { srv_nps: aState({ attempts: 3 }) } }) },
      reason: 'max_attempts',
      because: { count: 3, limit: 3 },
    },
    {
      what: 'the page, without what is behind it',
      candidate: aCandidate('srv_nps', { pages: ['/settings'] }),
      situation: { page: { url: 'https://app.example.com/a?email=mika@example.com#x', device: 'desktop' } },
      reason: 'page',
      because: { place: 'https://app.example.com/a', places: ['/settings'] },
    },
    {
      what: 'what goes first',
      situation: {},
      others: [aCandidate('srv_first', { priority: 9 })],
      reason: 'lower_priority',
      because: { contentId: 'srv_first' },
    },
    {
      what: 'the one part of the audience that failed, with what was found',
      candidate: aCandidate('srv_nps', {
        audience: {
          type: 'all',
          of: [
            { type: 'locale', in: ['ja'] },
            { type: 'trait', subject: 'contact', key: 'role', op: 'is', value: 'admin' },
          ],
        },
      }),
      situation: { facts: aFacts({ contact: { ...aFacts().contact, traits: { role: 'x'.repeat(500) } } }) },
      reason: 'audience',
      because: {
        leaves: [
          {
            leaf: { type: 'trait', subject: 'contact', key: 'role', op: 'is', value: 'admin' },
            negated: false,
            outcome: 'no_match',
            found: `${'x'.repeat(79)}…`,
          },
        ],
      },
    },
    {
      what: 'when the turn of a person in waves comes',
      candidate: aCandidate('srv_a', { waves: { from: '2026-01-01', months: 3, percent: 100 } }),
      situation: {},
      reason: 'wave_ahead',
      because: { until: '2026-03-18T00:00:00.000Z' },
    },
    {
      what: 'when it comes again',
      candidate: aCandidate('srv_nps', { waves: { from: '2026-01-01', months: 3, percent: 100 } }),
      situation: { facts: aFacts({ content: { srv_nps: aState({ lastShownAt: ago(1) }) } }) },
      reason: 'wave_asked',
      because: { since: ago(1), until: '2026-05-02T00:00:00.000Z' },
    },
    {
      what: 'what there is nothing to ask about',
      candidate: aCandidate('srv_nps', {
        transaction: { event: 'ticket_closed', property: 'ticketId', withinDays: 7 },
      }),
      situation: { transactions: new Map([['srv_nps', [{ id: '9', at: ago(8) }]]]) },
      reason: 'no_transaction',
      because: { event: 'ticket_closed', days: 7, since: ago(8) },
    },
    {
      what: 'how many have answered',
      candidate: aCandidate('srv_nps', { quota: { answers: 50, per: 'total' } }),
      situation: { answered: new Map([['srv_nps', { total: 52 }]]) },
      reason: 'quota_reached',
      because: { count: 52, limit: 50 },
    },
    {
      what: 'the tag whose limit is used up, also where others are not',
      candidate: aCandidate('srv_nps', { tags: ['news', 'feedback'] }),
      situation: {
        budget: {
          ...DEFAULT_BUDGET,
          perTag: [
            { tag: 'News', count: 3, days: 30 },
            { tag: 'Feedback', count: 2, days: 30 },
          ],
        },
        history: aHistory({
          recent: [
            { kind: 'survey', tags: ['feedback'], at: ago(9) },
            { kind: 'announcement', tags: ['feedback', 'news'], at: ago(8) },
            { kind: 'survey', tags: ['feedback'], at: ago(31) },
          ],
        }),
      },
      reason: 'tag_budget',
      because: { tag: 'Feedback', count: 2, limit: 2, days: 30, since: ago(8) },
    },
    {
      what: 'why a checklist does not open by itself',
      candidate: aCandidate('chk_start'),
      situation: { history: aHistory({ firstSession: true }) },
      reason: 'eligible',
      because: { waits: 'first_session' },
    },
  ])('$what', ({ candidate = nps, situation, others = [], reason, because }) => {
    expect(told(candidate, situation, ...others)).toEqual([reason, because]);
  });

  test('the numbers of the account, where the rule has no words of its own', () => {
    const history = aHistory({ accountPeople: 10, accountAskedToday: 2 });
    expect(told(nps, { history })).toMatchObject([
      'account_budget',
      { numbers: { accountPeople: 10, accountAskedToday: 2, accountDailyPercent: 20 } },
    ]);
  });

  test('something for every reason to hold, and never much', () => {
    for (const reason of HOLD_REASONS) {
      const because = becauseOf({ outcome: 'held', reason }, { situation: aSituation(), candidate: nps });
      expect(JSON.stringify(because).length, reason).toBeLessThan(3_000);
    }
    fc.assert(
      fc.property(someInput, (input) => {
        const decision = decide(input);
        for (const outcome of outcomesOf(decision, input.candidates, [])) {
          const candidate = input.candidates.find(({ id }) => id === outcome.contentId);
          expect(
            JSON.stringify(becauseOf(outcome, { situation: input, decision, candidate })).length,
          ).toBeLessThan(3_000);
        }
      }),
    );
  });
});

describe('outcomes of a decision', () => {
  test('are one for each content, whatever was decided', () => {
    for (const { candidates, situation } of CASES) {
      const outcomes = outcomesOf(decide({ ...aSituation(situation), candidates }), candidates, []);
      expect(outcomes.map(({ contentId }) => contentId).toSorted()).toEqual(
        candidates.map(({ id }) => id).toSorted(),
      );
    }
  });

  test('say of a content that is gone that it is not published', () => {
    const standing = [{ contentId: 'srv_old', outcome: 'popover', reason: 'eligible', version: 3 }] as const;
    expect(outcomesOf({ show: [], held: [] }, [], standing)).toEqual([
      { contentId: 'srv_old', outcome: 'held', reason: 'not_published', version: 3 },
    ]);
  });
});
