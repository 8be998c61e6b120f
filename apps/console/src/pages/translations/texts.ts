import type { OpenState, UNFIT_CONTENTS } from '@banso/contract/translation-report';
import { type Catalogue, plural } from '../../texts/use-texts.ts';

interface Shape {
  title: string;
  what: string;
  filters: string;
  kind: string;
  anyKind: string;
  language: string;
  anyLanguage: string;
  state: string;
  anyState: string;
  states: Record<OpenState, string>;
  languages: string;
  complete: string;
  contents: string;
  files: string;
  open: (n: number) => string;
  notAll: (told: string) => string;
  noSource: string;
  absentIn: (language: string) => string;
  failed: string;
  failedWhat: string;
  none: string;
  noneWhat: string;
  noneFiltered: string;
  noneFilteredWhat: string;
  showAll: string;
  noContent: string;
  noContentWhat: string;
  toChecklists: string;
  unfit: Record<(typeof UNFIT_CONTENTS)[number], string>;
}

const en: Shape = {
  title: 'Translations',
  what: 'Every text of the drafts that a reader of a language would miss, or whose source has changed since the last publication.',
  filters: 'Filters',
  kind: 'Kind',
  anyKind: 'any',
  language: 'Language',
  anyLanguage: 'any',
  state: 'State',
  anyState: 'any',
  states: { missing: 'Missing', outdated: 'Source has changed', absent: 'Language not added' },
  languages: 'Languages',
  complete: 'Written',
  contents: 'Contents with it',
  files: 'Files',
  open: (n) =>
    plural(n, { one: '1 text is open.', other: `${new Intl.NumberFormat('en').format(n)} texts are open.` }),
  notAll: (told) => `The first ${told} are listed; a file has all of them.`,
  noSource: 'The default language has no words either.',
  absentIn: (language) => `${language} not added`,
  failed: 'The translations could not be loaded',
  failedWhat: 'Nothing was lost.',
  none: 'Every text is there',
  noneWhat: 'All contents are written in each of their languages, and no source has changed since.',
  noneFiltered: 'Nothing of this is open',
  noneFilteredWhat: 'Other kinds, languages or states may have something.',
  showAll: 'Show all',
  noContent: 'There is nothing to translate yet',
  noContentWhat: 'Write a checklist, a survey, a resource or an announcement first.',
  toChecklists: 'Go to the checklists',
  unfit: {
    unknown_content: 'Left out: the workspace has no such content.',
    not_in_language:
      'Left out: the content is not translated into this language. Add it in the editor first.',
  },
};

const ja: Shape = {
  title: '翻訳',
  what: '下書きのうち、その言語の読み手に表示できない文章と、前回の公開後に原文が変わった文章です。',
  filters: '絞り込み',
  kind: '種類',
  anyKind: 'すべて',
  language: '言語',
  anyLanguage: 'すべて',
  state: '状態',
  anyState: 'すべて',
  states: { missing: '未翻訳', outdated: '原文の変更あり', absent: '言語の追加なし' },
  languages: '言語',
  complete: '翻訳済み',
  contents: '対応コンテンツ',
  files: 'ファイル',
  open: (n) => `未対応の文章は${new Intl.NumberFormat('ja').format(n)}件です。`,
  notAll: (told) => `最初の${told}件を表示しています。ファイルにはすべて含まれます。`,
  noSource: '既定の言語にも文章がありません。',
  absentIn: (language) => `${language}は追加されていません`,
  failed: '翻訳の状況を読み込めませんでした',
  failedWhat: 'データは失われていません。',
  none: '未対応の文章はありません',
  noneWhat: 'すべてのコンテンツが各言語でそろっていて、公開後に変わった原文もありません。',
  noneFiltered: '条件に合う未対応の文章はありません',
  noneFilteredWhat: 'ほかの種類・言語・状態にはあるかもしれません。',
  showAll: 'すべて表示',
  noContent: '翻訳するコンテンツはまだありません',
  noContentWhat: 'まずチェックリスト、アンケート、資料、お知らせのいずれかを作成してください。',
  toChecklists: 'チェックリストへ',
  unfit: {
    unknown_content: '対象外：このワークスペースに該当するコンテンツがありません。',
    not_in_language: '対象外：コンテンツにこの言語がありません。先にエディターで言語を追加してください。',
  },
};

const ko: Shape = {
  title: '번역',
  what: '초안에서 그 언어를 읽는 사람에게 보여 줄 수 없는 글과, 지난 게시 뒤에 원문이 바뀐 글이에요.',
  filters: '필터',
  kind: '종류',
  anyKind: '전체',
  language: '언어',
  anyLanguage: '전체',
  state: '상태',
  anyState: '전체',
  states: { missing: '번역 없음', outdated: '원문이 바뀜', absent: '언어 추가 안 됨' },
  languages: '언어',
  complete: '번역됨',
  contents: '이 언어가 있는 콘텐츠',
  files: '파일',
  open: (n) => `남은 글이 ${new Intl.NumberFormat('ko').format(n)}개 있어요.`,
  notAll: (told) => `처음 ${told}개만 보여요. 파일에는 모두 들어 있어요.`,
  noSource: '기본 언어에도 글이 없어요.',
  absentIn: (language) => `${language} 추가 안 됨`,
  failed: '번역 상태를 불러오지 못했어요',
  failedWhat: '사라진 데이터는 없어요.',
  none: '남은 글이 없어요',
  noneWhat: '모든 콘텐츠가 각 언어로 쓰여 있고, 게시 뒤에 바뀐 원문도 없어요.',
  noneFiltered: '조건에 맞는 남은 글이 없어요',
  noneFilteredWhat: '다른 종류, 언어, 상태에는 있을 수 있어요.',
  showAll: '모두 보기',
  noContent: '아직 번역할 콘텐츠가 없어요',
  noContentWhat: '먼저 체크리스트, 설문, 자료, 공지 중 하나를 만들어 주세요.',
  toChecklists: '체크리스트로 가기',
  unfit: {
    unknown_content: '제외: 이 워크스페이스에 해당하는 콘텐츠가 없어요.',
    not_in_language: '제외: 콘텐츠에 이 언어가 없어요. 먼저 편집기에서 언어를 추가해 주세요.',
  },
};

/** The words of the page of translations. */
export const translationTexts: Catalogue<Shape> = { en, ja, ko };
