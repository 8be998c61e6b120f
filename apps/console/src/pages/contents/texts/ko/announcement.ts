import type { announcement as words } from '../en/announcement.ts';

/** The announcement form, in Korean. */
export const announcement: typeof words = {
  announcement: '공지',
  mode: '알리는 방식',
  modes: { badge: '배지', banner: '배너', popover: '팝오버' },
  modeHint: {
    badge: '아무도 방해하지 않아요. 런처에 개수가 보이고 “새 소식”에서 기다려요.',
    banner: '페이지 위에 띠를 놓고 페이지를 아래로 밀어요. 모두가 알아야 할 때 쓰세요.',
    popover: '화면 구석에 나오는 카드예요. 잠깐 봐 주었으면 할 때 쓰세요.',
  },
  title: '제목',
  titleHint: '무엇이 새로운지 짧게 쓰세요.',
  text: '본문',
  textHint: {
    badge: '굵게, 기울임, 링크, 목록을 쓸 수 있어요. 패널에서 전체를 읽어요.',
    banner: '한 문장으로 쓰세요. 제목과 같은 줄에 놓여요.',
    popover: '두세 문장으로 쓰세요.',
  },
  hasButton: '버튼 넣기',
  hasButtonHint: '제품 안의 페이지나 다른 곳을 열어요. 누른 사람에게는 다시 자동으로 나오지 않아요.',
  button: '버튼',
  link: '여는 곳',
  linkHint: '/folders 같은 경로나 전체 주소예요.',
  readOnly: '볼 수만 있고 편집할 수 없어요.',
};
