import { defaultDelivery } from '@banso/domain/decide';
import type { Experiment } from '@banso/domain/experiment';
import { describe, expect, test } from 'vitest';
import { aChecklist, aStep } from '../recorder/testing/rig.ts';
import { latestRun } from './experiment-run.ts';

const plan = (controlPercent: number): Experiment => ({
  unit: 'account',
  controlPercent,
  goal: { event: 'export', withinDays: 14 },
  plannedPerArm: 50,
});
const at = (day: number) => `2026-03-0${day}T00:00:00.000Z`;
/** Versions from a list of shares of the control group, 0 without; newest first. */
const versions = (shares: readonly number[], steps: readonly string[] = shares.map(() => 'a')) =>
  shares
    .map((share, index) => ({
      version: index + 1,
      publishedAt: at(index + 1),
      draft: {
        defaultLocale: 'en',
        locales: ['en'],
        body: aChecklist([aStep(steps[index] ?? 'a')]),
        delivery: { ...defaultDelivery('checklist'), ...(share > 0 && { experiment: plan(share) }) },
      },
    }))
    .toReversed();

describe('the latest experiment', () => {
  test.each([
    { shares: [0, 0], live: 2, run: undefined },
    { shares: [0, 10, 20], live: 3, run: { share: 20, start: 2, end: undefined } },
    { shares: [10, 0, 20, 20, 0, 0], live: 6, run: { share: 20, start: 3, end: 5 } },
    { shares: [10, 0, 20], live: 2, run: { share: 10, start: 1, end: 2 } },
    { shares: [10], live: 0, run: undefined },
  ])('of $shares with version $live live', ({ shares, live, run }) => {
    const { draft: _draft, ...found } = latestRun(versions(shares), live) ?? { draft: undefined };
    expect(found).toEqual(
      run === undefined
        ? {}
        : {
            experiment: plan(run.share),
            startedAt: at(run.start),
            endedAt: run.end === undefined ? undefined : at(run.end),
            isMixed: false,
          },
    );
  });

  test('is mixed when the content was changed while it ran, and not before', () => {
    expect(latestRun(versions([10, 10], ['a', 'b']), 2)?.isMixed).toBe(true);
    expect(latestRun(versions([0, 10, 10, 0], ['a', 'b', 'b', 'c']), 4)?.isMixed).toBe(false);
  });

  test('begins with the schedule of its first version', () => {
    const [only] = versions([10]);
    if (!only) throw new Error('one version');
    const { draft } = only;
    const later = { ...only, draft: { ...draft, delivery: { ...draft.delivery, startsAt: at(7) } } };
    expect(latestRun([later], 1)?.startedAt).toBe(at(7));
  });
});
