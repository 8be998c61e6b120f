import type { reach as words } from '../en/reach.ts';

const percent = new Intl.NumberFormat('ja', { style: 'percent', maximumFractionDigits: 1 });

/** Who is in an audience now, in Japanese. */
export const reach: typeof words = {
  title: '現在の対象',
  now: '最新の人数',
  counting: '集計しています…',
  stale: '集計できませんでした',
  before: '直前の変更の前',
  failed: '人数を集計できませんでした。',
  retry: '再試行',
  unfinished: '条件をすべて入力すると、対象になる人が表示されます。',
  people: '人数',
  accounts: 'アカウント数',
  shareOf: (share, all) => `${all}人のうち${percent.format(share)}`,
  nobodyYet: 'まだ誰も記録されていません。ウィジェットを開いた人がここに表示されます。',
  everybody: '全員',
  steps: '条件ごとに残る人数',
  examples: '例',
  side: '表示する人',
  both: '両方',
  in: '対象',
  out: '対象外',
  matched: '対象の人',
  others: '対象外の人',
  noneMatched: '該当者はいません。',
  noOthers: '該当者はいません。記録されている全員が対象です。',
  anonymous: '名前のない訪問者',
  unproven: '本人確認のトークンがまだありません',
  outcome: { match: '一致：', no_match: '不一致：', unknown: '不明：' },
  notKnown: '（不明）',
  found: (value) => `（実際：${value}）`,
  more: (count) => `ほか${count}件`,
};
