import type { values as words } from '../en/values.ts';

/** Settings in words, in Japanese. */
export const values: typeof words = {
  nothing: 'なし',
  none: {
    pages: 'すべてのページ',
    devices: 'すべての端末',
    completeWhen: '本人がチェック',
    visibleWhen: '常に',
    requires: 'なし',
    dueInDays: '期限なし',
    startsAt: 'すぐに',
    endsAt: '終了なし',
    afterShownDays: '再表示しない',
    afterDismissedDays: '再表示しない',
    afterAnsweredDays: '再表示しない',
    maxAttempts: '上限なし',
  },
  listed: (values) => values.join('、'),
  yes: 'はい',
  no: 'いいえ',
  device: { desktop: 'パソコン', mobile: 'スマートフォン' },
  seconds: (n) => `${n}秒`,
  days: (n) => `${n}日`,
  percent: (n) => `${n} %`,
  progressOf: { contact: '一人ひとり', account: 'アカウント全体' },
  owner: { customer: '顧客', team: '自社のチーム' },
  ordered: '順番どおり',
  anyOrder: '順不同',
  resourceType: { article: '記事', video: '動画', webinar: 'ウェビナー', document: '文書', link: 'リンク' },
};
