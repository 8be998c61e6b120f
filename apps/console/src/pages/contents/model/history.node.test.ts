import { signal } from '@preact/signals';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changedPath } from './changed-path.ts';
import { createHistory, STEP_MS } from './history.ts';

interface Draft {
  title: string;
  steps: readonly { key: string; title: string }[];
}
const FIRST: Draft = { title: 'Start', steps: [{ key: 'a', title: 'A' }] };

/** A draft that can be edited and taken from a server, with its history. */
function opened() {
  const record = signal({ draft: FIRST });
  const draft = signal(FIRST);
  const edit = (change: (now: Draft) => Draft) => void (draft.value = change(draft.peek()));
  return {
    draft,
    edit,
    history: createHistory({ draft, record, edit }),
    type: (title: string) => edit((now) => ({ ...now, title })),
    add: (key: string) => edit((now) => ({ ...now, steps: [...now.steps, { key, title: key }] })),
    fromServer(to: Draft) {
      record.value = { draft: to };
      draft.value = to;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a history', () => {
  test('takes typing in one field back at once, and what came before a pause by itself', () => {
    const { type, draft, history } = opened();
    for (const title of ['Starte', 'Starter', 'Starters']) type(title);
    vi.advanceTimersByTime(STEP_MS);
    type('Starter');
    expect(history.undo()).toBe('title');
    expect(draft.value.title).toBe('Starters');
    history.undo();
    expect(draft.value).toBe(FIRST);
    expect(history.undo()).toBeUndefined();
    history.redo();
    expect(draft.value.title).toBe('Starters');
  });

  test('takes a text that was pasted or marked back by itself, however fast it came', () => {
    const { type, draft, history } = opened();
    type('**Start**');
    type('**Start** now');
    type('**Start** now!');
    history.undo();
    expect(draft.value.title).toBe('**Start** now');
    history.undo();
    expect(draft.value.title).toBe('**Start**');
  });

  test('takes steps that were added or typed elsewhere back one by one', () => {
    const { type, add, draft, history } = opened();
    type('S');
    add('b');
    add('c');
    type('Se');
    expect(history.undo()).toBe('title');
    expect(history.undo()).toBe('steps');
    expect(draft.value.steps.map(({ key }) => key)).toEqual(['a', 'b']);
    history.undo();
    expect(draft.value).toMatchObject({ title: 'S', steps: FIRST.steps });
  });

  test('has nothing to do again once something else is done', () => {
    const { type, add, history } = opened();
    add('b');
    history.undo();
    expect(history.canRedo.value).toBe(true);
    type('S');
    expect(history.canRedo.value).toBe(false);
    expect(history.redo()).toBeUndefined();
  });

  test('begins anew with a draft of somebody else, and goes on when the server only confirms ours', () => {
    const { type, draft, fromServer, history } = opened();
    type('Mine');
    fromServer(structuredClone(draft.value));
    expect(history.canUndo.value).toBe(true);
    fromServer({ ...FIRST, title: 'Theirs' });
    expect(history.canUndo.value).toBe(false);
    expect(history.undo()).toBeUndefined();
    expect(draft.value.title).toBe('Theirs');
  });

  test('undoing all and doing it all again ends where it was, for any edits', () => {
    const edits = fc.array(
      fc.record({ title: fc.option(fc.string()), key: fc.string(), waits: fc.boolean() }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(edits, (all) => {
        const { type, add, draft, history } = opened();
        for (const { title, key, waits } of all) {
          if (title === null) add(key);
          else type(title);
          if (waits) vi.advanceTimersByTime(STEP_MS);
        }
        const last = draft.value;
        while (history.canUndo.value) history.undo();
        expect(draft.value).toEqual(FIRST);
        while (history.canRedo.value) history.redo();
        expect(draft.value).toEqual(last);
      }),
    );
  });
});

test.each<[string, unknown, unknown, { path: string; isTyped: boolean }]>([
  ['a text', { a: { b: 'x' } }, { a: { b: 'y' } }, { path: 'a.b', isTyped: true }],
  ['a first text', { a: {} }, { a: { en: 'x' } }, { path: 'a.en', isTyped: true }],
  ['a switch', { a: true }, { a: false }, { path: 'a', isTyped: false }],
  ['a part that came', { a: null }, { a: { b: 1 } }, { path: '', isTyped: false }],
  ['a pasted text', { a: 'x' }, { a: 'x, y and z' }, { path: 'a', isTyped: false }],
  ['two places', { a: { b: 1, c: 2 } }, { a: { b: 2, c: 3 } }, { path: 'a', isTyped: false }],
  ['a longer list', { a: [1] }, { a: [1, 2] }, { path: 'a.1', isTyped: true }],
])('the path of %s', (_what, before, after, expected) => {
  expect(changedPath(before, after)).toEqual(expected);
});
