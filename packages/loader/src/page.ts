import type { widgetApi } from '@banso/contract';

/** Narrower windows count as phones. */
const MOBILE_UP_TO_PX = 480;

/** The current page as the service may know it: without query and fragment, which can hold private things. */
export function currentPage(): widgetApi.SessionRequest['page'] {
  const { origin, pathname } = location;
  return {
    url: (origin + pathname).slice(0, 2_000),
    device: innerWidth > MOBILE_UP_TO_PX ? 'desktop' : 'mobile',
  };
}

/** The first of these that is a BCP 47 tag, then the page's language, then the browser's, then English. */
export function localeOf(...wanted: unknown[]): string {
  const tags = [...wanted, document.documentElement.lang, navigator.language, 'en'];
  return tags.find((tag) => /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag as string)) as string;
}
