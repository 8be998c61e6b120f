import type { PlaceMessages } from '../en/place.ts';

/** What is said to who moves the launcher, in Japanese. */
export const jaPlace: PlaceMessages = {
  lang: 'ja',
  how: '矢印キーで移動できます。',
  moved: '移動しました（{side}）。',
  left: '左端',
  right: '右端',
  tucked: '端に収納しました。押すと戻ります。',
};
