import type { PanelMessages } from '../en/panel.ts';

/** What the panel and its home view say, in Korean. */
export const koPanel = {
  lang: 'ko',
  close: '닫기',
  back: '뒤로',
  sections: '메뉴',
  home: '홈',
  checklists: '체크리스트',
  guides: '가이드',
  help: '도움말과 가이드',
  morning: '좋은 아침이에요',
  afternoon: '안녕하세요',
  evening: '좋은 저녁이에요',
  welcome: '다음에 할 일과 필요한 가이드예요.',
  quiet: '지금 할 일은 없어요. 가이드를 볼 수 있어요.',
  empty: '지금은 아무것도 없어요.',
  offline: '오프라인이에요. 하신 일은 이 기기에 남아 있고, 연결되면 보내요.',
  offlineWaiting: { other: '오프라인이에요. {n}개를 이 기기에 두었고, 연결되면 보내요.' },
  online: '다시 연결됐어요. 모두 보냈어요.',
  doneOf: '{n}개 중 {done}개 완료',
  next: '다음: {step}',
  question: '짧은 질문이 있어요',
  forThisPage: '이 페이지에 맞는 가이드',
} satisfies PanelMessages;
