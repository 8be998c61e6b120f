import { expect, test, vi } from 'vitest';
import { Turns } from './turns.ts';

test('serves in the order of arrival, one at a time', async () => {
  const turns = new Turns();
  const served: number[] = [];
  let inside = 0;
  await Promise.all(
    [1, 2, 3, 4].map(async (n) => {
      await turns.take(1_000);
      expect(++inside).toBe(1);
      await Promise.resolve();
      served.push(n);
      inside--;
      turns.end();
    }),
  );
  expect(served).toEqual([1, 2, 3, 4]);
});

test('refuses who waited too long, and goes on with the others', async () => {
  vi.useFakeTimers();
  try {
    const turns = new Turns();
    await turns.take(10);
    const late = expect(turns.take(10)).rejects.toThrow('busy for 10 ms');
    const patient = turns.take(1_000);
    await vi.advanceTimersByTimeAsync(10);
    await late;
    turns.end();
    await patient;
    turns.end();
    await turns.take(0);
  } finally {
    vi.useRealTimers();
  }
});
