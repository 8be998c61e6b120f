import { addMs } from '@banso/domain/time';
import { describe, expect, test } from 'vitest';
import { aBranchingSurvey, aSurvey } from '../testing/rig.ts';
import {
  answered,
  begunResponse,
  completed,
  type Response,
  saidIn,
  saysSomething,
  type TimedAnswer,
} from './response.ts';

const at = '2026-03-02T12:00:00.000Z';
const body = aSurvey();
const begun = begunResponse(
  {
    id: 'rsp_1',
    contentId: 'srv_1',
    version: 2,
    variant: null,
    contactId: 'con_1',
    accountId: null,
    plan: null,
    ownerId: null,
    lifecycle: null,
    decides: false,
    isTest: false,
    locale: 'ja',
    pageUrl: null,
    verified: true,
    transactionId: null,
    importId: null,
    source: 'widget',
    linkId: null,
  },
  body,
  at,
);
/** Sorts as the seconds do. */
const factAt = (seconds: number) => `fact ${String(seconds).padStart(3, '0')}`;
const number = (value: number | null, seconds = 0) => ({
  number: value,
  text: null,
  options: null,
  answeredAt: addMs(at, seconds * 1_000),
  factId: factAt(seconds),
});
const text = (value: string | null, seconds = 0) => ({
  number: null,
  text: value,
  options: null,
  answeredAt: addMs(at, seconds * 1_000),
  factId: factAt(seconds),
});
const score = (response: Response, value: number | null, seconds = 0) =>
  answered(response, body, 'score', number(value, seconds));

describe('a response', () => {
  test('takes its score from the score question alone', () => {
    expect(score(begun, 9, 5)).toMatchObject({ score: 9, scoreAt: addMs(at, 5_000), scoreQuestion: 'score' });
    expect(answered(begun, body, 'more', text('9'))).toMatchObject({ score: null, scoreAt: null });
  });

  test('follows a change of mind, and a score that was taken back', () => {
    expect(score(score(begun, 9), 2, 1)).toMatchObject({ score: 2, scoreAt: addMs(at, 1_000) });
    expect(score(score(begun, 9), null, 1)).toMatchObject({ score: null, scoreAt: null });
  });

  test('is the very same after an answer that is older than the known one', () => {
    const known = score(begun, 9, 5);
    expect(score(known, 2, 4)).toBe(known);
  });

  test('goes by the order of the sender, not by times that a slow call has moved', () => {
    const slow = answered(begun, body, 'score', { ...number(9, 5), factId: factAt(1) });
    const changed = answered(slow, body, 'score', { ...number(2, 4), factId: factAt(2) });
    expect(changed).toMatchObject({ score: 2, scoreAt: addMs(at, 4_000) });
    expect(answered(changed, body, 'score', { ...number(9, 5), factId: factAt(1) })).toBe(changed);
  });

  test('takes any answer over one whose fact is not known', () => {
    const old = answered(begun, body, 'score', { ...number(9, 5), factId: null });
    expect(score(old, 2, 1)).toMatchObject({ score: 2 });
  });

  test('has the follow-up as its comment, else the first text that says something', () => {
    const more = answered(begun, body, 'more', text('More'));
    expect(more.comment).toBe('More');
    expect(answered(more, body, 'reason', text('Reason')).comment).toBe('Reason');
    expect(answered(more, body, 'reason', text(null)).comment).toBe('More');
  });

  test('ends once', () => {
    const ended = completed(begun, body, at);
    expect(ended.completedAt).toBe(at);
    expect(completed(ended, body, addMs(at, 1_000))).toBe(ended);
  });

  test('says nothing as long as everything was skipped', () => {
    expect(saysSomething(score(begun, null))).toBe(false);
    expect(saysSomething(score(begun, 0))).toBe(true);
  });

  test('loses the score and the answers of a way that was left, and finds them again', () => {
    const survey = aBranchingSurvey();
    const chosen = (keys: string[], seconds: number) => ({ ...text(null, seconds), options: keys });
    const start: Response = { ...begun, scoreQuestion: 'score' };
    const said: [string, TimedAnswer][] = [
      ['csat', number(2, 1)],
      ['why', chosen(['price'], 2)],
      ['score', number(3, 3)],
      ['reason', text('Dear', 4)],
    ];
    const unhappy = said.reduce((response, [key, answer]) => answered(response, survey, key, answer), start);
    expect(unhappy).toMatchObject({ score: 3, scoreAt: addMs(at, 3_000), comment: 'Dear' });

    const happy = answered(unhappy, survey, 'csat', number(5, 5));
    expect(happy).toMatchObject({ score: null, scoreAt: null, comment: null });
    expect(saidIn(happy).map(([key]) => key)).toEqual(['csat']);
    expect(happy.answers.size).toBe(4);

    expect(answered(happy, survey, 'csat', number(1, 6))).toMatchObject({
      score: 3,
      scoreAt: addMs(at, 3_000),
      comment: 'Dear',
    });
  });
});
