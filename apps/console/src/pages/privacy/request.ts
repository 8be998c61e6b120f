import type { erasure } from '@banso/contract';
import { plural, textsOf } from '../../texts/use-texts.ts';

const en = {
  left: (days: number) => plural(days, { one: '1 day left', other: `${days} days left` }),
  late: (days: number) => plural(days, { one: '1 day late', other: `${days} days late` }),
  today: 'today',
};
const ja: typeof en = {
  left: (days) => `残り${days}日`,
  late: (days) => `${days}日超過`,
  today: '今日まで',
};
const ko: typeof en = {
  left: (days) => `${days}일 남음`,
  late: (days) => `${days}일 지남`,
  today: '오늘까지',
};
// Apart from the other words of privacy, which the first page does not need.
const leftTexts = { en, ja, ko };

/** A wish to be erased. */
export type ErasureRequest = erasure.Erasure;

const DAY_MS = 86_400_000;

/** Whole days until an open wish has to be carried out; below zero it is late. */
export function daysLeft({ dueAt }: Pick<ErasureRequest, 'dueAt'>, now: number): number {
  return Math.ceil((Date.parse(dueAt) - now) / DAY_MS);
}

/** The same in words. */
export function leftWords(days: number): string {
  const texts = textsOf(leftTexts);
  if (days === 0) return texts.today;
  return days > 0 ? texts.left(days) : texts.late(-days);
}
