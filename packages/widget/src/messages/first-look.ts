import type { Catalogue } from './say.ts';

const en = {
  lang: 'en',
  close: 'Close',
  question: 'A short question',
  later: 'Ask me later',
  never: 'Don’t ask again',
};
export type FirstLookMessages = Catalogue<typeof en>;

const ja = {
  lang: 'ja',
  close: '閉じる',
  question: 'ひとつお聞かせください',
  later: 'あとで回答する',
  never: '今後は質問しない',
} satisfies FirstLookMessages;

const ko = {
  lang: 'ko',
  close: '닫기',
  question: '짧은 질문이 있어요',
  later: '나중에 답하기',
  never: '다시 묻지 않기',
} satisfies FirstLookMessages;

/** What the first look of a survey says. All languages at once: fetching one would cost more time than they are bytes. */
export const firstLookMessages = (locale: string): FirstLookMessages =>
  [ja, ko].find(({ lang }) => locale.startsWith(lang)) ?? en;
