import type { Catalogue } from './say.ts';

const en = {
  lang: 'en',
  fresh: 'New',
  close: 'Close',
  later: 'Later',
};
export type AnnouncementMessages = Catalogue<typeof en>;

const ja = {
  lang: 'ja',
  fresh: '新着',
  close: '閉じる',
  later: 'あとで見る',
} satisfies AnnouncementMessages;

const ko = {
  lang: 'ko',
  fresh: '새 소식',
  close: '닫기',
  later: '나중에 보기',
} satisfies AnnouncementMessages;

/** What stands around an announcement. All languages at once: fetching one would cost more time than they are bytes. */
export const announcementMessages = (locale: string): AnnouncementMessages =>
  [ja, ko].find(({ lang }) => locale.startsWith(lang)) ?? en;
