import type { SurveyMessages } from '../en/survey.ts';

/** What the first look of a survey says, in Korean. */
export const koSurvey = {
  lang: 'ko',
  close: '닫기',
  question: '짧은 질문이 있어요',
  later: '나중에 답하기',
  never: '다시 묻지 않기',
} satisfies SurveyMessages;
