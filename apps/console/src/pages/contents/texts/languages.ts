import type { Catalogue } from '../../../texts/use-texts.ts';

const en = {
  about: (language: string) => `Readers get their own language, and ${language} where a text is missing.`,
  caption: 'Texts by language',
  field: 'Text',
  optional: 'optional',
  default: 'Default',
  makeDefault: 'Make it the default language',
  nowDefault: (language: string) => `${language} is the default language now.`,
  remove: 'Remove with its texts',
  removed: (language: string) => `${language} removed with its texts.`,
  actionsOf: (language: string) => `Actions for ${language}`,
  add: 'Add language',
  ofWorkspace: 'Of the workspace',
  more: 'More',
};
const ja: typeof en = {
  about: (language) => `読み手の言語で表示し、文章がないところは${language}で表示します。`,
  caption: '言語ごとの文章',
  field: '文章',
  optional: '任意',
  default: '既定',
  makeDefault: '既定の言語にする',
  nowDefault: (language) => `既定の言語を${language}にしました。`,
  remove: '文章ごと削除',
  removed: (language) => `${language}を文章ごと削除しました。`,
  actionsOf: (language) => `${language}の操作`,
  add: '言語を追加',
  ofWorkspace: 'ワークスペースの言語',
  more: 'その他',
};
const ko: typeof en = {
  about: (language) => `읽는 사람의 언어로 보이고, 글이 없으면 ${language}로 보여요.`,
  caption: '언어별 글',
  field: '글',
  optional: '선택',
  default: '기본',
  makeDefault: '기본 언어로 정하기',
  nowDefault: (language) => `이제 ${language}가 기본 언어예요.`,
  remove: '글과 함께 삭제',
  removed: (language) => `${language}를 글과 함께 삭제했어요.`,
  actionsOf: (language) => `${language} 작업`,
  add: '언어 추가',
  ofWorkspace: '워크스페이스 언어',
  more: '그 밖',
};

/** Words of the table of languages. */
export const languageTexts: Catalogue<typeof en> = { en, ja, ko };
