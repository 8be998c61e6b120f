import type { Catalogue } from '../../texts/use-texts.ts';
import { plural } from '../../texts/use-texts.ts';

const en = {
  dueToday: 'Due today',
  dueTomorrow: 'Due tomorrow',
  due: (day: string) => `Due ${day}`,
  lateBy: (days: number) => plural(days, { one: '1 day late', other: `${days} days late` }),
  noDay: 'No day',
};
const ja: typeof en = {
  dueToday: '今日まで',
  dueTomorrow: '明日まで',
  due: (day) => `${day}まで`,
  lateBy: (days) => `${days}日超過`,
  noDay: '期限なし',
};
const ko: typeof en = {
  dueToday: '오늘까지',
  dueTomorrow: '내일까지',
  due: (day) => `${day}까지`,
  lateBy: (days) => `${days}일 지남`,
  noDay: '기한 없음',
};

/** Words of the day that a task is due on: apart, for My day opens with them and without the others. */
export const dueTexts: Catalogue<typeof en> = { en, ja, ko };
