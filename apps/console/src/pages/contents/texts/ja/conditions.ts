import type { conditions as words } from '../en/conditions.ts';

/** Conditions in words, in Japanese. */
export const conditions: typeof words = {
  everybody: '全員',
  nobody: '該当者なし',
  and: '、かつ',
  or: '、または',
  not: (words) => `「${words}」ではない`,
  group: (words) => `（${words}）`,
  subject: { contact: '個人', account: 'アカウント' },
  operator: {
    is: 'が次と同じ',
    is_not: 'が次と異なる',
    in: 'が次のいずれか',
    contains: 'が次を含む',
    starts_with: 'が次で始まる',
    greater: 'が次より大きい',
    at_least: 'が次以上',
    less: 'が次より小さい',
    at_most: 'が次以下',
    before: 'が次より前',
    after: 'が次より後',
    set: 'がわかっている',
    not_set: 'がわかっていない',
  },
  trait: (subject, key, operator, value) =>
    `${subject === 'account' ? 'アカウントの' : ''}${key} ${operator}${value === '' ? '' : `：${value}`}`,
  event: ({ name, not, atLeast, count, days, byAccount }) =>
    `${byAccount ? (not ? 'アカウントの誰も' : 'アカウントの誰かが') : ''}${days === null ? '' : `${days}日以内に`}${name}を${count}回${atLeast ? '以上' : '以下'}行って${not ? 'いない' : 'いる'}`,
  content: (name, phase, happened) => {
    const words = {
      shown: ['が表示された', 'が表示されていない'],
      opened: ['を開いた', 'を開いていない'],
      dismissed: ['を閉じた', 'を閉じていない'],
      answered: ['に回答した', 'に回答していない'],
      completed: ['を完了した', 'を完了していない'],
    }[phase];
    return `「${name}」${words[happened ? 0 : 1] ?? ''}`;
  },
  phase: {
    shown: '表示された',
    opened: '開いた',
    dismissed: '閉じた',
    answered: '回答した',
    completed: '完了した',
  },
  locale: (names, not) => `言語が${names}${not ? 'ではない' : ''}`,
  sample: (percent) => `${percent} % の固定の割合に入る`,
  yes: 'はい',
  no: 'いいえ',
};
