import { describe, expect, test } from 'vitest';
import type { Assignee } from './assign.ts';
import { ASSIGN_RULES, assigneeOf, handedTo } from './assign.ts';
import { causeOfAnswer, priorityOf } from './cause.ts';
import { DEFAULT_CASE_SETTINGS } from './settings.ts';

describe('assigneeOf', () => {
  const mika: Assignee = { id: 'mem_1', language: 'ja', teamIds: [], load: 3 };
  const seoyeon: Assignee = { id: 'mem_2', language: 'ko', teamIds: [], load: 1 };
  const daniel: Assignee = { id: 'mem_3', language: null, teamIds: [], load: 0 };
  const team = [mika, seoyeon, daniel];

  test.each([
    { owner: 'mem_1', locale: 'ko', to: 'mem_1', why: 'whoever looks after the account goes first' },
    { owner: 'mem_9', locale: 'ko-KR', to: 'mem_2', why: 'the owner has left: who speaks the language' },
    { owner: null, locale: 'fr', to: 'mem_3', why: 'nobody speaks it: the least busy' },
    { owner: null, locale: null, to: 'mem_3', why: 'nothing is known: the least busy' },
  ])('$why', ({ owner, locale, to }) =>
    expect(assigneeOf(ASSIGN_RULES, { accountOwnerId: owner, locale }, team)).toBe(to),
  );

  test('applies the rules in their order, and no others', () => {
    const of = { accountOwnerId: 'mem_1', locale: 'ko' };
    expect(assigneeOf(['language', 'account_owner'], of, team)).toBe('mem_2');
    expect(assigneeOf(['language'], { ...of, locale: 'fr' }, team)).toBeUndefined();
    expect(assigneeOf([], of, team)).toBeUndefined();
    expect(assigneeOf(ASSIGN_RULES, of, [])).toBeUndefined();
  });

  test('stays inside the team that a cause names; where nobody of it is named, the case is only the team’s', () => {
    const { targets } = DEFAULT_CASE_SETTINGS;
    const message = { opens: true, days: 1, teamId: 'tea_1' };
    const settings = { ...DEFAULT_CASE_SETTINGS, targets: { ...targets, message } };
    const of = { accountOwnerId: 'mem_3', locale: 'ko' };
    const inside = team.map((one) => ({ ...one, teamIds: one === mika ? ['tea_1', 'tea_2'] : ['tea_2'] }));
    expect(handedTo(settings, 'message', of, inside)).toEqual({ teamId: 'tea_1', ownerId: 'mem_1' });
    expect(handedTo(settings, 'detractor', of, inside)).toEqual({ teamId: null, ownerId: 'mem_3' });
    expect(handedTo(settings, 'message', of, team)).toEqual({ teamId: 'tea_1', ownerId: null });
  });

  test('does not depend on the order of the team', () => {
    const even = team.map((one) => ({ ...one, load: 2 }));
    const of = { accountOwnerId: null, locale: null };
    expect(assigneeOf(['least_load'], of, even.toReversed())).toBe(assigneeOf(['least_load'], of, even));
  });
});

test.each([
  { score: 6, csat: null, cause: 'detractor' },
  { score: 7, csat: null, cause: 'passive' },
  { score: 9, csat: 2, cause: 'low_csat' },
  { score: 0, csat: 1, cause: 'detractor' },
  { score: null, csat: 2, cause: 'low_csat' },
  { score: null, csat: 3, cause: undefined },
  { score: null, csat: null, cause: undefined },
])('an NPS of $score and a mark of $csat give cause for $cause', ({ cause, ...given }) => {
  expect(causeOfAnswer(given)).toBe(cause);
});

test.each([
  { cause: 'detractor', score: 3, days: undefined, priority: 'high' },
  { cause: 'detractor', score: 4, days: undefined, priority: 'normal' },
  { cause: 'detractor', score: 3, days: 60, priority: 'urgent' },
  { cause: 'message', score: null, days: 61, priority: 'normal' },
  { cause: 'message', score: null, days: -3, priority: 'high' },
  { cause: 'promoter', score: 9, days: undefined, priority: 'low' },
] as const)(
  '$cause of $score with a renewal in $days days is $priority',
  ({ cause, score, days, priority }) => {
    expect(priorityOf(cause, score, days)).toBe(priority);
  },
);
