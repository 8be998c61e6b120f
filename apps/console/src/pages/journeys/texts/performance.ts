import type { ContentKind } from '@banso/domain/content';
import type { Catalogue } from '../../../texts/use-texts.ts';

interface Shape {
  title: string;
  what: string;
  kind: string;
  anyKind: string;
  content: string;
  kinds: Record<ContentKind, string>;
  counts: Record<'shown' | 'started' | 'completed' | 'dismissed' | 'snoozed', string>;
  rates: Record<'response' | 'completion' | 'completed' | 'dismissal' | 'postponement', string>;
  failed: string;
  none: string;
  noneWhat: string;
  toContents: string;
}

const en: Shape = {
  title: 'Content results',
  what: 'Times, not people: whoever saw something twice counts twice. Shown means visible for a second. To begin a survey is to answer it; to begin anything else is to open it. What is opened from the panel, or done without being opened, can bring a rate above 100 %.',
  kind: 'Kind',
  anyKind: 'all',
  content: 'Content',
  kinds: { checklist: 'Checklist', survey: 'Survey', resource: 'Resource', announcement: 'Announcement' },
  counts: {
    shown: 'Shown',
    started: 'Begun',
    completed: 'Completed',
    dismissed: 'Closed',
    snoozed: 'Put off',
  },
  rates: {
    response: 'of shown',
    completion: 'of begun',
    completed: 'of shown',
    dismissal: 'of shown',
    postponement: 'of shown',
  },
  failed: 'The results could not be loaded',
  none: 'Nothing has been published yet',
  noneWhat: 'Once customers see something, this page says how often, and what they did with it.',
  toContents: 'Go to the checklists',
};
const ja: Shape = {
  title: 'コンテンツの成果',
  what: '人数ではなく回数です。同じ人が2回見れば2回と数えます。「表示」は1秒以上見えていたことを指します。アンケートの「開始」は回答、それ以外は開いたことです。パネルから開かれたものや、開かずに完了したものがあると、割合が100%を超えることがあります。',
  kind: '種類',
  anyKind: 'すべて',
  content: 'コンテンツ',
  kinds: {
    checklist: 'チェックリスト',
    survey: 'アンケート',
    resource: '資料',
    announcement: 'お知らせ',
  },
  counts: { shown: '表示', started: '開始', completed: '完了', dismissed: '閉じた', snoozed: '後で' },
  rates: {
    response: '対 表示',
    completion: '対 開始',
    completed: '対 表示',
    dismissal: '対 表示',
    postponement: '対 表示',
  },
  failed: '成果を読み込めませんでした',
  none: 'まだ何も公開されていません',
  noneWhat: 'お客様が何かを見ると、その回数と反応がここに表示されます。',
  toContents: 'チェックリストへ',
};
const ko: Shape = {
  title: '콘텐츠 성과',
  what: '사람 수가 아니라 횟수예요. 같은 사람이 두 번 보면 두 번으로 세요. ‘표시’는 1초 이상 보인 것을 뜻해요. 설문의 ‘시작’은 답변이고, 다른 콘텐츠는 열어 본 것이에요. 패널에서 열었거나 열지 않고 완료한 것이 있으면 비율이 100%를 넘을 수 있어요.',
  kind: '종류',
  anyKind: '전체',
  content: '콘텐츠',
  kinds: { checklist: '체크리스트', survey: '설문', resource: '자료', announcement: '공지' },
  counts: { shown: '표시', started: '시작', completed: '완료', dismissed: '닫음', snoozed: '나중에' },
  rates: {
    response: '표시 대비',
    completion: '시작 대비',
    completed: '표시 대비',
    dismissal: '표시 대비',
    postponement: '표시 대비',
  },
  failed: '성과를 불러오지 못했어요',
  none: '아직 게시한 것이 없어요',
  noneWhat: '고객이 무언가를 보면 횟수와 반응이 여기에 나와요.',
  toContents: '체크리스트로 이동',
};

/** Words of the report on contents. */
export const performanceTexts: Catalogue<Shape> = { en, ja, ko };
