import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterExposure, aCandidate, aHistory, aSituation, someInput } from '../testing/decisions.ts';
import { aFacts, aState } from '../testing/facts.ts';
import type { Asking } from './asking.ts';
import { ASKING } from './asking.ts';
import { CASES } from './cases.ts';
import { decide, interruptions, mayClaim } from './decide.ts';
import type { Candidate, Decision, DecisionInput, HoldReason } from './decision.ts';
import { HOLD_REASONS } from './decision.ts';
import { DEFAULT_BUDGET } from './defaults.ts';
import { EXPERIMENT_GATES, GATES } from './gates.ts';
import { opensAs } from './opens-as.ts';

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
    const reasons = (gates: typeof GATES) => gates.map(({ reason }) => reason);
    expect([...reasons(GATES), 'lower_priority', ...reasons(EXPERIMENT_GATES)]).toEqual([...HOLD_REASONS]);
  });

  test('tells the page when and where it may appear', () => {
    const nps = aCandidate('srv_nps', {
      version: 4,
      delaySeconds: 12,
      pages: ['/projects/*'],
      trigger: { idleSeconds: 9 },
    });
    expect(decide({ ...aSituation(), candidates: [nps] }).show).toEqual([
      {
        contentId: 'srv_nps',
        version: 4,
        kind: 'survey',
        surface: 'popover',
        when: { delaySeconds: 12, pages: ['/projects/*'], trigger: { idleSeconds: 9 } },
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
  const interrupting = (decision: Decision): string[] =>
    decision.show.filter(({ surface }) => surface !== 'panel').map(({ contentId }) => contentId);
  const isApart = (reason: HoldReason) => reason === 'holdout' || reason === 'control';
  const check = (law: (input: DecisionInput) => void, numRuns = 1_000): void =>
    fc.assert(fc.property(someInput, law), { numRuns });

  test('every candidate is shown or held, once', () => {
    check((input) => {
      expect(contentIds(decide(input)).toSorted()).toEqual(input.candidates.map(({ id }) => id).toSorted());
    });
  });

  test('at most one opens by itself, and a resource or a badge never', () => {
    check((input) => {
      const opened = interrupting(decide(input));
      expect(opened.length).toBeLessThanOrEqual(1);
      const quiet = input.candidates.filter(
        ({ kind, mode }) => kind === 'resource' || (kind === 'announcement' && mode === 'badge'),
      );
      expect(quiet.some(({ id }) => opened.includes(id))).toBe(false);
    });
  });

  test('who never wants to be asked sees nothing open by itself, and may be granted nothing', () => {
    check((input) => {
      const never = { ...input, history: { ...input.history, asking: 'never' as const } };
      expect(interrupting(decide(never))).toEqual([]);
      for (const candidate of input.candidates) expect(mayClaim(candidate, never)).toBeDefined();
    });
  });

  test('what a person asks for takes nothing out of the panel, and less is never more', () => {
    check((input) => {
      const asking = (how: Asking) => decide({ ...input, history: { ...input.history, asking: how } });
      const quiet = ({ show }: Decision) =>
        show.filter(({ surface }) => surface === 'panel').map(({ contentId }) => contentId);
      const [usual, less, never] = ASKING.map(asking) as [Decision, Decision, Decision];
      for (const [more, fewer] of [
        [usual, less],
        [less, never],
      ] as const) {
        expect(interrupting(more)).toEqual(expect.arrayContaining(interrupting(fewer)));
        expect(quiet(fewer)).toEqual(expect.arrayContaining(quiet(more)));
        const ids = (decision: Decision) => decision.show.map(({ contentId }) => contentId);
        expect(ids(more)).toEqual(expect.arrayContaining(ids(fewer)));
      }
    });
  });

  test('an announcement is held only by what holds it on every surface', () => {
    const content: readonly HoldReason[] = [...GATES, ...EXPERIMENT_GATES]
      .filter(({ guards }) => guards === 'content')
      .map(({ reason }) => reason);
    check((input) => {
      const { held } = decide(input);
      for (const { id, kind } of input.candidates)
        if (kind === 'announcement')
          expect([undefined, ...content]).toContain(held.find(({ contentId }) => contentId === id)?.reason);
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

  test('of what may open by itself the first by priority does, then the older one, then the smaller id', () => {
    check((input) => {
      const free = input.candidates.filter(
        (candidate) => opensAs(candidate) !== undefined && mayClaim(candidate, input) === undefined,
      );
      const isBehind = (one: Candidate, other: Candidate) =>
        one.priority !== other.priority
          ? one.priority < other.priority
          : one.publishedAt !== other.publishedAt
            ? one.publishedAt > other.publishedAt
            : one.id > other.id;
      const first = free.filter((one) => free.every((other) => !isBehind(one, other)));
      const opened = interrupting(decide(input));
      expect(opened).toEqual(first.map(({ id }) => id));
    });
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
        if (interrupting(decision).includes(candidate.id)) expect(refusal).toBeUndefined();
        // an experiment is asked after the slot
        else if (reason === 'lower_priority') expect(refusal === undefined || isApart(refusal)).toBe(true);
        else if (reason !== undefined) expect(refusal).toBeDefined();
      }
    });
  });

  test('interruptions are what decide says of them, with the reason of what waits in the panel', () => {
    check((input) => {
      const decision = decide(input);
      const verdicts = interruptions(input);
      for (const candidate of input.candidates) {
        if (opensAs(candidate) === undefined) {
          expect(verdicts.has(candidate.id)).toBe(false);
          continue;
        }
        const reason = verdicts.get(candidate.id);
        expect(interrupting(decision).includes(candidate.id)).toBe(reason === undefined);
        const held = reasonOf(decision, candidate.id);
        if (candidate.kind === 'survey') expect(held).toBe(reason);
        if (reason !== 'lower_priority') expect(mayClaim(candidate, input)).toBe(reason);
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
          // And asking the NPS is what its days were kept free for.
          if (['claimed_elsewhere', 'lower_priority', 'reserved'].includes(reason)) continue;
          // Who has met it is in no experiment; the control group never does.
          if (contentId === id && isApart(reason)) continue;
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
        expect(interrupting(after)).toEqual([]);
        // what the control group has met it would keep
        if (decide(rested).held.some(({ contentId, reason }) => contentId === id && isApart(reason)))
          continue;
        expect(before).toEqual(expect.arrayContaining(after.show.map(({ contentId }) => contentId)));
      }
    });
  });
});
