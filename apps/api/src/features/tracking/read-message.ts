import type { EventRefusal } from '@banso/contract';
import { common, event, tracking } from '@banso/contract';
import type { Instant } from '@banso/domain/time';
import type * as z from 'zod';
import type { FieldError } from '../../errors.ts';
import type { Told } from '../../recorder/told.ts';
import { happenedAt } from './happened-at.ts';
import { keptValues, withoutNull } from './kept-values.ts';

/** What a message is read with. */
export interface Reading {
  receivedAt: Instant;
  /** Of the batch: for messages that say nothing themselves. */
  sentAt?: string | null | undefined;
  context?: Readonly<Record<string, unknown>> | null | undefined;
  /** For messages without an id. */
  newId: () => string;
}

/** A message as a fact, with the paths of what was left out; or what is wrong with it. */
export type ReadMessage =
  | { told: Told; ignored: string[] }
  | { code: EventRefusal; errors: FieldError[]; id: string | undefined };

/** Reads one message of the type that its address or its batch says. */
export function readMessage(type: unknown, value: unknown, reading: Reading): ReadMessage {
  const id = idOf(value);
  const refused = (code: EventRefusal, path: string, message: string): ReadMessage => ({
    code,
    errors: [{ path, code, message }],
    id,
  });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused('invalid', 'message', 'must be an object');
  if (typeof type !== 'string') return refused('invalid', 'type', 'is missing');
  if (!Object.hasOwn(tracking.MESSAGES, type))
    return refused('unknown_type', 'type', `${type.slice(0, 50)} is not known`);
  if (Buffer.byteLength(JSON.stringify(value)) > event.MAX_EVENT_BYTES)
    return refused('too_large', 'message', `may hold at most ${event.MAX_EVENT_BYTES} bytes`);
  const known = type as tracking.MessageType;
  const parsed = tracking.MESSAGES[known].safeParse(value);
  if (!parsed.success) return { code: 'invalid', errors: errorsOf(parsed.error), id };
  const said = { ...parsed.data, type: known } as Said;

  const occurredAt = happenedAt({ ...said, sentAt: said.sentAt ?? reading.sentAt }, reading.receivedAt);
  if (occurredAt === undefined)
    return refused('invalid', 'timestamp', `may be at most ${tracking.MAX_AGE_DAYS} days ago`);
  return factOf(said, { ...reading.context, ...said.context }, occurredAt, reading.newId);
}

type Parsed<T extends tracking.MessageType> = z.infer<(typeof tracking.MESSAGES)[T]>;
type Said = { [T in tracking.MessageType]: Parsed<T> & { type: T } }[tracking.MessageType];
type Context = Readonly<Record<string, unknown>>;

function factOf(said: Said, context: Context, occurredAt: Instant, newId: () => string): ReadMessage {
  const base = {
    messageId: said.messageId ?? newId(),
    occurredAt,
    who: whoIn(said),
    accountExternalId: fitting(common.ExternalId, context['groupId']),
    locale: fitting(common.Locale.max(35), context['locale']),
    timeZone: fitting(common.TimeZone, context['timezone']),
  };
  switch (said.type) {
    case 'identify': {
      const told = { ...recordIn(context['traits']), ...said.traits };
      const { values, ignored } = keptValues(told);
      return { told: { ...base, type: 'identify', traits: values }, ignored: under('traits', ignored) };
    }
    case 'group': {
      const { values, ignored } = keptValues(said.traits ?? {});
      const told: Told = { ...base, type: 'group', accountExternalId: said.groupId, traits: values };
      return { told, ignored: under('traits', ignored) };
    }
    case 'track': {
      const { values, ignored } = keptValues(said.properties ?? {});
      const told: Told = { ...base, type: 'track', name: said.event, properties: withoutNull(values) };
      return { told, ignored: under('properties', ignored) };
    }
    case 'page': {
      const { values, ignored } = keptValues(said.properties ?? {});
      const { url: seen, ...properties } = withoutNull(values);
      const url = textIn(seen) ?? textIn(recordIn(context['page'])['url']);
      const page = { properties, ...(said.name && { name: said.name }), ...(url !== undefined && { url }) };
      return { told: { ...base, type: 'page', page }, ignored: under('properties', ignored) };
    }
    case 'alias':
      return { told: { ...base, type: 'alias', previousId: said.previousId }, ignored: [] };
    default:
      return said satisfies never;
  }
}

/** A user where one is named, else somebody without an id. */
function whoIn({ userId, anonymousId }: Pick<Said, 'userId'> & { anonymousId?: unknown }): Told['who'] {
  return userId == null
    ? { identity: 'anonymous', externalId: String(anonymousId) }
    : { identity: 'verified', externalId: userId };
}

/** What surrounds a message is taken where it can be, and refuses nothing. */
function fitting(schema: z.ZodType<string>, value: unknown): string | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 2_000) : undefined;

const recordIn = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const under = (path: string, names: readonly string[]): string[] => names.map((name) => `${path}.${name}`);

const errorsOf = ({ issues }: z.core.$ZodError): FieldError[] =>
  issues.map(({ path, code, message }) => ({ path: path.join('.') || 'message', code, message }));

function idOf(value: unknown): string | undefined {
  const id =
    typeof value === 'object' && value !== null && 'messageId' in value ? value.messageId : undefined;
  return tracking.MessageId.safeParse(id).success ? (id as string) : undefined;
}
