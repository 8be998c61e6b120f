import type { conditions as words } from '../en/conditions.ts';

/** Conditions in words, in Japanese. */
export const conditions: typeof words = {
  everybody: '全員',
  nobody: '該当者なし',
  and: '、かつ',
  or: '、または',
  not: (words) => `（${words}）ではない`,
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
    `${subject === 'account' ? 'アカウントの' : ''}${key} ${operator.replace('次', `「${value}」`)}`,
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
  segment: (name, not) => `「${name}」に入って${not ? 'いない' : 'いる'}`,
  list: (subject, count, not) =>
    `${subject === 'account' ? 'アカウントが' : ''}${count === undefined ? '' : `${count}件の`}リストに${not ? 'ない' : 'ある'}`,
  answer: (survey, said, days) =>
    `${days === null ? '' : `${days}日以内に`}「${survey}」${said === '' ? 'に回答した' : `で${said}`}`,
  said: (op, value) =>
    ({
      answered: value,
      is: `${value}点を付けた`,
      at_least: `${value}点以上を付けた`,
      at_most: `${value}点以下を付けた`,
      band: `${value}だった`,
      chose: `${value}を選んだ`,
    })[op],
  band: { promoter: '推奨者', passive: '中立者', detractor: '批判者' },
  within: (segment, words) => `「${segment}」：${words}`,
  named: {
    lifecycle: {
      onboarding: '導入中',
      adopting: '活用中',
      established: '定着',
      at_risk: 'リスクあり',
      churned: '解約済み',
    },
    health: { good: '良好', average: '普通', poor: '要注意' },
  },
  yes: 'はい',
  no: 'いいえ',
};
