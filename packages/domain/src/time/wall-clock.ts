import type { Instant } from './instant.ts';
import { DAY_MS } from './instant.ts';

/** The moment that a day and a time on the wall mean in a zone. */
export interface ClockMoment {
  at: Instant;
  /** `skipped`: clocks leap over it, and `at` is as much later; `twice`: clocks go back over it, and `at` is the first time. */
  clock: 'plain' | 'skipped' | 'twice';
}

/**
 * What clocks in `zone` show at an instant, as `2026-03-29T02:30`: the form of an input for day and time.
 *
 * @throws {RangeError} on a zone that the platform does not know.
 */
export function wallClockIn(zone: string, at: Instant): string {
  return wallAt(zone, Date.parse(at));
}

/**
 * The moment at which clocks in `zone` show a day and a time such as `2026-03-29T02:30`; undefined when it is none.
 *
 * @throws {RangeError} on a zone that the platform does not know.
 */
export function instantIn(zone: string, wall: string): ClockMoment | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(wall)) return undefined;
  const minute = wall.slice(0, 16);
  const asUtc = Date.parse(`${minute}:00.000Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const offsets = [asUtc - DAY_MS, asUtc + DAY_MS].map((ms) => offsetAt(zone, ms));
  const [first = asUtc, second = asUtc] = offsets.map((offset) => asUtc - offset);
  const fitting = [first, second].filter((ms) => wallAt(zone, ms) === minute);
  const clock =
    fitting.length === 0 ? 'skipped' : fitting.length === 2 && first !== second ? 'twice' : 'plain';
  const ms = clock === 'skipped' ? first : Math.min(...fitting);
  return { at: new Date(ms).toISOString(), clock };
}

/** Milliseconds by which clocks in the zone are ahead of UTC. */
function offsetAt(zone: string, ms: number): number {
  return Date.parse(`${wallAt(zone, ms)}:00.000Z`) - Math.floor(ms / 60_000) * 60_000;
}

function wallAt(zone: string, ms: number): string {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}T${parts.get('hour')}:${parts.get('minute')}`;
}

/** Making a format costs a hundred times what using it does; there are fewer zones than this. */
const FORMATS_KEPT = 1_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  if (formats.size >= FORMATS_KEPT) formats.clear();
  formats.set(zone, format);
  return format;
}
