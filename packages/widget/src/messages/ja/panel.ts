import type { PanelMessages } from '../en/panel.ts';

/** What the frame of the panel says, in Japanese. */
export const jaPanel = {
  lang: 'ja',
  close: '閉じる',
  back: '戻る',
  checklists: 'チェックリスト',
  resources: 'ガイド',
  messages: 'メッセージ',
  preferences: '設定',
  help: 'ヘルプとガイド',
} satisfies PanelMessages;
