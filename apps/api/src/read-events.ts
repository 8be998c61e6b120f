import { event } from '@banso/contract';
import type { EventRefusal, widgetApi } from '@banso/contract';
import { readEdition } from '@banso/domain/experiment';
import type { Instant } from '@banso/domain/time';
import { addMs, DAY_MS, msBetween } from '@banso/domain/time';
import type { Fact, RecordedEvent } from './recorder/recorder.ts';

/** What a batch holds: facts in their order, and what cannot be one. */
export interface ReadEvents {
  facts: Fact[];
  refused: widgetApi.RefusedEvent[];
}

/** When a batch left by the sender's clock, and came by ours. */
export interface Journey {
  sentAt: Instant;
  receivedAt: Instant;
}

/** What waited longer than this counts as this old. */
const OLDEST_MS = 30 * DAY_MS;
const TYPES: ReadonlySet<unknown> = new Set(event.Event.options.map(({ shape }) => shape.type.value));

/** Reads each event by itself, so that a bad one takes none of the others with it. */
export function readEvents(events: readonly unknown[], journey: Journey): ReadEvents {
  const facts: Fact[] = [];
  const refused: widgetApi.RefusedEvent[] = [];
  events.forEach((value, index) => {
    const read = readEvent(value);
    if ('code' in read) refused.push({ id: idOf(value, index), ...read });
    else facts.push({ event: read, occurredAt: occurredAt(read.at, journey) });
  });
  return { facts, refused };
}

/**
 * When something happened, by our clock: as long before its arrival as it happened, by the sender's clock, before it was
 * sent. So a wrong clock does no harm. Never in the future, and at most thirty days ago.
 */
export function occurredAt(at: Instant, { sentAt, receivedAt }: Journey): Instant {
  const age = msBetween(at, sentAt);
  return addMs(receivedAt, -Math.min(Math.max(Number.isNaN(age) ? 0 : age, 0), OLDEST_MS));
}

function readEvent(value: unknown): RecordedEvent | { code: EventRefusal; message: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { code: 'invalid', message: 'event: must be an object' };
  if (!('type' in value) || typeof value.type !== 'string')
    return { code: 'invalid', message: 'type: is missing' };
  if (!TYPES.has(value.type))
    return { code: 'unknown_type', message: `type: ${value.type.slice(0, 50)} is not known` };
  const parsed = event.Event.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      code: 'invalid',
      message: `${issue?.path.join('.') || 'event'}: ${issue?.message ?? 'is not valid'}`,
    };
  }
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > event.MAX_EVENT_BYTES)
    return { code: 'too_large', message: `event: may hold at most ${event.MAX_EVENT_BYTES} bytes` };
  return withVariant(parsed.data);
}

/** The widget names version and variant by one number. */
function withVariant(said: event.Event): RecordedEvent {
  if (!('version' in said)) return said;
  const { version = said.version, variant } = readEdition(said.version) ?? {};
  return { ...said, version, ...(variant && { variant }) };
}

/** The sender's id where it can be one, else the place in the batch. */
function idOf(value: unknown, index: number): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && id.length <= 100 ? id : `#${index}`;
}
