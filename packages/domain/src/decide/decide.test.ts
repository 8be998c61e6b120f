import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterExposure, aCandidate, aHistory, aSituation, someInput } from '../testing/decisions.ts';
import { aFacts, aState } from '../testing/facts.ts';
import { CASES } from './cases.ts';
import { decide, mayClaim } from './decide.ts';
import type { Decision, DecisionInput, HoldReason } from './decision.ts';
import { HOLD_REASONS } from './decision.ts';
import { DEFAULT_BUDGET } from './defaults.ts';
import { GATES } from './gates.ts';

const shown = ({ show }: Decision): string[] =>
  show.map(({ contentId, surface, reason }) => `${contentId} ${surface} ${reason}`);
const heldBy = ({ held }: Decision): string[] =>
  held.map(({ contentId, reason }) => `${contentId} ${reason}`);

describe('decide', () => {
  test.each(CASES)('$name', ({ candidates, situation, show, held }) => {
    const decision = decide({ ...aSituation(situation), candidates });
    expect({ show: shown(decision), held: heldBy(decision) }).toEqual({ show, held });
  });

  test('has a case for every reason to hold', () => {
    const reasons = new Set<string>(
      CASES.flatMap(({ held }) => held.map((line) => line.split(' ')[1] ?? '')),
    );
    // A finished checklist is not held but shown as finished; the reason is given to a claim.
    expect(HOLD_REASONS.filter((reason) => !reasons.has(reason))).toEqual(['completed']);
  });

  test('asks the gates in the order of the reasons', () => {
    expect([...GATES.map(({ reason }) => reason), 'lower_priority']).toEqual([...HOLD_REASONS]);
  });

  test('tells the page when and where it may appear', () => {
    const nps = aCandidate('srv_nps', { version: 4, delaySeconds: 12, pages: ['/projects/*'] });
    expect(decide({ ...aSituation(), candidates: [nps] }).show).toEqual([
      {
        contentId: 'srv_nps',
        version: 4,
        kind: 'survey',
        surface: 'popover',
        when: { delaySeconds: 12, pages: ['/projects/*'] },
        reason: 'eligible',
      },
    ]);
  });

  test('leaves its input alone', () => {
    const candidates = Object.freeze([aCandidate('srv_b'), aCandidate('srv_a')]);
    expect(() => decide({ ...aSituation(), candidates })).not.toThrow();
  });
});

describe('mayClaim', () => {
  const nps = aCandidate('srv_nps');
  const start = aCandidate('chk_start');

  test('grants what decide would open', () => expect(mayClaim(nps, aSituation())).toBeUndefined());

  test('grants one of two tabs that saw the same decision', () => {
    const first = aSituation();
    expect(mayClaim(nps, first)).toBeUndefined();
    const claimed = aState({ attempts: 1, lastClaimedAt: first.facts.now });
    const second = aSituation({ facts: aFacts({ content: { srv_nps: claimed } }) });
    expect(mayClaim(nps, second)).toBe('claimed_elsewhere');
  });

  test.each<{ because: string; situation: Parameters<typeof aSituation>[0]; refused: HoldReason }>([
    {
      because: 'another content interrupted in between',
      situation: {
        history: aHistory({ interruptionsThisSession: 1, lastInterruptedAt: '2026-03-11T09:29:00.000Z' }),
      },
      refused: 'session_budget',
    },
    {
      because: 'it was answered on another device',
      situation: {
        facts: aFacts({ content: { srv_nps: aState({ lastAnsweredAt: '2026-03-11T09:29:00.000Z' }) } }),
      },
      refused: 'already_answered',
    },
    {
      because: 'the person moved to another page',
      situation: { page: { url: 'https://app.example.com/elsewhere', device: 'desktop' } },
      refused: 'page',
    },
  ])('refuses when $because', ({ situation, refused }) => {
    expect(mayClaim({ ...nps, pages: ['/projects/*'] }, aSituation(situation))).toBe(refused);
  });

  test('refuses a content that was paused in between', () => {
    expect(mayClaim({ ...nps, status: 'paused' }, aSituation())).toBe('not_published');
  });

  test('refuses to open a finished checklist by itself', () => {
    const content = { chk_start: aState({ completedAt: '2026-03-01T00:00:00.000Z' }) };
    expect(mayClaim(start, aSituation({ facts: aFacts({ content }) }))).toBe('completed');
  });
});

describe('laws', () => {
  const contentIds = (decision: Decision): string[] => [
    ...decision.show.map(({ contentId }) => contentId),
    ...decision.held.map(({ contentId }) => contentId),
  ];
  const reasonOf = (decision: Decision, id: string): HoldReason | undefined =>
    decision.held.find(({ contentId }) => contentId === id)?.reason;
  const popovers = (decision: Decision): string[] =>
    decision.show.filter(({ surface }) => surface === 'popover').map(({ contentId }) => contentId);
  const check = (law: (input: DecisionInput) => void, numRuns = 1_000): void =>
    fc.assert(fc.property(someInput, law), { numRuns });

  test('every candidate is shown or held, once', () => {
    check((input) => {
      expect(contentIds(decide(input)).toSorted()).toEqual(input.candidates.map(({ id }) => id).toSorted());
    });
  });

  test('at most one opens by itself, and a resource never', () => {
    check((input) => {
      const opened = popovers(decide(input));
      expect(opened.length).toBeLessThanOrEqual(1);
      expect(input.candidates.some(({ id, kind }) => kind === 'resource' && opened.includes(id))).toBe(false);
    });
  });

  test('the order of the candidates does not matter', () => {
    fc.assert(
      fc.property(
        someInput.chain((input) =>
          fc.tuple(
            fc.constant(input),
            fc.shuffledSubarray([...input.candidates], { minLength: input.candidates.length }),
          ),
        ),
        ([input, candidates]) => {
          expect(decide({ ...input, candidates })).toEqual(decide(input));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('taking a candidate away changes no reason but that of the slot', () => {
    check((input) => {
      const before = decide(input);
      for (const gone of input.candidates) {
        const after = decide({ ...input, candidates: input.candidates.filter(({ id }) => id !== gone.id) });
        for (const { contentId, reason } of before.held) {
          if (contentId !== gone.id && reason !== 'lower_priority')
            expect(reasonOf(after, contentId)).toBe(reason);
        }
      }
    });
  });

  test('what opens by itself may be claimed, and nothing that is held', () => {
    check((input) => {
      const decision = decide(input);
      for (const candidate of input.candidates) {
        const refusal = mayClaim(candidate, input);
        const reason = reasonOf(decision, candidate.id);
        if (popovers(decision).includes(candidate.id) || reason === 'lower_priority')
          expect(refusal).toBeUndefined();
        else if (reason !== undefined) expect(refusal).toBeDefined();
      }
    });
  });

  test('an exposure never sets free what is held', () => {
    check((input) => {
      const before = decide(input);
      for (const { id } of input.candidates) {
        const after = decide(afterExposure(input, id));
        for (const { contentId, reason } of before.held) {
          // Showing it ends the claim; the slot goes to the next when the budget allows more than one.
          if (reason === 'claimed_elsewhere' || reason === 'lower_priority') continue;
          expect(reasonOf(after, contentId)).toBeDefined();
        }
      }
    });
  });

  test('after an exposure nothing opens by itself while the budget rests, and nothing new is shown', () => {
    check((input) => {
      const rested = { ...input, budget: DEFAULT_BUDGET };
      const before = decide(rested).show.map(({ contentId }) => contentId);
      for (const { id } of input.candidates) {
        const after = decide(afterExposure(rested, id));
        expect(popovers(after)).toEqual([]);
        expect(before).toEqual(expect.arrayContaining(after.show.map(({ contentId }) => contentId)));
      }
    });
  });
});
