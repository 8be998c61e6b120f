import type { Instant } from '../time/instant.ts';
import { instantIn } from '../time/wall-clock.ts';
import type { DayOrder } from './import.ts';

/** A time that was read; or why it was not: `ambiguous` where nobody has said whether the day or the month comes first. */
export type ReadTime = { at: Instant } | { problem: 'bad_time' | 'ambiguous_time' };

const BAD: ReadTime = { problem: 'bad_time' };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const YEAR_FIRST = /^(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\s*[.日일]?(?:\s*\([^)]*\))?/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/;
const MONTH_FIRST = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/;
const DAY_FIRST = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)/;
const CLOCK =
  /^[t,]?\s*(午前|午後|오전|오후)?\s*(\d{1,2})[:時시]\s*(\d{1,2})[分분]?(?:[:\s]?\s*(\d{1,2})[秒초]?(?:[.,](\d{1,9}))?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads times as spreadsheets and survey tools write them: ISO 8601, seconds or milliseconds since 1970, days with the year
 * first, English names of months, and days with the year last where their order is given. A day without a time is its noon.
 *
 * @param of.timeZone - Of times that do not name theirs.
 * @throws {RangeError} on a zone that the platform does not know.
 */
export function timeReader({
  dayOrder,
  timeZone,
}: {
  dayOrder: DayOrder | null;
  timeZone: string;
}): (text: string) => ReadTime {
  const offsets = new Map<string, number>();

  /** Zones are asked once for each half-hour: their clocks change at no other times. */
  function inZone(wall: string, second: string): Instant | undefined {
    const asUtc = Date.parse(`${wall}:00.000Z`);
    const half = `${wall.slice(0, 14)}${Number(wall.slice(14)) < 30 ? '00' : '30'}`;
    let offset = offsets.get(half);
    if (offset === undefined) {
      const moment = instantIn(timeZone, half);
      if (!moment) return undefined;
      offset = Date.parse(`${half}:00.000Z`) - Date.parse(moment.at);
      offsets.set(half, offset);
    }
    return new Date(asUtc - offset + Number(second) * 1_000).toISOString();
  }

  return function readTime(text) {
    const source = text.normalize('NFKC').trim().toLowerCase();
    if (/^\d{10}$|^\d{13}$/.test(source))
      return { at: new Date(Number(source) * (source.length === 10 ? 1_000 : 1)).toISOString() };
    const day = dayIn(source, dayOrder);
    if (day === undefined || 'problem' in day) return day ?? BAD;
    const clock = clockIn(source.slice(day.length));
    if (!clock) return BAD;
    const wall = `${day.day}T${clock.time}`;
    if (clock.zone === undefined) {
      const at = inZone(wall, clock.second);
      return at === undefined ? BAD : { at };
    }
    const ms = Date.parse(`${wall}:${clock.second}${clock.zone}`);
    return Number.isNaN(ms) ? BAD : { at: new Date(ms).toISOString() };
  };
}

/** Whether a day is written so that its order has to be known to read it. */
export function needsDayOrder(text: string): boolean {
  return YEAR_LAST.test(text.normalize('NFKC').trim());
}

type FoundDay = { day: string; length: number } | { problem: 'ambiguous_time' } | undefined;

function dayIn(source: string, dayOrder: DayOrder | null): FoundDay {
  const first = YEAR_FIRST.exec(source);
  if (first) return dayOf(first[1], first[2], first[3], first[0]);
  const last = YEAR_LAST.exec(source);
  if (last) {
    if (dayOrder === null) return { problem: 'ambiguous_time' };
    const [month, day] = dayOrder === 'mdy' ? [last[1], last[2]] : [last[2], last[1]];
    return dayOf(last[3], month, day, last[0]);
  }
  const named = MONTH_FIRST.exec(source);
  if (named) return dayOf(named[3], monthOf(named[1]), named[2], named[0]);
  const after = DAY_FIRST.exec(source);
  return after ? dayOf(after[3], monthOf(after[2]), after[1], after[0]) : undefined;
}

const monthOf = (name = ''): string => `${MONTHS.indexOf(name.slice(0, 3)) + 1}`;

function dayOf(year = '', month = '', day = '', matched = ''): FoundDay {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  // 31 February is read as a day of March
  const isDay = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
  return isDay ? { day: text, length: matched.length } : undefined;
}

interface FoundClock {
  /** Hours and minutes. */
  time: string;
  second: string;
  /** Undefined: it names none. */
  zone: string | undefined;
}

function clockIn(source: string): FoundClock | undefined {
  const rest = source.trim();
  if (rest === '') return { time: '12:00', second: '00', zone: undefined };
  const found = CLOCK.exec(rest);
  if (!found) return undefined;
  const [, before, hours = '', minute = '', second = '0', , after, zone] = found;
  const half = before ?? after?.replaceAll('.', '');
  const hour = hourOf(Number(hours), half);
  if (hour === undefined || Number(minute) > 59 || Number(second) > 59) return undefined;
  return {
    time: `${`${hour}`.padStart(2, '0')}:${minute.padStart(2, '0')}`,
    second: second.padStart(2, '0'),
    zone: zone && (/^[a-z]/.test(zone) ? 'Z' : zone.replace(/^(...):?/, '$1:')),
  };
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined;
  const isLate = half === 'pm' || half === '午後' || half === '오후';
  if (hour > 12) return undefined;
  return (hour % 12) + (isLate ? 12 : 0);
}
