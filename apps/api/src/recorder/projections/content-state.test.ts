import { addMs, DAY_MS } from '@banso/domain/time';
import { UNTOUCHED } from '@banso/domain/targeting';
import { describe, expect, test } from 'vitest';
import type { ReceivedFact } from '../received-fact.ts';
import { contentStateAfter } from './content-state.ts';

const occurredAt = '2026-03-02T12:00:00.000Z';
const receivedAt = '2026-03-02T12:00:07.000Z';
const base = {
  id: '0195d000-0000-7000-8000-000000000001',
  at: '2031-01-01T00:00:00.000Z',
  contentId: 'srv_1',
  version: 1,
};
const fact = (event: Partial<ReceivedFact['event']>, at = occurredAt): ReceivedFact => ({
  event: { ...base, ...event } as ReceivedFact['event'],
  occurredAt: at,
  receivedAt,
});

describe('what a person has done with a content', () => {
  test.each<[string, Partial<ReceivedFact['event']>, object]>([
    [
      'a claim counts when the server grants it',
      { type: 'content_claimed' },
      { attempts: 1, lastClaimedAt: receivedAt },
    ],
    ['a showing', { type: 'content_shown', surface: 'panel' }, { lastShownAt: occurredAt }],
    ['an opening', { type: 'content_opened' }, { openedAt: occurredAt }],
    ['a resource opened', { type: 'resource_opened' }, { openedAt: occurredAt }],
    ['a dismissal', { type: 'content_dismissed' }, { lastDismissedAt: occurredAt, optedOut: false }],
    [
      'a dismissal for ever',
      { type: 'content_dismissed', optOut: true },
      { lastDismissedAt: occurredAt, optedOut: true },
    ],
    [
      'an answer',
      { type: 'survey_answered', responseId: 'rsp_1', question: 'score', value: 0 },
      { lastAnsweredAt: occurredAt },
    ],
    ['the end of a survey', { type: 'survey_completed', responseId: 'rsp_1' }, { completedAt: occurredAt }],
    [
      'a duration of "later", not a date',
      { type: 'content_snoozed', until: addMs(base.at, 3 * DAY_MS) },
      { snoozedUntil: addMs(occurredAt, 3 * DAY_MS) },
    ],
    [
      '"later" in the past',
      { type: 'content_snoozed', until: addMs(base.at, -DAY_MS) },
      { snoozedUntil: occurredAt },
    ],
    [
      '"later" beyond a year',
      { type: 'content_snoozed', until: '9999-01-01T00:00:00.000Z' },
      { snoozedUntil: addMs(occurredAt, 366 * DAY_MS) },
    ],
  ])('%s', (_, event, expected) => {
    expect(contentStateAfter(UNTOUCHED, fact(event))).toEqual({ ...UNTOUCHED, ...expected });
  });

  test.each<Partial<ReceivedFact['event']>>([
    { type: 'survey_answered', responseId: 'rsp_1', question: 'score', value: null },
    { type: 'resource_rated', helpful: true },
    { type: 'step_completed', step: 'invite' },
  ])('is the very same after $type that says nothing of it', (event) => {
    expect(contentStateAfter(UNTOUCHED, fact(event))).toBe(UNTOUCHED);
  });

  test('keeps the latest of what repeats and the first opening, whatever arrives last', () => {
    const earlier = addMs(occurredAt, -DAY_MS);
    const both = (event: Partial<ReceivedFact['event']>) =>
      contentStateAfter(contentStateAfter(UNTOUCHED, fact(event)), fact(event, earlier));
    expect(both({ type: 'content_shown', surface: 'panel' }).lastShownAt).toBe(occurredAt);
    expect(both({ type: 'content_opened' }).openedAt).toBe(earlier);
  });

  test('keeps "don\'t ask" until it is taken back, whatever else is dismissed', () => {
    const out = contentStateAfter(UNTOUCHED, fact({ type: 'content_dismissed', optOut: true }));
    expect(contentStateAfter(out, fact({ type: 'content_dismissed' })).optedOut).toBe(true);
    expect(contentStateAfter(out, fact({ type: 'content_dismissed', optOut: false })).optedOut).toBe(false);
  });

  test('counts attempts by wave: an answer ends one, a skipped question does not', () => {
    const claimed = contentStateAfter(UNTOUCHED, fact({ type: 'content_claimed' }));
    const answered = (value: number | null) =>
      contentStateAfter(
        claimed,
        fact({ type: 'survey_answered', responseId: 'rsp_1', question: 'score', value }),
      );
    expect(answered(9).attempts).toBe(0);
    expect(answered(null)).toBe(claimed);
  });
});
