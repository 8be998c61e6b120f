import type { resource as words } from '../en/resource.ts';

/** The resource form, in Japanese. */
export const resource: typeof words = {
  resource: '資料',
  type: '種類',
  title: 'タイトル',
  summary: '概要',
  summaryHint: '一覧でタイトルの下に出る一文です。',
  body: '本文',
  bodyHint: '太字、斜体、リンク、箇条書き、見出しが使えます。検索の対象にもなります。',
  url: { video: '動画のアドレス', webinar: '参加用のアドレス', document: '文書のアドレス', link: 'アドレス' },
  urlHint: 'https:// で始まるもの',
  startsAt: '開始',
  endsAt: '終了',
  hoursHint: 'あなたのタイムゾーンです。見る人にはその人の時刻で表示します。',
  recording: '録画',
  recordingHint: '終了後は、参加案内の代わりに表示します。',
  section: 'セクション',
  sectionHint: '同じセクションの資料がまとまって並びます。',
  tags: '検索の言葉',
  tagsHint: 'ウィジェットで検索されそうな、本文にない言葉。',
  recommended: 'おすすめとして出すページ',
  recommendedHint:
    'このページでは先頭に表示し、ほかのページには表示しません。空欄は全ページで、そのセクションに表示します。',
};
