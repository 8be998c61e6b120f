import type { Catalogue } from '../../../texts/use-texts.ts';

const en = {
  title: 'Look',
  label: 'Theme',
  hint: 'The content looks like this wherever it stands: by itself, in the panel, in your page.',
  usual: (name: string) => (name ? `The default one (${name})` : 'The default one'),
  gone: 'A theme that is gone',
  edit: 'Open the themes',
};
const ja: typeof en = {
  title: '見た目',
  label: 'テーマ',
  hint: '単独でも、パネルの中でも、ページに置いても、この見た目になります。',
  usual: (name) => (name ? `既定のテーマ（${name}）` : '既定のテーマ'),
  gone: '削除されたテーマ',
  edit: 'テーマを開く',
};
const ko: typeof en = {
  title: '모양',
  label: '테마',
  hint: '따로 뜨든, 패널 안이든, 페이지 안이든 이 모양으로 보여요.',
  usual: (name) => (name ? `기본 테마(${name})` : '기본 테마'),
  gone: '없어진 테마',
  edit: '테마 열기',
};

/** The words around the choice of a theme. */
export const themeFieldTexts: Catalogue<typeof en> = { en, ja, ko };
