import { describe, expect, test } from 'vitest';
import { asSent, asTyped, callingAt, matching, withCalled } from './mention-draft.ts';

const MIKA = { id: 'mem_0195d000-0000-7000-8000-0000000000a1', name: 'Mika Hayashi' };
const MI = { id: 'mem_0195d000-0000-7000-8000-0000000000a2', name: 'Mika' };
const HARU = { id: 'mem_0195d000-0000-7000-8000-0000000000a3', name: '佐藤 遥' };
const OTHER_MIKA = { ...MI, id: 'mem_0195d000-0000-7000-8000-0000000000a4' };
const team = [MIKA, MI, HARU];

describe('calling a colleague', () => {
  test.each([
    ['@mi', { at: 0, typed: 'mi' }],
    ['Same as the call. @', { at: 18, typed: '' }],
    ['確認、@佐藤', { at: 3, typed: '佐藤' }],
    ['ask mika@example', undefined],
    ['@Mika\nnext line', undefined],
  ])('%j', (text, calling) => expect(callingAt(text, text.length)).toEqual(calling));

  test('offers whose name, or a part of it, begins so', () => {
    expect(matching(team, 'hay')).toEqual([MIKA]);
    expect(matching(team, 'ＭＩ')).toEqual([MIKA, MI]);
    expect(matching(team, '')).toEqual(team);
  });

  test('puts the name where the beginning of it stood, with the caret behind', () => {
    const text = 'See @mi and tell';
    const calling = callingAt(text, 7);
    expect(calling && withCalled(text, calling, MIKA)).toEqual({
      text: 'See @Mika Hayashi and tell',
      caret: 18,
    });
  });
});

describe('a note', () => {
  test('is sent with ids, the longest name first, and typed again with names', () => {
    const typed = '@Mika Hayashi and @Mika, @佐藤 遥さん: a@b.example';
    const sent = asSent(typed, team);
    expect(sent).toBe(`<@${MIKA.id}> and <@${MI.id}>, <@${HARU.id}>さん: a@b.example`);
    expect(asTyped(sent, team)).toBe(typed);
  });

  test('calls the one who was chosen, of two with one name', () => {
    expect(asSent('@Mika', [MI, OTHER_MIKA], [OTHER_MIKA.id])).toBe(`<@${OTHER_MIKA.id}>`);
  });
});
