import { describe, expect, test } from 'vitest';
import { INBOX, isNarrowed, queryOf } from './inbox-state.ts';

const NOW = Date.parse('2026-11-22T10:17:00.000Z');
const asked = (state: Record<string, string>) =>
  Object.fromEntries(Object.entries(queryOf(state, NOW)).filter(([, value]) => value !== undefined));

describe('the state of the inbox', () => {
  test('is asked for as the API names it', () => {
    expect(
      asked({ view: 'unread', survey: 'srv_1', low: '3', high: '6', tag: 'tag_1', sort: 'lowest' }),
    ).toEqual({
      read: 'false',
      surveyId: 'srv_1',
      scoreFrom: '3',
      scoreTo: '6',
      tagId: 'tag_1',
      sort: 'lowest',
    });
    expect(asked({ days: '7' })).toEqual({ from: '2026-11-15T10:00:00.000Z' });
    expect(asked({ days: '7', from: '2026-01-01T00:00:00.000Z' })).toEqual({
      from: '2026-01-01T00:00:00.000Z',
    });
    expect(asked({ days: 'nonsense' })).toEqual({});
  });

  test('goes into a saved view with the built-in one it started from, and comes out of it again', () => {
    const saved = INBOX.kept({ view: 'detractors', language: 'ja', answer: 'rsp_1' });
    expect(saved).toEqual({ only: 'detractors', language: 'ja' });
    const opened = { ...saved, view: 'viw_1', answer: 'rsp_2' };
    expect([INBOX.viewOf(opened), INBOX.builtInOf(opened)]).toEqual(['viw_1', 'detractors']);
    expect(asked(opened)).toEqual({ band: 'detractor', locale: 'ja' });
    expect(INBOX.isChanged(opened, saved)).toBe(false);
    expect(INBOX.isChanged({ ...opened, sort: 'oldest' }, saved)).toBe(true);
  });

  test('is narrowed by a filter, not by its order', () => {
    expect(isNarrowed({ sort: 'oldest', answer: 'rsp_1', view: 'unread' })).toBe(false);
    expect(isNarrowed({ words: '権限' })).toBe(true);
  });
});
