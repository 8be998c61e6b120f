import type { PanelMessages } from '../en/panel.ts';

/** What the frame of the panel says, in Korean. */
export const koPanel = {
  lang: 'ko',
  close: '닫기',
  back: '뒤로',
  checklists: '체크리스트',
  resources: '가이드',
  messages: '메시지',
  preferences: '환경설정',
  help: '도움말과 가이드',
} satisfies PanelMessages;
