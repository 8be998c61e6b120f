import type { languages as words } from '../en/languages.ts';

/** The table of languages, in Japanese. */
export const languages: typeof words = {
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
