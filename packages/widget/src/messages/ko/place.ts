import type { PlaceMessages } from '../en/place.ts';

/** What is said to who moves the launcher, in Korean. */
export const koPlace: PlaceMessages = {
  lang: 'ko',
  how: '화살표 키로 옮길 수 있어요.',
  moved: '옮겼어요({side}).',
  left: '왼쪽 가장자리',
  right: '오른쪽 가장자리',
  tucked: '가장자리에 넣어 두었어요. 누르면 돌아와요.',
};
