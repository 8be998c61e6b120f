import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '../time/instant.ts';
import { addMs, DAY_MS, HOUR_MS } from '../time/instant.ts';
import type { CaseClock, CaseState, Heard } from './case.ts';
import {
  closed,
  isOverdue,
  isWaiting,
  isWithdrawable,
  joined,
  openedCase,
  reopened,
  snoozed,
  touched,
  withdrawn,
  woken,
} from './case.ts';
import { officeMsBetween } from './office-hours.ts';
import { DEFAULT_CASE_SETTINGS, officeHoursOf } from './settings.ts';

const CLOCK: CaseClock = {
  hours: officeHoursOf(DEFAULT_CASE_SETTINGS, 'Asia/Tokyo'),
  targets: DEFAULT_CASE_SETTINGS.targets,
};
const LOW: Heard = { cause: 'detractor', responseId: 'rsp_1', score: 3 };
const SAID: Heard = { cause: 'message', responseId: null, score: null };
const GOOD: Heard = { cause: 'promoter', responseId: 'rsp_2', score: 9 };
/** Tuesday, 09:00 in Tokyo. */
const NINE: Instant = '2026-03-03T00:00:00.000Z';
const later = (hours: number): Instant => addMs(NINE, hours * HOUR_MS);
const aCase = (heard = LOW): CaseState => openedCase(CLOCK, heard, 'normal', NINE);

describe('a case', () => {
  test('of a detractor is due after one business day', () => {
    expect(aCase().dueAt).toBe(later(9));
    expect(isOverdue(aCase(), later(9))).toBe(false);
    expect(isOverdue(aCase(), addMs(later(9), 1))).toBe(true);
  });

  test('is in time when it is touched before that, once and for all', () => {
    const inTime = touched(aCase(), later(2), true);
    expect(inTime).toMatchObject({
      firstTouchAt: later(2),
      contactedAt: later(2),
      inTime: true,
      dueAt: null,
    });
    expect(touched(inTime, later(90), true)).toMatchObject({ firstTouchAt: later(2), inTime: true });
    expect(touched(aCase(), later(30), false)).toMatchObject({ inTime: false, contactedAt: null });
  });

  test('closing is a touch, but no word with the customer', () => {
    expect(closed(CLOCK, aCase(), 'not_needed', later(1))).toMatchObject({
      status: 'closed',
      outcome: 'not_needed',
      firstTouchAt: later(1),
      contactedAt: null,
      inTime: true,
    });
  });

  test('that was closed by mistake is as it was before', () => {
    const before = aCase();
    const again = reopened(CLOCK, closed(CLOCK, before, 'resolved', later(1)), addMs(later(1), 20_000));
    expect(again).toEqual(before);
  });

  test('opened again later counts so, and its clock begins anew', () => {
    const again = reopened(CLOCK, closed(CLOCK, aCase(), 'resolved', later(1)), later(24));
    expect(again).toMatchObject({ status: 'open', reopenings: 1, reopenedAt: later(24), dueAt: later(33) });
    expect(again.firstTouchAt).toBe(later(1));
  });

  test('hears the customer again: it is back, due by the sooner target, for the graver cause', () => {
    const waiting = snoozed(CLOCK, aCase(SAID), later(48), later(1));
    const heard = joined(CLOCK, waiting, LOW, later(2));
    expect(heard).toMatchObject({ cause: 'detractor', score: 3, snoozedUntil: null, dueAt: later(25) });
    // a lighter cause changes nothing but that something was said
    expect(joined(CLOCK, aCase(), SAID, later(2))).toMatchObject({ cause: 'detractor', dueAt: later(9) });
    const answered = touched(aCase(), later(1), true);
    expect(joined(CLOCK, answered, SAID, later(2)).dueAt).toBe(later(26));
    expect(joined(CLOCK, answered, GOOD, later(2))).toEqual({ ...answered, heardAt: later(2) });
  });

  test('is taken back with its answer only while nobody has touched it and nothing has joined', () => {
    const of = aCase();
    expect(isWithdrawable(of, 'rsp_1')).toBe(true);
    expect(isWithdrawable(of, 'rsp_2')).toBe(false);
    expect(isWithdrawable(touched(of, later(1), true), 'rsp_1')).toBe(false);
    expect(isWithdrawable(joined(CLOCK, of, SAID, later(1)), 'rsp_1')).toBe(false);
    expect(isWithdrawable(snoozed(CLOCK, of, later(48), later(1)), 'rsp_1')).toBe(false);
    expect(withdrawn(of, later(1))).toMatchObject({
      status: 'closed',
      outcome: 'withdrawn',
      firstTouchAt: null,
    });
  });

  test('that is overdue does not get better by waiting', () => {
    const of = snoozed(CLOCK, aCase(), later(100), later(30));
    expect(of.dueAt).toBe(later(9));
    expect(isWaiting(of, later(31))).toBe(true);
    expect(isWaiting(of, later(100))).toBe(false);
  });

  test('has as much working time left after waiting as before, whenever the waiting ends', () => {
    const minute = fc.integer({ min: 1, max: 9 * 60 - 1 });
    const wait = fc.integer({ min: 60_000, max: 20 * DAY_MS });
    fc.assert(
      fc.property(minute, wait, wait, (minutes, long, short) => {
        const at = addMs(NINE, minutes * 60_000);
        const left = officeMsBetween(CLOCK.hours, at, aCase().dueAt ?? '');
        const of = snoozed(CLOCK, aCase(), addMs(at, long), at);
        expect(officeMsBetween(CLOCK.hours, addMs(at, long), of.dueAt ?? '')).toBe(left);
        const back = addMs(at, Math.min(short, long));
        expect(officeMsBetween(CLOCK.hours, back, woken(CLOCK, of, back).dueAt ?? '')).toBe(left);
        expect(woken(CLOCK, of, at)).toEqual(aCase());
        // waiting twice is waiting once
        const twice = snoozed(CLOCK, of, addMs(at, long + short), back);
        expect(officeMsBetween(CLOCK.hours, addMs(at, long + short), twice.dueAt ?? '')).toBe(left);
      }),
      { numRuns: 60 },
    );
  });
});
