import type { languages as words } from '../en/languages.ts';

/** The table of languages, in Korean. */
export const languages: typeof words = {
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
