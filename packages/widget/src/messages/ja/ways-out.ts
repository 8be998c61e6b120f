import type { WaysOutMessages } from '../en/ways-out.ts';

/** What a checklist says when it is put off, hidden or finished, in Japanese. */
export const jaWaysOut = {
  lang: 'ja',
  afternoon: '今日の午後',
  tomorrow: '明日',
  monday: '来週の月曜日',
  snoozedTitle: 'あとでお知らせします',
  snoozedText: '{time}以降に開いたときに、また表示します。',
  hidesForYou: 'このチェックリストを非表示にします。',
  hidesForYouOnly: 'ご自分の画面でだけ非表示になります。チームの画面には残ります。',
  why: '理由をお聞かせください（任意）',
  reasons: {
    already_known: 'すでに知っている',
    somebody_else: 'ほかの人が担当している',
    does_not_fit: '自分たちに合わない',
  },
  hide: '非表示にする',
  keep: 'このまま残す',
  hiddenTitle: '非表示にしました',
  hiddenText: '今後ここには表示しません。',
  undo: '元に戻す',
  finished: 'すべて完了しました',
  showSteps: '手順を見る',
} satisfies WaysOutMessages;
