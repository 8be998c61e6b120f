import type { event } from '@banso/contract';
import { expect, test } from 'vitest';
import { createChoices } from './choices.ts';
import type { Offer } from './read-offer.ts';

const item = (
  contentId: string,
  kind: 'survey' | 'checklist' | 'announcement',
  surface: 'popover' | 'panel',
) => ({
  contentId,
  version: 1,
  kind,
  surface,
  when: { delaySeconds: 0, pages: [] },
  reason: 'eligible',
});
const OFFER: Offer = {
  show: [
    item('srv_a', 'survey', 'popover'),
    item('srv_b', 'survey', 'panel'),
    item('ann_a', 'announcement', 'popover'),
  ],
  held: {},
  progress: {},
  unread: 0,
  messages: undefined,
  content: { url: '/c' },
  preferences: { asking: 'usual', locale: null },
};
const set = (id: string, said: Pick<Extract<event.Event, { type: 'preference_set' }>, 'asking' | 'locale'>) =>
  ({ id, at: '2026-11-22T00:00:00.000Z', type: 'preference_set', ...said }) satisfies event.Event;

test('a choice holds over the answers that do not know it, until one does', () => {
  const choices = createChoices();
  const [asked, spoken] = [set('1', { asking: 'never' }), set('2', { locale: 'ja' })];
  expect(choices.over(OFFER, [])).toBe(OFFER);
  for (const each of [asked, spoken]) expect(choices.take(each)).toBe(true);
  expect(choices.over(OFFER, []).preferences).toEqual({ asking: 'never', locale: 'ja' });
  const known = { ...OFFER, preferences: { asking: 'never' as const, locale: null } };
  expect(choices.over(known, [asked]).preferences).toEqual({ asking: 'never', locale: 'ja' });
  const refused = choices.over(known, [spoken]);
  expect(refused).toBe(known);
});

test('until the server has judged what less is, nothing opens by itself, and what waits in the panel stays', () => {
  for (const asking of ['less', 'never'] as const) {
    const choices = createChoices();
    choices.take(set('1', { asking }));
    expect(choices.over(OFFER, []).show.map(({ contentId, surface }) => [contentId, surface])).toEqual([
      ['srv_b', 'panel'],
      ['ann_a', 'panel'],
    ]);
  }
});

test('a language alone takes nothing away, and that of the page is one too', () => {
  const choices = createChoices();
  choices.take(set('1', { locale: 'ko' }));
  choices.take(set('2', { locale: null }));
  const over = choices.over({ ...OFFER, preferences: { asking: 'usual', locale: 'ja' } }, []);
  expect(over.preferences).toEqual({ asking: 'usual', locale: null });
  expect(over.show).toBe(OFFER.show);
});

test('other facts are none, and one that was refused waits no longer', () => {
  const choices = createChoices();
  expect(choices.take({ id: '1', at: '2026-11-22T00:00:00.000Z', type: 'erasure_requested' })).toBe(false);
  choices.take(set('2', { asking: 'less' }));
  expect([choices.drop('2'), choices.drop('2'), choices.size]).toEqual([true, false, 0]);
});
