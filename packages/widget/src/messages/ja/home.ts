import type { HomeMessages } from '../en/home.ts';

/** What the sections of the panel say, in Japanese. */
export const jaHome = {
  lang: 'ja',
  sections: 'メニュー',
  home: 'ホーム',
  morning: 'おはようございます',
  afternoon: 'こんにちは',
  evening: 'こんばんは',
  welcome: '次にすることと、そのためのガイドです。',
  quiet: '今すぐすることはありません。ガイドをご覧いただけます。',
  empty: '今は何もありません。',
  offline: 'オフラインです。操作の内容はこの端末に残り、あとで送信されます。',
  offlineWaiting: { other: 'オフラインです。{n}件はこの端末に残してあり、自動で送信されます。' },
  online: 'オンラインに戻りました。すべて送信済みです。',
  doneOf: '{n}つのうち{done}つ完了',
  next: '次：{step}',
  question: 'ひとつお聞かせください',
  forThisPage: 'このページに関するガイド',
} satisfies HomeMessages;
