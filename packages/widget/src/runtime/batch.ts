import type { OutboxRow } from './outbox-store.ts';

/** Limits of the service (`contract`, not imported because it would bring its schema library; a test compares them). */
export const MAX_BATCH_EVENTS = 500;
export const MAX_BATCH_BYTES = 512 * 1024;
export const MAX_EVENT_BYTES = 32 * 1024;

/** What goes around the events: page, time of sending, brackets. */
const ENVELOPE_BYTES = 3 * 1024;

/** Size of a value as it goes over the wire. */
export function jsonBytes(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** The longest beginning of the rows that fits; never empty when there are rows. */
export function takeBatch<R extends OutboxRow>(rows: readonly R[], maxEvents: number, maxBytes: number): R[] {
  let bytes = ENVELOPE_BYTES;
  const tooMuch = rows.findIndex((row, index) => {
    bytes += jsonBytes(row.fact) + 1;
    return index > 0 && (index >= maxEvents || bytes > maxBytes);
  });
  return tooMuch < 0 ? [...rows] : rows.slice(0, tooMuch);
}
