import type { Catalogue } from '../../texts/use-texts.ts';

const en = {
  title: 'Notices',
  none: 'No notices yet',
  noneWhat: 'What an alert rule finds stands here, for whom the rule names.',
  failed: 'The notices could not be loaded',
  failedWhat: 'Nothing was lost.',
  markAll: 'Mark all as read',
  more: 'Load more',
  unread: 'Unread',
  answer: (survey: string) => `New answer to “${survey}”`,
  answers: (count: number) => `${count} new answers`,
  gone: 'The answer is not there any more.',
  test: 'This is a test. Everything arrives.',
  score: (score: number) => `Score ${score}`,
  drop: (survey: string, kind: string, before: string, after: string) =>
    `${kind} of “${survey}” fell from ${before} to ${after} within a week, by more than chance explains.`,
  webhook: (name: string) => `Nothing is sent to “${name}” any more`,
  reasons: {
    failing: 'It failed for five days. Mend it, then switch it on again.',
    gone: 'The receiver answered that it is gone for good (410).',
  },
};
const ja: typeof en = {
  title: 'お知らせ',
  none: 'お知らせはまだありません',
  noneWhat: 'アラートのルールに当てはまったことが、通知先のメンバーにここで届きます。',
  failed: 'お知らせを読み込めませんでした',
  failedWhat: '失われたものはありません。',
  markAll: 'すべて既読にする',
  more: 'さらに読み込む',
  unread: '未読',
  answer: (survey) => `「${survey}」に新しい回答`,
  answers: (count) => `新しい回答が${count}件あります`,
  gone: 'この回答はもうありません。',
  test: 'これはテストです。正しく届いています。',
  score: (score) => `スコア ${score}`,
  drop: (survey, kind, before, after) =>
    `「${survey}」の${kind}が1週間で${before}から${after}に下がりました。偶然では説明できない差です。`,
  webhook: (name) => `「${name}」への送信を停止しました`,
  reasons: {
    failing: '5日間失敗が続きました。直してから、もう一度有効にしてください。',
    gone: '受信側が「もう存在しない」（410）と答えました。',
  },
};
const ko: typeof en = {
  title: '알림',
  none: '아직 알림이 없습니다',
  noneWhat: '알림 규칙에 해당하는 일이 생기면 규칙에 지정된 멤버에게 여기로 전해집니다.',
  failed: '알림을 불러오지 못했습니다',
  failedWhat: '사라진 것은 없습니다.',
  markAll: '모두 읽음으로 표시',
  more: '더 불러오기',
  unread: '읽지 않음',
  answer: (survey) => `“${survey}”에 새 답변이 있습니다`,
  answers: (count) => `새 답변 ${count}건`,
  gone: '이 답변은 더 이상 없습니다.',
  test: '테스트 메시지입니다. 정상적으로 도착했습니다.',
  score: (score) => `점수 ${score}`,
  drop: (survey, kind, before, after) =>
    `“${survey}”의 ${kind} 점수가 일주일 사이 ${before}에서 ${after}로 떨어졌습니다. 우연으로 볼 수 없는 차이입니다.`,
  webhook: (name) => `“${name}”(으)로 더 이상 보내지 않습니다`,
  reasons: {
    failing: '5일 동안 계속 실패했습니다. 문제를 고친 뒤 다시 켜 주세요.',
    gone: '받는 쪽에서 영구히 없어졌다고(410) 답했습니다.',
  },
};

/** Words of the page of notices. */
export const noticeTexts: Catalogue<typeof en> = { en, ja, ko };
