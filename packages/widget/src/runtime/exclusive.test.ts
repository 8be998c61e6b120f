import { afterEach, describe, expect, test } from 'vitest';
import { exclusive } from './exclusive.ts';

afterEach(() => localStorage.clear());
const never = new AbortController().signal;

describe.each([
  { by: 'Web Locks', make: (name: string) => exclusive(name) },
  { by: 'a lease', make: (name: string) => exclusive(name, null) },
])('by $by', ({ make }) => {
  test('one works at a time, in as many tabs as there are', async () => {
    const name = `one:${Math.random()}`;
    let inside = 0;
    const done: number[] = [];
    const work = (tab: number) => async () => {
      inside++;
      expect(inside).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside--;
      done.push(tab);
    };
    await Promise.all([0, 1, 2].map((tab) => make(name)(work(tab), never)));
    expect(new Set(done)).toEqual(new Set([0, 1, 2]));
    expect(localStorage.length).toBe(0);
  });

  test('who fails lets the next one in', async () => {
    const name = `fail:${Math.random()}`;
    await expect(make(name)(() => Promise.reject(new Error('mine')), never)).rejects.toThrow('mine');
    let ran = false;
    await make(name)(async () => void (ran = true), never);
    expect(ran).toBe(true);
  });

  test('who waits can give up', async () => {
    const name = `wait:${Math.random()}`;
    let release = () => {};
    const first = make(name)(() => new Promise<void>((resolve) => (release = resolve)), never);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stop = new AbortController();
    const second = make(name)(() => Promise.reject(new Error('must not run')), stop.signal);
    stop.abort(new Error('gave up'));
    await expect(second).rejects.toThrow('gave up');
    release();
    await first;
  });
});

test('a lease of a tab that died, or of a clock that jumped back, holds nobody up', async () => {
  for (const until of [Date.now() - 1, Date.now() + 86_400_000]) {
    localStorage.setItem('stale', `somebody ${until}`);
    let ran = false;
    await exclusive('stale', null)(async () => void (ran = true), never);
    expect(ran).toBe(true);
  }
});
