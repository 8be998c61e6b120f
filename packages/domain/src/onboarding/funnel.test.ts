import { expect, test } from 'vitest';
import { funnelOf } from './funnel.ts';

const counts = {
  waiting: 5,
  started: 20,
  seen: 18,
  opened: 12,
  stepped: 13,
  done: 4,
  steps: new Map([
    ['invite', 13],
    ['gone', 3],
  ]),
  dismissed: 2,
  snoozed: 0,
};

test('the funnel goes from who is eligible to who is done, every share with its denominator', () => {
  const { lines, dismissed, snoozed } = funnelOf(counts, ['invite', 'share']);
  expect(
    lines.map(({ stage, step, count, share }) => [stage, step, count, share?.percent, share?.n]),
  ).toEqual([
    ['eligible', undefined, 25, undefined, undefined],
    ['started', undefined, 20, 80, 25],
    ['seen', undefined, 18, 90, 20],
    ['opened', undefined, 12, 60, 20],
    ['stepped', undefined, 13, 65, 20],
    ['step', 'invite', 13, 65, 20],
    ['step', 'share', 0, 0, 20],
    ['done', undefined, 4, 20, 20],
  ]);
  expect([dismissed?.count, dismissed?.n, snoozed?.percent]).toEqual([2, 20, 0]);
});

test('of nobody there is no share', () => {
  const nobody = {
    ...counts,
    waiting: 0,
    started: 0,
    seen: 0,
    opened: 0,
    stepped: 0,
    done: 0,
    dismissed: 0,
    steps: new Map(),
  };
  expect(funnelOf(nobody, ['invite']).lines.every(({ share }) => share === undefined)).toBe(true);
});
