import type { ContentKind } from '../content/delivery.ts';
import { tagKey } from '../content/tags.ts';
import type { LocalTime, Weekday } from '../time/local.ts';
import type { Instant } from '../time/instant.ts';

/** Kinds that can open by themselves, each with a limit of its own. */
export const INTERRUPTIVE_KINDS = ['survey', 'checklist', 'announcement'] as const;

/** One of {@link INTERRUPTIVE_KINDS}. */
export type InterruptiveKind = (typeof INTERRUPTIVE_KINDS)[number];

/** At most `count` interruptions within any `days` × 24 hours. */
export interface Limit {
  count: number;
  days: number;
}

/** At most so many interruptions of one person by contents that carry a tag. */
export interface TagLimit extends Limit {
  /** As it is written; case and width do not matter (see `tagKey`). */
  tag: string;
}

/** Half-open by the person's clock; `to` before `from` goes over midnight. */
export interface QuietHours {
  from: LocalTime;
  to: LocalTime;
}

/**
 * The workspace's rules over everything that interrupts (definitions.md, "Survey fatigue conventions"); null: no such rule. What
 * a person opens themselves is outside all of them, and what a person asked for goes before them.
 */
export interface FatigueBudget {
  /** Any two interruptions of one person are at least this far apart. */
  minDaysBetween: number | null;
  /** Of one person, whatever interrupts. */
  perPerson: Limit | null;
  /** Of one person, by what interrupts; each limit for itself. */
  perKind: Readonly<Record<InterruptiveKind, Limit | null>>;
  /** Of one person, by what carries a tag. They overlap: what carries several tags is held by each of their limits. */
  perTag: readonly TagLimit[];
  perSession: number | null;
  /** Share of an account's people who may be asked in one UTC day, 0–100; one person is always allowed. */
  accountDailyPercent: number | null;
  /** Nothing opens in these hours, every day. */
  quietHours: QuietHours | null;
  /** Nothing opens on these days of the week, by the person's calendar. */
  quietDays: readonly Weekday[];
  skipFirstSession: boolean;
  /** Nothing opens while a detractor's case of the person is open. */
  skipOpenCase: boolean;
  /** No other survey opens in so many days before a person's relationship NPS is due again. */
  npsReserveDays: number | null;
}

/** One interruption that was granted. */
export interface Interruption {
  kind: ContentKind;
  /** Keys of the tags that the content carries now, not those of that time (see `tagKey`). */
  tags: readonly string[];
  at: Instant;
}

/** Limits by tag that hold for a content with tags of these keys, in their order. */
export function tagLimitsFor(
  { perTag }: Pick<FatigueBudget, 'perTag'>,
  keys: readonly string[] = [],
): readonly TagLimit[] {
  return keys.length === 0 ? [] : perTag.filter(({ tag }) => keys.includes(tagKey(tag)));
}

/**
 * The most interruptions of one person that a budget lets happen within so many days, however often they come; undefined: none
 * of its rules says so.
 */
export function mostWithin(
  { minDaysBetween, perPerson, perKind }: FatigueBudget,
  days: number,
): number | undefined {
  const by = (limit: Limit | null): number =>
    limit === null ? Infinity : limit.count * Math.ceil(days / limit.days);
  const most = Math.min(
    minDaysBetween === null || minDaysBetween === 0 ? Infinity : Math.ceil(days / minDaysBetween),
    by(perPerson),
    INTERRUPTIVE_KINDS.reduce((sum, kind) => sum + by(perKind[kind]), 0),
  );
  return most === Infinity ? undefined : most;
}

/** People of one account who may be interrupted in a day: their share rounded down, but always one. */
export function askableInADay(percent: number, people: number): number {
  return Math.max(1, Math.floor((people * percent) / 100));
}

/** How many days back a budget has to know a person's interruptions one by one; 0: it does not. */
export function daysCounted({ perPerson, perKind, perTag }: FatigueBudget): number {
  return Math.max(
    perPerson?.days ?? 0,
    ...INTERRUPTIVE_KINDS.map((kind) => perKind[kind]?.days ?? 0),
    ...perTag.map(({ days }) => days),
  );
}
