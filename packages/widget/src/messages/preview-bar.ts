import type { Catalogue } from './say.ts';

const en = {
  lang: 'en',
  preview: 'Preview',
  safe: 'Nothing is sent or counted',
  again: 'Start over',
  end: 'End preview',
  over: 'The time of this preview is over. Ask for a new link.',
  close: 'Close',
};
export type PreviewBarMessages = Catalogue<typeof en>;

const ja = {
  lang: 'ja',
  preview: 'プレビュー',
  safe: '送信も集計もされません',
  again: '最初から',
  end: 'プレビューを終了',
  over: 'このプレビューは期限が切れました。新しいリンクを発行してもらってください。',
  close: '閉じる',
} satisfies PreviewBarMessages;

const ko = {
  lang: 'ko',
  preview: '미리보기',
  safe: '전송되거나 집계되지 않습니다',
  again: '처음부터',
  end: '미리보기 종료',
  over: '이 미리보기의 유효 시간이 지났습니다. 새 링크를 요청하세요.',
  close: '닫기',
} satisfies PreviewBarMessages;

/** What stands over a page that shows a draft. */
export const previewBarMessages = (locale: string): PreviewBarMessages =>
  [ja, ko].find(({ lang }) => locale.startsWith(lang)) ?? en;
