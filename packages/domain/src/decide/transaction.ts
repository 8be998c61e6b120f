import type { Transactional } from '../content/delivery.ts';
import type { ContentState } from '../targeting/facts.ts';
import type { Instant } from '../time/instant.ts';
import { addMs, DAY_MS } from '../time/instant.ts';

/** Something that happened to a person, which a survey asks about. */
export interface Transaction {
  /** As the host product names it; of one person and survey it is asked about once, whatever device. */
  id: string;
  /** When it happened, the last time where it was told again before anybody asked. */
  at: Instant;
  askedAt?: Instant | undefined;
  answeredAt?: Instant | undefined;
}

/** What there is to ask a person about: the newest that is fresh and was not asked about; undefined: nothing. */
export function openTransaction(
  rule: Transactional,
  known: readonly Transaction[],
  state: ContentState | undefined,
  now: Instant,
): Transaction | undefined {
  return known
    .filter(
      ({ at, askedAt, answeredAt }) =>
        answeredAt === undefined &&
        at <= now &&
        now < addMs(at, rule.withinDays * DAY_MS) &&
        (askedAt === undefined || isPutOff(askedAt, state)),
    )
    .toSorted(newestFirst)
    .at(0);
}

/** What an answer that begins now is about: what was asked about last, or what there is to ask about; undefined: nothing. */
export function answeredTransaction(
  rule: Transactional,
  known: readonly Transaction[],
  state: ContentState | undefined,
  now: Instant,
): Transaction | undefined {
  const asked = known
    .filter(({ askedAt, answeredAt }) => askedAt !== undefined && answeredAt === undefined)
    .toSorted((one, other) => ((one.askedAt ?? '') < (other.askedAt ?? '') ? 1 : -1))
    .at(0);
  return asked ?? openTransaction(rule, known, state, now);
}

/**
 * What is known after an event told of a transaction: one that was asked about stays as it is, one that was not happened at the later
 * time. The same list comes back when nothing changed.
 */
export function withTransaction(
  known: readonly Transaction[],
  { id, at }: Pick<Transaction, 'id' | 'at'>,
): readonly Transaction[] {
  const before = known.find((one) => one.id === id);
  if (before === undefined) return [...known, { id, at }];
  if (before.askedAt !== undefined || before.answeredAt !== undefined || before.at >= at) return known;
  return known.map((one) => (one === before ? { ...one, at } : one));
}

const LONGEST_ID = 200;

/** Which transaction an event is about; undefined: it does not say, so that there is nothing to ask. */
export function transactionIdIn(
  { property }: Transactional,
  properties: Readonly<Record<string, string | number | boolean>> | undefined,
): string | undefined {
  const value = properties && Object.hasOwn(properties, property) ? properties[property] : undefined;
  if (value === undefined || typeof value === 'boolean') return undefined;
  const id = String(value).trim();
  return id === '' || id.length > LONGEST_ID ? undefined : id;
}

/** They said "later" when they were asked about it, and did not close it since. */
function isPutOff(askedAt: Instant, state: ContentState | undefined): boolean {
  const { snoozedUntil = '', lastDismissedAt = '' } = state ?? {};
  return snoozedUntil > askedAt && lastDismissedAt < askedAt;
}

function newestFirst(one: Transaction, other: Transaction): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}
