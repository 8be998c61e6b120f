import type { resource as words } from '../en/resource.ts';

/** The resource form, in Korean. */
export const resource: typeof words = {
  resource: '자료',
  type: '종류',
  title: '제목',
  summary: '요약',
  summaryHint: '목록에서 제목 아래에 나오는 한 문장이에요.',
  body: '본문',
  bodyHint: '굵게, 기울임, 링크, 목록, 제목을 쓸 수 있어요. 검색에도 쓰여요.',
  url: { video: '동영상 주소', webinar: '참가 주소', document: '문서 주소', link: '주소' },
  urlHint: 'https://로 시작하는 주소',
  startsAt: '시작',
  endsAt: '끝',
  hoursHint: '내 시간대예요. 보는 사람에게는 그 사람의 시간으로 보여요.',
  recording: '녹화',
  recordingHint: '끝난 뒤에는 참가 안내 대신 보여요.',
  section: '섹션',
  sectionHint: '같은 섹션의 자료가 함께 놓여요.',
  tags: '검색어',
  tagsHint: '위젯에서 사람들이 찾을 만한, 본문에 없는 말이에요.',
  recommended: '추천할 페이지',
  recommendedHint:
    '이 페이지에서는 맨 앞에 보이고 다른 페이지에는 보이지 않아요. 비우면 모든 페이지에서 섹션에 보여요.',
};
