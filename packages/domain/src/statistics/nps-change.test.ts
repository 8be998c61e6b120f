import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NpsTally } from './nps.ts';
import { answersNeeded, npsChange } from './nps-change.ts';

const tally = (promoters: number, passives: number, detractors: number): NpsTally => ({
  promoters,
  passives,
  detractors,
});
const times = (k: number, { promoters, passives, detractors }: NpsTally): NpsTally =>
  tally(k * promoters, k * passives, k * detractors);

const anyTally = fc
  .tuple(fc.nat(200), fc.nat(200), fc.nat(200))
  .filter(([p, s, d]) => p + s + d > 0)
  .map(([p, s, d]) => tally(p, s, d));

describe('npsChange', () => {
  test('does not call 50/30/20 → 60/25/15 a change: 15 points, z 1.3942', () => {
    const change = npsChange(tally(50, 30, 20), tally(60, 25, 15));
    expect(change?.difference).toBeCloseTo(15, 10);
    expect(change?.z).toBeCloseTo(1.3942, 4);
    expect(change?.detectable).toBe(false);
  });

  test('detects the same 15 points with three times the answers', () => {
    expect(npsChange(tally(150, 90, 60), tally(180, 75, 45))?.detectable).toBe(true);
  });

  test('detects nothing where a wave is too small for a score', () => {
    expect(npsChange(tally(4, 0, 0), tally(0, 0, 400))?.detectable).toBe(false);
  });

  test('does not take agreement for certainty: six fans, then one of them passive', () => {
    const change = npsChange(tally(6, 0, 0), tally(5, 1, 0));
    expect(change?.z).toBeGreaterThan(-1.96);
    expect(change?.detectable).toBe(false);
  });

  test('has a finite z of 0 when two waves agree completely', () => {
    expect(npsChange(tally(10, 0, 0), tally(20, 0, 0))).toMatchObject({
      difference: 0,
      z: 0,
      detectable: false,
    });
  });

  test('needs answers on both sides', () => {
    expect(npsChange(tally(0, 0, 0), tally(5, 5, 5))).toBeUndefined();
    expect(npsChange(tally(5, 5, 5), tally(0, 0, 0))).toBeUndefined();
  });

  test('only changes its sign when the waves change places', () => {
    fc.assert(
      fc.property(anyTally, anyTally, (before, after) => {
        const [there, back] = [npsChange(before, after), npsChange(after, before)];
        expect(there?.z).toBeCloseTo(-(back?.z ?? Number.NaN), 9);
        expect(there?.detectable).toBe(back?.detectable);
      }),
    );
  });
});

describe('answersNeeded', () => {
  test('says about 1,400 answers a period for 21.4 → 29.6 (z 0.87)', () => {
    const [before, after] = [tally(58, 43, 30), tally(69, 46, 27)];
    expect(npsChange(before, after)?.z).toBeCloseTo(0.87, 2);
    expect(answersNeeded(before, after)).toBe(1_417);
  });

  test('gives (z + z_power)²·(v₁ + v₂)/δ² for a case done by hand', () => {
    // v₁ = 0.70 − 0.09 = 0.61, v₂ = 0.75 − 0.2025 = 0.5475, δ = 0.15, (1.959964 + 0.841621)² = 7.848879
    expect(answersNeeded(tally(50, 30, 20), tally(60, 25, 15))).toBe(Math.ceil((7.848879 * 1.1575) / 0.0225));
  });

  test('asks for more to be surer', () => {
    const waves = [tally(50, 30, 20), tally(60, 25, 15)] as const;
    expect(answersNeeded(...waves, 0.9)).toBeGreaterThan(answersNeeded(...waves) ?? Infinity);
  });

  test('has no number for no difference or no answers', () => {
    expect(answersNeeded(tally(10, 10, 10), tally(20, 20, 20))).toBeUndefined();
    expect(answersNeeded(tally(0, 0, 0), tally(20, 20, 20))).toBeUndefined();
  });

  test('is enough: waves of that size with these shares are told apart', () => {
    fc.assert(
      fc.property(anyTally, anyTally, (before, after) => {
        const needed = answersNeeded(before, after);
        fc.pre(needed !== undefined);
        const [n, m] = [before, after].map((t) => t.promoters + t.passives + t.detractors);
        const size = Math.max(needed, 5) * (n ?? 1) * (m ?? 1);
        const change = npsChange(times(size / (n ?? 1), before), times(size / (m ?? 1), after));
        expect(change?.detectable).toBe(true);
      }),
    );
  });
});
