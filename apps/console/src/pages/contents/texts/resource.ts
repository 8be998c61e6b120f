import type { ResourceType } from '@banso/domain/content';
import type { Catalogue } from '../../../texts/use-texts.ts';

type Urls = Readonly<Record<Exclude<ResourceType, 'article'>, string>>;

const en = {
  resource: 'Resource',
  type: 'Type',
  title: 'Title',
  summary: 'Summary',
  summaryHint: 'One sentence under the title in the list.',
  body: 'Text',
  bodyHint: 'Bold, italic, links, lists and headings. Search looks in it too.',
  url: {
    video: 'Address of the video',
    webinar: 'Address to join',
    document: 'Address of the document',
    link: 'Address',
  } satisfies Urls as Urls,
  urlHint: 'Starts with https://',
  startsAt: 'Starts',
  endsAt: 'Ends',
  hoursHint: 'In your time zone. Everybody sees it in their own.',
  recording: 'Recording',
  recordingHint: 'After the end it takes the place of the invitation.',
  section: 'Section',
  sectionHint: 'Resources with the same section stand together.',
  tags: 'Tags',
  tagsHint: 'Words people may search for.',
  recommended: 'Recommended on pages',
  recommendedHint:
    'On these pages it stands first; on others it is not shown. Empty: in its section on every page.',
};
const ja: typeof en = {
  resource: '資料',
  type: '種類',
  title: 'タイトル',
  summary: '概要',
  summaryHint: '一覧でタイトルの下に出る一文です。',
  body: '本文',
  bodyHint: '太字、斜体、リンク、箇条書き、見出しが使えます。検索の対象にもなります。',
  url: { video: '動画のアドレス', webinar: '参加用のアドレス', document: '文書のアドレス', link: 'アドレス' },
  urlHint: 'https:// で始まるもの',
  startsAt: '開始',
  endsAt: '終了',
  hoursHint: 'あなたのタイムゾーンです。見る人にはその人の時刻で表示します。',
  recording: '録画',
  recordingHint: '終了後は、参加案内の代わりに表示します。',
  section: 'セクション',
  sectionHint: '同じセクションの資料がまとまって並びます。',
  tags: 'タグ',
  tagsHint: '検索に使われそうな言葉。',
  recommended: 'おすすめとして出すページ',
  recommendedHint:
    'このページでは先頭に表示し、ほかのページには表示しません。空欄は全ページで、そのセクションに表示します。',
};
const ko: typeof en = {
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
  tags: '태그',
  tagsHint: '사람들이 찾을 만한 말이에요.',
  recommended: '추천할 페이지',
  recommendedHint:
    '이 페이지에서는 맨 앞에 보이고 다른 페이지에는 보이지 않아요. 비우면 모든 페이지에서 섹션에 보여요.',
};

/** Words of the resource form. */
export const resourceTexts: Catalogue<typeof en> = { en, ja, ko };
