import type { survey as words } from '../en/survey.ts';

/** The survey form, in Japanese. */
export const survey: typeof words = {
  survey: 'アンケート',
  title: 'タイトル',
  titleHint: 'パネルに表示され、スクリーンリーダーが読み上げます。',
  questions: '質問',
  questionsWhat: '1問ずつ尋ねます。途中でやめた人の回答も残ります。',
  score: '点数（0〜10）',
  questionOf: (n) => `質問${n}（自由記述）`,
  question: '質問文',
  low: '0の説明',
  high: '10の説明',
  required: '回答必須',
  requiredHint: 'オフの場合は飛ばせます。',
  add: '質問を追加',
  full: '質問は最大20問です',
  remove: '質問を削除',
  removed: (title) => `質問「${title}」を削除しました。`,
  move: (n, title) => `質問${n}「${title}」を移動。矢印キーで操作`,
  followUps: '追加の質問',
  followUpsWhat: '点数のすぐ後に、点数に合った言葉で尋ねます。',
  askAfter: { detractor: '0〜6の後に尋ねる', passive: '7〜8の後に尋ねる', promoter: '9〜10の後に尋ねる' },
  followUpOf: { detractor: '0〜6の後の質問', passive: '7〜8の後の質問', promoter: '9〜10の後の質問' },
  endings: '終わりの言葉',
  endingsWhat: '回答が保存されたときに表示します。',
  endingOf: { detractor: '0〜6の後', passive: '7〜8の後', promoter: '9〜10の後' },
};
