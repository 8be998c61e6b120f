import { addMs } from '@banso/domain/time';
import { describe, expect, test } from 'vitest';
import { aSurvey } from '../testing/rig.ts';
import { answered, begunResponse, completed, type Response, saysSomething } from './response.ts';

const at = '2026-03-02T12:00:00.000Z';
const body = aSurvey();
const begun = begunResponse(
  {
    id: 'rsp_1',
    contentId: 'srv_1',
    version: 2,
    contactId: 'con_1',
    accountId: null,
    locale: 'ja',
    pageUrl: null,
    verified: true,
  },
  body,
  at,
);
const number = (value: number | null, seconds = 0) => ({
  number: value,
  text: null,
  answeredAt: addMs(at, seconds * 1_000),
});
const text = (value: string | null, seconds = 0) => ({
  number: null,
  text: value,
  answeredAt: addMs(at, seconds * 1_000),
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

  test('has the follow-up as its comment, else the first text that says something', () => {
    const more = answered(begun, body, 'more', text('More'));
    expect(more.comment).toBe('More');
    expect(answered(more, body, 'reason', text('Reason')).comment).toBe('Reason');
    expect(answered(more, body, 'reason', text(null)).comment).toBe('More');
  });

  test('ends once', () => {
    const ended = completed(begun, at);
    expect(ended.completedAt).toBe(at);
    expect(completed(ended, addMs(at, 1_000))).toBe(ended);
  });

  test('says nothing as long as everything was skipped', () => {
    expect(saysSomething(score(begun, null))).toBe(false);
    expect(saysSomething(score(begun, 0))).toBe(true);
  });
});
