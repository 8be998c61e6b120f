import { describe, expect, test } from 'vitest';
import { aCandidate, aHistory, aSituation } from '../testing/decisions.ts';
import { aFacts, NOW } from '../testing/facts.ts';
import type { Candidate, Situation } from './decision.ts';
import { decide } from './decide.ts';
import type { Supposition } from './supposing.ts';
import { supposing } from './supposing.ts';

const nps = aCandidate('srv_nps');
const ifAccount = (key: string) =>
  aCandidate('srv_nps', { audience: { type: 'trait', subject: 'account', key, op: 'is', value: 'pro' } });

describe('supposing that a fact is different', () => {
  const reasonIn = (situation: Situation, candidate: Candidate) => {
    const { show, held } = decide({ ...situation, candidates: [candidate] });
    return held[0]?.reason ?? show[0]?.reason;
  };

  test.each<{
    supposed: Supposition;
    candidate?: Candidate;
    situation?: Partial<Situation>;
    from: string;
    to: string;
  }>([
    {
      supposed: { fact: 'trait', subject: 'account', key: 'plan', value: 'pro' },
      candidate: ifAccount('plan'),
      from: 'audience',
      to: 'eligible',
    },
    {
      supposed: { fact: 'trait', subject: 'account', key: 'plan', value: 'pro' },
      candidate: ifAccount('plan'),
      situation: { facts: aFacts({ account: undefined }) },
      from: 'audience',
      to: 'eligible',
    },
    {
      supposed: { fact: 'trait', subject: 'account', key: 'plan', value: null },
      candidate: ifAccount('plan'),
      situation: { facts: aFacts({ account: { id: 'acc_1', traits: { plan: 'pro' } } }) },
      from: 'eligible',
      to: 'audience',
    },
    {
      supposed: { fact: 'locale', value: 'ko' },
      candidate: aCandidate('srv_nps', { audience: { type: 'locale', in: ['ko'] } }),
      from: 'audience',
      to: 'eligible',
    },
    {
      supposed: { fact: 'verified', value: false },
      candidate: aCandidate('srv_nps', { verifiedOnly: true }),
      from: 'eligible',
      to: 'identity_required',
    },
    {
      supposed: { fact: 'event', subject: 'contact', name: 'export', count: 3 },
      candidate: aCandidate('srv_nps', {
        audience: {
          type: 'event',
          subject: 'contact',
          name: 'export',
          op: 'at_least',
          count: 3,
          withinDays: 7,
        },
      }),
      from: 'audience',
      to: 'eligible',
    },
    {
      supposed: { fact: 'lastInterruptedAt', value: null },
      situation: { history: aHistory({ lastInterruptedAt: NOW, interruptionsThisSession: 1 }) },
      from: 'session_budget',
      to: 'eligible',
    },
    {
      supposed: { fact: 'lastInterruptedAt', value: '2026-03-09T00:00:00.000Z' },
      from: 'eligible',
      to: 'person_budget',
    },
    { supposed: { fact: 'asking', value: 'never' }, from: 'eligible', to: 'asked_never' },
    {
      supposed: { fact: 'page', url: 'https://app.example.com/settings', device: 'desktop' },
      candidate: aCandidate('srv_nps', { pages: ['/settings'] }),
      from: 'page',
      to: 'eligible',
    },
  ])('$supposed.fact: $from becomes $to', ({ supposed, candidate = nps, situation, from, to }) => {
    const before = aSituation(situation);
    expect(reasonIn(before, candidate)).toBe(from);
    expect(reasonIn(supposing(before, [supposed]), candidate)).toBe(to);
    expect(reasonIn(before, candidate), 'what was given is left alone').toBe(from);
  });
});
