import { expect, test } from 'vitest';
import { uuidv7 } from './uuidv7.ts';

test('ids have the form of RFC 9562 and the time in front', () => {
  const ms = Date.UTC(2030, 0, 1);
  const id = uuidv7(ms);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(ms);
});

test('ids of one page sort as they were made, whatever the clock does', () => {
  const start = Date.UTC(2031, 0, 1);
  const clock = [0, 0, 5, -60_000, 5, 6, ...Array.from({ length: 10_000 }, () => 7)];
  const ids = clock.map((offset) => uuidv7(start + offset));
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
});
