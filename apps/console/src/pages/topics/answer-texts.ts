import type { Catalogue } from '../../texts/use-texts.ts';

const en = {
  topic: 'Topic',
  ofAnswer: 'Topics of this answer',
  add: 'Add a topic',
  takenOff: (name: string) => `“${name}” was taken off.`,
  refused: 'That did not work. Nothing was changed; try again.',
};
const ja: typeof en = {
  topic: 'トピック',
  ofAnswer: 'この回答のトピック',
  add: 'トピックを付ける',
  takenOff: (name) => `「${name}」を外しました。`,
  refused: 'できませんでした。何も変わっていません。もう一度お試しください。',
};
const ko: typeof en = {
  topic: '주제',
  ofAnswer: '이 답변의 주제',
  add: '주제 붙이기',
  takenOff: (name) => `“${name}”을(를) 뗐어요.`,
  refused: '되지 않았어요. 바뀐 것은 없으니 다시 해 보세요.',
};

/** Words for topics among answers. */
export const answerTopicTexts: Catalogue<typeof en> = { en, ja, ko };
