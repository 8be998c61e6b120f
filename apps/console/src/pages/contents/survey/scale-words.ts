import type { LocalizedText, QuestionType } from '@banso/domain/content';
import type { ScaleWords } from '../model/survey-questions.ts';

const SATISFACTION: ScaleWords = {
  low: { en: 'Very dissatisfied', ja: 'とても不満', ko: '매우 불만족' },
  high: { en: 'Very satisfied', ja: 'とても満足', ko: '매우 만족' },
};
const WORDS: Readonly<Partial<Record<QuestionType, ScaleWords>>> = {
  nps: {
    low: { en: 'Not at all likely', ja: 'まったく思わない', ko: '전혀 없어요' },
    high: { en: 'Extremely likely', ja: '強くそう思う', ko: '매우 커요' },
  },
  ces: {
    low: { en: 'Strongly disagree', ja: 'まったくそう思わない', ko: '전혀 그렇지 않다' },
    high: { en: 'Strongly agree', ja: '強くそう思う', ko: '매우 그렇다' },
  },
  rating: {
    low: { en: 'Poor', ja: '悪い', ko: '별로예요' },
    high: { en: 'Excellent', ja: 'とても良い', ko: '아주 좋아요' },
  },
};

/** What the ends of a scale are called to begin with, in those of these languages that we write ourselves. */
export function scaleWords(type: QuestionType, locales: readonly string[]): ScaleWords {
  const { low, high } = WORDS[type] ?? SATISFACTION;
  const cut = (text: LocalizedText) =>
    Object.fromEntries(
      locales.flatMap((locale) => {
        const words = text[locale] ?? text[locale.split('-')[0] ?? ''];
        return words === undefined ? [] : [[locale, words]];
      }),
    );
  return { low: cut(low), high: cut(high) };
}
