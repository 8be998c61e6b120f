import type { ContentKind } from '@banso/domain/content';
import { type Catalogue, plural } from '../../../texts/use-texts.ts';

type ByKind = Readonly<Record<ContentKind, string>>;

const en = {
  add: {
    checklist: 'Checklist',
    survey: 'Survey',
    resource: 'Resource',
    announcement: 'Announcement',
  } satisfies ByKind as ByKind,
  newTitle: {
    checklist: 'New checklist',
    survey: 'New survey',
    resource: 'New resource',
    announcement: 'New announcement',
  } satisfies ByKind as ByKind,
  filters: 'Filters',
  filterStatus: 'Status',
  anyStatus: 'all but archived',
  count: (n: number) => plural(n, { one: '1 shown', other: `${n} shown` }),
  version: 'Version',
  versionNone: 'Not published',
  edited: 'Edited',
  editedWhat: 'The draft differs from what customers see.',
  languages: 'Languages',
  filterIncomplete: 'Incomplete in',
  anyLanguage: 'any language',
  filterTag: 'Tag',
  anyTag: 'any',
  tagChosen: (n: number) => `Tags of ${n}`,
  noneIncomplete: (language: string) => `Nothing is incomplete in ${language}`,
  gaps: (n: number, language: string) =>
    plural(n, { one: `1 text missing in ${language}`, other: `${n} texts missing in ${language}` }),
  updated: 'Updated',
  by: (name: string) => `by ${name}`,
  actions: 'Actions',
  actionsOf: (name: string) => `Actions for ${name}`,
  create: 'Create',
  failed: 'The list did not load',
  failedWhat: 'The server did not answer. Your filter is kept.',
  noneFiltered: (status: string) => `Nothing is “${status}”`,
  noneFilteredWhat: 'Take the filter off to see everything.',
  showAll: 'Show all',
  startExample: 'Start with this example',
  startNothing: 'Choose a template',
  emptyTitle: {
    checklist: 'Show people the way to their first result',
    survey: 'Ask one question, get an answer you can act on',
    resource: 'Help where the question comes up',
    announcement: 'Say what is new to those whom it concerns',
  } satisfies ByKind as ByKind,
  emptyWhat: {
    checklist:
      'A checklist leads each customer through the first steps. Steps tick themselves when your product sends the event.',
    survey:
      'A survey asks the right people once, in the widget. The follow-up fits the score, and answers arrive here live.',
    resource:
      'Articles, videos and webinars stand in the widget, those for this page first. People search them in their own words.',
    announcement:
      'An announcement waits in the widget or comes up once, as a banner or a card. Whoever has read or closed it is left in peace.',
  } satisfies ByKind as ByKind,
  emptyNote: {
    checklist: 'Nobody sees it until you publish.',
    survey: 'Nobody is asked until you publish. At most one question per person in 7 days.',
    resource: 'Nobody sees it until you publish.',
    announcement: 'Nobody sees it until you publish. Banners and popovers count as interruptions.',
  } satisfies ByKind as ByKind,
  exampleCaption: {
    checklist: 'Example: first steps of a team',
    survey: 'Example: relationship NPS with a follow-up',
    resource: 'Example: an article for new teams',
    announcement: 'Example: a new feature, as a badge',
  } satisfies ByKind as ByKind,
  exampleDone: '1 of 3 done',
};
const ja: typeof en = {
  add: { checklist: 'チェックリスト', survey: 'アンケート', resource: '資料', announcement: 'お知らせ' },
  newTitle: {
    checklist: 'チェックリストを作成',
    survey: 'アンケートを作成',
    resource: '資料を作成',
    announcement: 'お知らせを作成',
  },
  filters: '絞り込み',
  filterStatus: '状態',
  anyStatus: 'アーカイブ以外',
  count: (n) => `${n}件を表示`,
  version: 'バージョン',
  versionNone: '未公開',
  edited: '編集あり',
  editedWhat: '下書きが公開中の内容と異なります。',
  languages: '言語',
  filterIncomplete: '未翻訳のある言語',
  anyLanguage: 'すべて',
  filterTag: 'タグ',
  anyTag: 'すべて',
  tagChosen: (n) => `${n}件のタグ`,
  noneIncomplete: (language) => `${language}で未翻訳のものはありません`,
  gaps: (n, language) => `${language}の文章が${n}件ありません`,
  updated: '更新',
  by: (name) => name,
  actions: '操作',
  actionsOf: (name) => `${name}の操作`,
  create: '作成',
  failed: '一覧を読み込めませんでした',
  failedWhat: 'サーバーから応答がありません。絞り込みは保たれています。',
  noneFiltered: (status) => `「${status}」のものはありません`,
  noneFilteredWhat: '絞り込みを外すと、すべて表示されます。',
  showAll: 'すべて表示',
  startExample: 'この例から始める',
  startNothing: 'テンプレートから選ぶ',
  emptyTitle: {
    checklist: '最初の成果までの道のりを示す',
    survey: 'ひとつ尋ねて、動ける答えを得る',
    resource: '疑問が生まれた場所で助ける',
    announcement: '新しいことを、関係のある人へ伝える',
  },
  emptyWhat: {
    checklist:
      'チェックリストは、顧客を最初のステップへ導きます。製品からイベントが届くと、ステップは自動で完了します。',
    survey:
      'アンケートは、適切な人に一度だけウィジェットで尋ねます。点数に合った質問が続き、回答はここにすぐ届きます。',
    resource:
      '記事、動画、ウェビナーがウィジェットに並びます。そのページに関するものが先に表示され、自分の言葉で検索できます。',
    announcement:
      'お知らせは、ウィジェットの中で待つか、バナーやカードで一度だけ現れます。読んだ人や閉じた人には、もう現れません。',
  },
  emptyNote: {
    checklist: '公開するまで、誰にも表示されません。',
    survey: '公開するまで、誰にも表示されません。同じ人への質問は7日に一度までです。',
    resource: '公開するまで、誰にも表示されません。',
    announcement: '公開するまで、誰にも表示されません。バナーとポップオーバーは自動表示として数えます。',
  },
  exampleCaption: {
    checklist: '例：チームの最初のステップ',
    survey: '例：NPS と追加の質問',
    resource: '例：新しいチーム向けの記事',
    announcement: '例：新機能のお知らせ（バッジ）',
  },
  exampleDone: '3つ中1つ完了',
};
const ko: typeof en = {
  add: { checklist: '체크리스트', survey: '설문', resource: '자료', announcement: '공지' },
  newTitle: {
    checklist: '체크리스트 만들기',
    survey: '설문 만들기',
    resource: '자료 만들기',
    announcement: '공지 만들기',
  },
  filters: '필터',
  filterStatus: '상태',
  anyStatus: '보관 제외',
  count: (n) => `${n}개 표시`,
  version: '버전',
  versionNone: '게시 전',
  edited: '수정됨',
  editedWhat: '초안이 고객에게 보이는 내용과 달라요.',
  languages: '언어',
  filterIncomplete: '번역이 빠진 언어',
  anyLanguage: '모두',
  filterTag: '태그',
  anyTag: '모두',
  tagChosen: (n) => `${n}개의 태그`,
  noneIncomplete: (language) => `${language}에서 빠진 번역이 없어요`,
  gaps: (n, language) => `${language} 글이 ${n}개 없어요`,
  updated: '수정',
  by: (name) => name,
  actions: '작업',
  actionsOf: (name) => `${name} 작업`,
  create: '만들기',
  failed: '목록을 불러오지 못했어요',
  failedWhat: '서버가 응답하지 않아요. 필터는 그대로예요.',
  noneFiltered: (status) => `“${status}” 상태인 것이 없어요`,
  noneFilteredWhat: '필터를 해제하면 모두 보여요.',
  showAll: '모두 보기',
  startExample: '이 예시로 시작하기',
  startNothing: '서식에서 고르기',
  emptyTitle: {
    checklist: '첫 성과까지 가는 길을 보여 주세요',
    survey: '하나만 묻고, 움직일 수 있는 답을 얻으세요',
    resource: '궁금한 그 자리에서 도와주세요',
    announcement: '새로운 것을 필요한 사람에게 알리세요',
  },
  emptyWhat: {
    checklist: '체크리스트는 고객을 첫 단계로 이끌어요. 제품에서 이벤트가 오면 단계가 자동으로 완료돼요.',
    survey:
      '설문은 알맞은 사람에게 위젯에서 한 번만 물어요. 점수에 맞는 질문이 이어지고, 답변은 여기에 바로 도착해요.',
    resource:
      '글, 동영상, 웨비나가 위젯에 놓여요. 지금 페이지에 맞는 것이 먼저 보이고, 자기 말로 찾을 수 있어요.',
    announcement:
      '공지는 위젯에서 기다리거나 배너나 카드로 한 번 나와요. 읽거나 닫은 사람에게는 다시 나오지 않아요.',
  },
  emptyNote: {
    checklist: '게시하기 전에는 아무에게도 보이지 않아요.',
    survey: '게시하기 전에는 아무에게도 묻지 않아요. 한 사람에게 7일에 한 번까지만 물어요.',
    resource: '게시하기 전에는 아무에게도 보이지 않아요.',
    announcement: '게시하기 전에는 아무에게도 보이지 않아요. 배너와 팝오버는 자동으로 열리는 것으로 세요.',
  },
  exampleCaption: {
    checklist: '예시: 팀의 첫 단계',
    survey: '예시: 후속 질문이 있는 NPS',
    resource: '예시: 새 팀을 위한 글',
    announcement: '예시: 새 기능 공지(배지)',
  },
  exampleDone: '3개 중 1개 완료',
};

/** Words of the lists of contents. */
export const listTexts: Catalogue<typeof en> = { en, ja, ko };
