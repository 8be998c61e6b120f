import type { organisation } from '@banso/contract';
import { tagKey } from '@banso/domain/content';
import type { InterruptiveKind } from '@banso/domain/decide';
import { INTERRUPTIVE_KINDS } from '@banso/domain/decide';
import type { RuleName } from './texts.ts';

/** The budget as the wire has it. */
export type Budget = organisation.FatigueBudget;

/** Where a rule begins that is turned on. */
export const WHEN_ON = {
  minDaysBetween: 7,
  perPerson: { count: 3, days: 30 },
  perSession: 1,
  perKind: {
    survey: { count: 1, days: 14 },
    checklist: { count: 1, days: 7 },
    announcement: { count: 2, days: 7 },
  },
  npsReserveDays: 14,
  accountDailyPercent: 20,
  perTag: { tag: '', count: 1, days: 30 },
  quietHours: { from: '20:00', to: '08:00' },
  quietDays: [6, 7],
} as const;

/** The most that each number may be, as the contract has it. */
export const MOST = { days: 365, count: 100, perSession: 20, percent: 100, tags: 20 } as const;

/** What is wrong in a rule: a number, with the most it may be; the times; the days; a tag that is missing, or there twice. */
export type Wrong = { number: number } | 'time' | 'days' | 'tag' | 'twice';

/** A rule of the form: one of its names, or the place of a limit by tag. */
export type Problems = Partial<Record<RuleName | `perTag.${number}`, Wrong>>;

/** What cannot be saved, by rule. */
export function problemsOf(budget: Budget): Problems {
  const { minDaysBetween, perPerson, perKind, perSession, accountDailyPercent, npsReserveDays } = budget;
  const wrong: Problems = {};
  const check = (rule: keyof Problems, value: number | null | undefined, max: number) => {
    if (value != null && !isWhole(value, max)) wrong[rule] ??= { number: max };
  };
  check('minDaysBetween', minDaysBetween, MOST.days);
  check('perPerson', perPerson?.count, MOST.count);
  check('perPerson', perPerson?.days, MOST.days);
  for (const kind of INTERRUPTIVE_KINDS) {
    check(kind, perKind[kind]?.count, MOST.count);
    check(kind, perKind[kind]?.days, MOST.days);
  }
  const keys = budget.perTag.map(({ tag }) => tagKey(tag));
  for (const [index, { count, days }] of budget.perTag.entries()) {
    const rule = `perTag.${index}` as const;
    if (keys[index] === '') wrong[rule] = 'tag';
    else if (keys.indexOf(keys[index] ?? '') < index) wrong[rule] = 'twice';
    check(rule, count, MOST.count);
    check(rule, days, MOST.days);
  }
  check('perSession', perSession, MOST.perSession);
  check('accountDailyPercent', accountDailyPercent, MOST.percent);
  check('npsReserveDays', npsReserveDays, MOST.days);
  const { quietHours, quietDays } = budget;
  if (quietHours && (!quietHours.from || !quietHours.to || quietHours.from === quietHours.to))
    wrong.quietHours = 'time';
  if (quietDays.length > 6) wrong.quietDays = 'days';
  return wrong;
}

/** Whether it is a number that a rule can have. */
export function isWhole(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= max;
}

/** The budget with another limit for one kind. */
export function withKind(budget: Budget, kind: InterruptiveKind, limit: Budget['perPerson']): Budget {
  return { ...budget, perKind: { ...budget.perKind, [kind]: limit } };
}
