import { describe, expect, test } from 'vitest';
import { indexWords } from '../text/index.ts';
import type { AlertAnswer, AnswerWhen } from './index.ts';
import { isAlerting, releaseAt } from './index.ts';

const when = (over: Partial<AnswerWhen>): AnswerWhen => ({
  type: 'answer',
  surveyId: null,
  score: null,
  words: [],
  topicId: null,
  segmentId: null,
  ...over,
});
const answer = (text: string, over: Partial<AlertAnswer> = {}): AlertAnswer => ({
  surveyId: 'srv_1',
  locale: 'ja',
  words: indexWords(text),
  scores: [{ kind: 'nps', value: 3 }],
  topicIds: new Set(['top_1']),
  segmentIds: new Set(['seg_1']),
  ...over,
});

describe('a rule', () => {
  test.each([
    ['a score in its band', when({ score: { kind: 'nps', low: 0, high: 6 } }), 'x', true],
    ['not one beside it', when({ score: { kind: 'nps', low: 7, high: 8 } }), 'x', false],
    ['not one of another kind', when({ score: { kind: 'ces', low: 0, high: 6 } }), 'x', false],
    ['two characters of Japanese', when({ words: ['解約'] }), '来月で解約を考えています', true],
    ['Korean inside of a word', when({ words: ['해지'] }), '구독을 해지하고 싶어요', true],
    ['English from the beginning of a word', when({ words: ['cancel'] }), 'We are Cancelling it', true],
    ['not the middle of an English word', when({ words: ['and'] }), 'standing still', false],
    ['a topic', when({ topicId: 'top_1' }), 'x', true],
    ['not another topic', when({ topicId: 'top_2' }), 'x', false],
    ['a segment', when({ segmentId: 'seg_1' }), 'x', true],
    ['another survey never', when({ surveyId: 'srv_2' }), 'x', false],
    ['all of it, not some', when({ words: ['解約'], segmentId: 'seg_2' }), '解約', false],
  ])('is about %s', (_, rule, text, expected) => expect(isAlerting(rule, answer(text))).toBe(expected));
});

describe('a message of a rule', () => {
  const hours = {
    timeZone: 'Asia/Tokyo',
    days: [1, 2, 3, 4, 5] as const,
    from: '09:00',
    to: '18:00',
    closedOn: [],
  };
  const pace = { hours, perHour: 2 };
  const [friday, evening] = ['2026-03-06T03:00:00.000Z', '2026-03-06T10:00:00.000Z'];

  test('goes at once in its hours, and after a quiet weekend on Monday', () => {
    expect(releaseAt(pace, friday, [], false)).toBe(friday);
    expect(releaseAt(pace, evening, [], false)).toBe('2026-03-09T00:00:00.000Z');
    expect(releaseAt({ ...pace, hours: undefined }, evening, [], false)).toBe(evening);
  });

  test('waits until an hour after the oldest where the hour is full', () => {
    const sent = ['2026-03-06T02:40:00.000Z', '2026-03-06T02:10:00.000Z'];
    expect(releaseAt(pace, friday, sent, false)).toBe('2026-03-06T03:10:00.000Z');
    expect(releaseAt(pace, friday, sent.slice(1), false)).toBe(friday);
    expect(releaseAt(pace, friday, ['2026-03-06T01:00:00.000Z', ...sent.slice(1)], false)).toBe(friday);
  });

  test('goes with what waits already', () => {
    expect(releaseAt(pace, friday, [], true) > friday).toBe(true);
  });
});
