import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tagKey } from '../content/tags.ts';
import { aCandidate, aSituation, someBudget, someInput } from '../testing/decisions.ts';
import { aFacts, NOW } from '../testing/facts.ts';
import type { Instant } from '../time/instant.ts';
import { addMs, DAY_MS, dayOf, HOUR_MS, msBetween } from '../time/instant.ts';
import { localMoment } from '../time/local.ts';
import type { FatigueBudget, Interruption, Limit } from './budget.ts';
import { askableInADay, daysCounted, INTERRUPTIVE_KINDS, mostWithin } from './budget.ts';
import { decide, mayClaim } from './decide.ts';
import type { Decision } from './decision.ts';
import { DEFAULT_BUDGET } from './defaults.ts';
import type { Presence } from './presence.ts';
import { historyOf, interrupted, seen } from './presence.ts';

/** What the rules speak of, about one interruption that was granted. */
interface Granted extends Interruption {
  person: number;
  visit: number;
  openCase: boolean;
}

interface Claim {
  at: Instant;
  person: number;
  kind: number;
  openCase: boolean;
}

const ZONES = ['Asia/Tokyo', 'UTC', 'America/New_York', 'Europe/London', 'Asia/Kolkata'] as const;
const TAGS = [['feedback'], ['news', 'feedback'], ['news'], undefined];
const CONTENTS = ['srv_x', 'chk_x', 'ann_x', 'srv_y'].map((id, index) =>
  aCandidate(id, {
    mode: 'banner',
    tags: TAGS[index],
    recurrence: { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: 0, maxAttempts: null },
  }),
);

/** Some weeks of the few people of one account, by the quarter of an hour. */
const someClaims: fc.Arbitrary<Claim[]> = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 30 * 96 }).map((quarters) => addMs(NOW, (quarters * HOUR_MS) / 4)),
      person: fc.nat(ZONES.length - 1),
      kind: fc.nat(CONTENTS.length - 1),
      openCase: fc.boolean(),
    }),
    { maxLength: 80 },
  )
  .map((claims) => claims.toSorted((one, other) => (one.at < other.at ? -1 : 1)));

/** People claim one after the other, each judged against everything that was granted before. */
function grantedOf(budget: FatigueBudget, claims: readonly Claim[]): Granted[] {
  const nobody: Presence = {
    firstSeenAt: null,
    lastSeenAt: null,
    visits: 0,
    visitInterruptions: 0,
    lastInterruptedAt: null,
  };
  const presences = new Map<number, Presence>();
  const granted: Granted[] = [];
  for (const { at, person, kind, openCase } of claims) {
    const presence = seen(presences.get(person) ?? nobody, at);
    presences.set(person, presence);
    const content = CONTENTS[kind];
    if (!content) throw new RangeError(`No content ${kind}`);
    const today = granted.filter((one) => dayOf(one.at) === dayOf(at)).map((one) => one.person);
    const reason = mayClaim(content, {
      ...aSituation({ budget, timeZone: ZONES[person], facts: aFacts({ now: at }) }),
      history: historyOf(presence, {
        asking: 'usual',
        recent: granted.filter((one) => one.person === person),
        accountPeople: ZONES.length,
        accountAskedToday: new Set(today).size,
        openCase,
      }),
    });
    if (reason !== undefined) continue;
    presences.set(person, interrupted(presence, at));
    granted.push({
      at,
      person,
      kind: content.kind,
      tags: content.tags ?? [],
      visit: presence.visits,
      openCase,
    });
  }
  return granted;
}

describe('a budget', () => {
  test('is not broken by any sequence of interruptions that were granted', () => {
    fc.assert(
      fc.property(someBudget, someClaims, (budget, claims) => {
        const granted = grantedOf(budget, claims);
        for (const person of ZONES.keys()) {
          const own = granted.filter((one) => one.person === person);
          if (budget.minDaysBetween !== null)
            expect(apart(own)).toBeGreaterThanOrEqual(budget.minDaysBetween);
          expectKept(budget.perPerson, own);
          for (const days of [1, 7, 30]) expectKept(limitOf(mostWithin(budget, days), days), own);
          for (const kind of INTERRUPTIVE_KINDS)
            expectKept(
              budget.perKind[kind],
              own.filter((one) => one.kind === kind),
            );
          for (const limit of budget.perTag)
            expectKept(
              limit,
              own.filter((one) => one.tags.includes(tagKey(limit.tag))),
            );
          const visits = Map.groupBy(own, ({ visit }) => visit);
          for (const [visit, its] of visits) {
            if (budget.perSession !== null) expect(its.length).toBeLessThanOrEqual(budget.perSession);
            expect(budget.skipFirstSession && visit === 1).toBe(false);
          }
          for (const { at, openCase } of own) {
            const { time, weekday } = localMoment(ZONES[person] ?? '', at);
            expect(budget.quietDays).not.toContain(weekday);
            expect(isQuiet(budget.quietHours, time)).toBe(false);
            expect(budget.skipOpenCase && openCase).toBe(false);
          }
        }
        if (budget.accountDailyPercent === null) return;
        const most = askableInADay(budget.accountDailyPercent, ZONES.length);
        for (const its of Map.groupBy(granted, ({ at }) => dayOf(at)).values())
          expect(new Set(its.map(({ person }) => person)).size).toBeLessThanOrEqual(most);
      }),
      { numRuns: 1_000 },
    );
  });

  test('that is stricter never shows more', () => {
    const pairs = someInput.chain((input) => fc.tuple(fc.constant(input), someBudget));
    fc.assert(
      fc.property(pairs, ([input, other]) => {
        const loose = input;
        const strict = { ...input, budget: strictest(input.budget, other) };
        for (const candidate of input.candidates)
          if (mayClaim(candidate, loose) !== undefined) expect(mayClaim(candidate, strict)).toBeDefined();
        expect(opening(decide(strict))).toBeLessThanOrEqual(opening(decide(loose)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('says how much it lets happen at most', () => {
    expect(mostWithin(DEFAULT_BUDGET, 30)).toBe(5);
    expect(mostWithin({ ...DEFAULT_BUDGET, perPerson: { count: 3, days: 30 } }, 30)).toBe(3);
    expect(mostWithin({ ...DEFAULT_BUDGET, perPerson: { count: 3, days: 14 } }, 30)).toBe(5);
    const perKind = {
      survey: { count: 1, days: 14 },
      checklist: { count: 1, days: 30 },
      announcement: { count: 2, days: 30 },
    };
    expect(mostWithin({ ...DEFAULT_BUDGET, minDaysBetween: null, perKind }, 30)).toBe(6);
    expect(mostWithin({ ...DEFAULT_BUDGET, minDaysBetween: null }, 30)).toBeUndefined();
    expect([askableInADay(20, 50), askableInADay(20, 2)]).toEqual([10, 1]);
  });

  test('says for how many days it counts', () => {
    expect(daysCounted(DEFAULT_BUDGET)).toBe(0);
    const perKind = { ...DEFAULT_BUDGET.perKind, announcement: { count: 2, days: 7 } };
    expect(daysCounted({ ...DEFAULT_BUDGET, perKind })).toBe(7);
    expect(daysCounted({ ...DEFAULT_BUDGET, perKind, perPerson: { count: 3, days: 30 } })).toBe(30);
    const perTag = [{ tag: 'news', count: 1, days: 60 }];
    expect(daysCounted({ ...DEFAULT_BUDGET, perKind, perTag })).toBe(60);
  });
});

const opening = ({ show }: Decision): number => show.filter(({ surface }) => surface !== 'panel').length;

const limitOf = (count: number | undefined, days: number): Limit | null =>
  count === undefined ? null : { count, days };

/** Days between the nearest two. */
function apart(own: readonly Granted[]): number {
  const gaps = own.slice(1).map(({ at }, index) => msBetween(own[index]?.at ?? at, at) / DAY_MS);
  return Math.min(Infinity, ...gaps);
}

/** No window of the limit's days holds more than it says; the fullest one ends with an interruption. */
function expectKept(limit: Limit | null, own: readonly Granted[]): void {
  if (limit === null) return;
  for (const last of own) {
    const from = addMs(last.at, -limit.days * DAY_MS);
    expect(own.filter(({ at }) => at > from && at <= last.at).length).toBeLessThanOrEqual(limit.count);
  }
}

/** Told minute by minute, unlike the gate does it. */
function isQuiet(hours: FatigueBudget['quietHours'], time: string): boolean {
  if (hours === null) return false;
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const span = (minutes(hours.to) - minutes(hours.from) + 1_440) % 1_440;
  return (minutes(time) - minutes(hours.from) + 1_440) % 1_440 < span;
}

/** Every rule as strict as the stricter of two; of overlapping quiet hours those of the first. */
function strictest(one: FatigueBudget, other: FatigueBudget): FatigueBudget {
  const most = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b));
  const least = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b));
  const limit = (a: Limit | null, b: Limit | null) =>
    a && b ? { count: Math.min(a.count, b.count), days: Math.max(a.days, b.days) } : (a ?? b);
  return {
    minDaysBetween: most(one.minDaysBetween, other.minDaysBetween),
    perPerson: limit(one.perPerson, other.perPerson),
    perKind: {
      survey: limit(one.perKind.survey, other.perKind.survey),
      checklist: limit(one.perKind.checklist, other.perKind.checklist),
      announcement: limit(one.perKind.announcement, other.perKind.announcement),
    },
    perTag: [...one.perTag, ...other.perTag],
    perSession: least(one.perSession, other.perSession),
    accountDailyPercent: least(one.accountDailyPercent, other.accountDailyPercent),
    quietHours: one.quietHours ?? other.quietHours,
    quietDays: [...one.quietDays, ...other.quietDays],
    skipFirstSession: one.skipFirstSession || other.skipFirstSession,
    skipOpenCase: one.skipOpenCase || other.skipOpenCase,
    npsReserveDays: most(one.npsReserveDays, other.npsReserveDays),
  };
}
