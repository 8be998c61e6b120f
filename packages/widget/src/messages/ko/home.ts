import type { HomeMessages } from '../en/home.ts';

/** What the sections of the panel say, in Korean. */
export const koHome = {
  lang: 'ko',
  sections: '메뉴',
  home: '홈',
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
} satisfies HomeMessages;
