import { describe, expect, test } from 'vitest';
import { createMarks } from './marks.ts';

/** A server whose answers come when the test says so. */
function aPort() {
  const calls: { read: boolean; answer: () => void; refuse: () => void }[] = [];
  return {
    calls,
    port: {
      set: (_: string, read: boolean) =>
        new Promise<void>((answer, reject) =>
          calls.push({ read, answer, refuse: () => reject(new Error('no')) }),
        ),
    },
  };
}

describe('createMarks', () => {
  test('takes the answer away at once, before the server has said anything', () => {
    const { port } = aPort();
    const marks = createMarks(port);
    void marks.mark('a');
    expect([...marks.hidden.value]).toEqual(['a']);
  });

  test('brings it back when the server refuses', async () => {
    const { port, calls } = aPort();
    const marks = createMarks(port);
    const marked = marks.mark('a');
    await expect.poll(() => calls.length).toBe(1);
    calls[0]?.refuse();
    expect(await marked).toBe(false);
    expect(marks.hidden.value.size).toBe(0);
  });

  test('undo waits for a mark that is still on its way, so that unread is the last word', async () => {
    const { port, calls } = aPort();
    const marks = createMarks(port);
    void marks.mark('a');
    const undone = marks.undo('a');
    expect(marks.hidden.value.size).toBe(0);
    await expect.poll(() => calls.map(({ read }) => read)).toEqual([true]);
    calls[0]?.answer();
    await expect.poll(() => calls.map(({ read }) => read)).toEqual([true, false]);
    calls[1]?.answer();
    expect(await undone).toBe(true);
  });

  test('an answer that somebody marks as unread later is seen again', async () => {
    const { port, calls } = aPort();
    const marks = createMarks(port);
    const marked = marks.mark('a');
    marks.retain(new Set(['a']));
    await expect.poll(() => calls.length).toBe(1);
    marks.retain(new Set());
    expect([...marks.hidden.value]).toEqual(['a']);
    calls[0]?.answer();
    await marked;
    await expect
      .poll(() => {
        marks.retain(new Set());
        return marks.hidden.value.size;
      })
      .toBe(0);
  });
});
