import type { widgetApi } from '@banso/contract';
import type { Contents } from './contents.ts';
import type { Explanation } from './link.ts';
import type { Presenter } from './presenter.ts';
import { REASONS, WAITS } from './reasons.ts';

/**
 * Why content is shown or not.
 * @param waiting - What content that may open by itself waits for in this page.
 * @param asked - An id or a slug; without one everything that the decision named.
 */
export function explain(
  offer: widgetApi.SessionResponse | undefined,
  contents: Contents,
  waiting: Presenter['waiting'],
  asked?: string,
): Explanation[] {
  const { show = [], held = {} } = offer ?? {};
  const id = Object.values(contents).find(({ slug }) => slug === asked)?.id ?? asked;
  const named = [
    ...show.map(({ contentId, reason }) => ({ contentId, shown: true, reason })),
    ...Object.entries(held).map(([contentId, reason]) => ({ contentId, shown: false, reason })),
  ].filter(({ contentId }) => id === undefined || contentId === id);
  if (id !== undefined && named.length === 0) named.push({ contentId: id, shown: false, reason: 'unknown' });
  return named.map((item) => {
    const text = REASONS[item.reason as keyof typeof REASONS] ?? item.reason;
    const wait = item.shown ? waiting(item.contentId) : undefined;
    return wait ? { ...item, text: `${text} ${WAITS[wait]}`, waitsFor: wait } : { ...item, text };
  });
}
