import type { ContentKind } from '@banso/domain/content';
import { type Catalogue, plural } from '../../../texts/use-texts.ts';

type ByKind = Readonly<Record<ContentKind, string>>;

const en = {
  start: 'Start from',
  blank: 'Blank',
  blankWhat: {
    checklist: 'A title and no steps yet.',
    survey: 'One NPS question with its follow-ups.',
    resource: 'An empty article.',
    announcement: 'An empty badge.',
  } satisfies ByKind as ByKind,
  minutes: (n: number) => `about ${n} min for a customer`,
  steps: (n: number) => plural(n, { one: '1 step', other: `${n} steps` }),
  questions: (n: number) => plural(n, { one: '1 question', other: `${n} questions` }),
  branching: 'branches',
  adjust: 'Look at this before you publish',
  preview: 'Preview',
  previewFailed: 'The preview could not be drawn.',
  blankPreview:
    'You write it from the beginning. It can be published when the title and what is needed are there.',
  failed: 'The templates did not load',
  failedWhat: 'You can start blank, or try again.',
  again: 'Try again',
};
const ja: typeof en = {
  start: '元にするもの',
  blank: '白紙',
  blankWhat: {
    checklist: 'タイトルだけで、ステップはありません。',
    survey: 'NPS の質問1つと、点数ごとの追加の質問。',
    resource: '何も書かれていない記事。',
    announcement: '何も書かれていないバッジ。',
  },
  minutes: (n) => `顧客の所要時間 約${n}分`,
  steps: (n) => `${n}ステップ`,
  questions: (n) => `質問${n}件`,
  branching: '分岐あり',
  adjust: '公開前の確認事項',
  preview: 'プレビュー',
  previewFailed: 'プレビューを表示できませんでした。',
  blankPreview: '最初から書きます。タイトルと必要な項目がそろうと公開できます。',
  failed: 'テンプレートを読み込めませんでした',
  failedWhat: '白紙から始めるか、もう一度お試しください。',
  again: '再試行',
};
const ko: typeof en = {
  start: '무엇에서 시작할까요',
  blank: '빈 문서',
  blankWhat: {
    checklist: '제목만 있고 단계는 없어요.',
    survey: 'NPS 질문 하나와 점수별 추가 질문이에요.',
    resource: '비어 있는 글이에요.',
    announcement: '비어 있는 배지예요.',
  },
  minutes: (n) => `고객에게 약 ${n}분`,
  steps: (n) => `${n}단계`,
  questions: (n) => `질문 ${n}개`,
  branching: '분기 있음',
  adjust: '게시하기 전에 확인하세요',
  preview: '미리보기',
  previewFailed: '미리보기를 그리지 못했어요.',
  blankPreview: '처음부터 직접 써요. 제목과 필요한 항목이 있으면 게시할 수 있어요.',
  failed: '서식을 불러오지 못했어요',
  failedWhat: '빈 문서로 시작하거나 다시 시도하세요.',
  again: '다시 시도',
};

/** Words of the gallery of templates. */
export const galleryTexts: Catalogue<typeof en> = { en, ja, ko };
