import { expect, test } from 'vitest';
import { valueAt, withValueAt } from './at-path.ts';

const of = { steps: [{ title: { en: 'A' } }, { title: { en: 'B' } }], tags: ['x'] };

test('a value is read along a path, also through lists', () => {
  expect([valueAt(of, 'steps.1.title.en'), valueAt(of, 'steps.2.title'), valueAt(of, 'constructor')]).toEqual(
    ['B', undefined, undefined],
  );
});

test('a value is written into a copy that shares everything beside the path', () => {
  const changed = withValueAt(of, 'steps.1.title.ja', 'ビー');
  expect(changed.steps[1]).toEqual({ title: { en: 'B', ja: 'ビー' } });
  expect([changed.steps[0] === of.steps[0], changed.tags === of.tags, of.steps[1]]).toEqual([
    true,
    true,
    { title: { en: 'B' } },
  ]);
});

test('writing the same value changes nothing at all', () =>
  expect(withValueAt(of, 'steps.0.title.en', 'A')).toBe(of));

test('writing through nothing is a mistake', () =>
  expect(() => withValueAt({ action: null }, 'action.url', '/x')).toThrow(TypeError));
