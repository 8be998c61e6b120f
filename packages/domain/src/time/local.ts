import type { Instant } from './instant.ts';

/** A time of day by a wall clock, `00:00` to `23:59`. */
export type LocalTime = string;

/** A day of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** One of {@link WEEKDAYS}. */
export type Weekday = (typeof WEEKDAYS)[number];

/** What a wall clock and a calendar show. */
export interface LocalMoment {
  time: LocalTime;
  weekday: Weekday;
}

/**
 * What people in `zone` see on the clock at an instant.
 *
 * @param zone - An IANA name such as `Asia/Tokyo`.
 * @throws {RangeError} on a zone that the platform does not know.
 */
export function localMoment(zone: string, at: Instant): LocalMoment {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(Date.parse(at))
      .map(({ type, value }) => [type, value]),
  );
  const weekday = NAMES.indexOf(parts.get('weekday') ?? '') + 1;
  return { time: `${parts.get('hour')}:${parts.get('minute')}`, weekday: weekday as Weekday };
}

const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Making a format costs a hundred times what using it does; there are fewer zones than this. */
const FORMATS_KEPT = 1_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  if (formats.size >= FORMATS_KEPT) formats.clear();
  formats.set(zone, format);
  return format;
}
