import { describe, expect, test } from 'vitest';
import { seededIds } from './ids.ts';
import { Chance } from './random.ts';

const drawn = (chance: Chance, count: number) => Array.from({ length: count }, () => chance.next());

describe('Chance', () => {
  test('draws the same for the same seed, and something else for another', () => {
    expect(drawn(new Chance('a'), 20)).toEqual(drawn(new Chance('a'), 20));
    expect(drawn(new Chance('a'), 20)).not.toEqual(drawn(new Chance('b'), 20));
  });

  test('keeps its streams apart: what one draws changes nothing in another', () => {
    const quiet = new Chance('a');
    const busy = new Chance('a');
    drawn(busy.fork('visits'), 100);
    expect(drawn(busy.fork('names'), 5)).toEqual(drawn(quiet.fork('names'), 5));
  });

  test('spreads evenly, and around zero where it shall', () => {
    const chance = new Chance('even');
    const all = drawn(chance, 20_000);
    for (const tenth of Array(10).keys()) {
      const inside = all.filter((value) => value >= tenth / 10 && value < (tenth + 1) / 10).length;
      expect(inside).toBeGreaterThan(1_800);
      expect(inside).toBeLessThan(2_200);
    }
    const normal = Array.from({ length: 20_000 }, () => chance.normal());
    expect(Math.abs(normal.reduce((sum, value) => sum + value, 0) / normal.length)).toBeLessThan(0.03);
    expect(normal.filter((value) => Math.abs(value) < 1).length / normal.length).toBeCloseTo(0.683, 1);
  });

  test('chooses by weight and says when there is nothing to choose from', () => {
    const chance = new Chance('weights');
    const chosen = Array.from({ length: 1_000 }, () =>
      chance.weighted([
        ['often', 3],
        ['never', 0],
        ['seldom', 1],
      ]),
    );
    expect(chosen).not.toContain('never');
    expect(chosen.filter((one) => one === 'often').length).toBeGreaterThan(680);
    expect(() => chance.pick([])).toThrow(RangeError);
  });
});

test('ids are UUIDv7 of their time, and the same for the same seed', () => {
  const at = '2026-02-03T04:05:06.789Z';
  const [one, other] = [seededIds(new Chance('ids')), seededIds(new Chance('ids'))];
  const id = one('acc', at);
  expect(id).toMatch(/^acc_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.slice(4, 17).replace('-', ''), 16)).toBe(Date.parse(at));
  expect(other('acc', at)).toBe(id);
  expect(one('', at)).not.toContain('_');
});
