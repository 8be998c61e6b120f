import type { announcement as words } from '../en/announcement.ts';

/** The announcement form, in Japanese. */
export const announcement: typeof words = {
  announcement: 'お知らせ',
  mode: '届け方',
  modes: { badge: 'バッジ', banner: 'バナー', popover: 'ポップオーバー' },
  modeHint: {
    badge: '誰の手も止めません。ランチャーに件数が付き、「新着情報」で待ちます。',
    banner: 'ページの上に帯を出し、ページを下へずらします。全員に気づいてほしいときに。',
    popover: '画面の隅に出るカードです。少し目を留めてほしいときに。',
  },
  title: 'タイトル',
  titleHint: '何が新しいかを短い言葉で。',
  text: '本文',
  textHint: {
    badge: '太字、斜体、リンク、リストが使えます。パネルで全文を読めます。',
    banner: '一文にします。タイトルと同じ行に並びます。',
    popover: '二、三文にします。',
  },
  hasButton: 'ボタンを付ける',
  hasButtonHint: '製品のページや外部のページを開きます。押した人には、もう自動では表示されません。',
  button: 'ボタン',
  link: '開く先',
  linkHint: '/folders のようなパス、または完全なアドレス。',
  readOnly: '閲覧のみできます。',
};
