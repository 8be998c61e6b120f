/** What opens the drawer. */
export const shareWord = { en: 'Share', ja: '共有', ko: '공유' };
