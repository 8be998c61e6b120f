import type { widgetApi } from '@banso/contract';
import type { Contents } from './contents.ts';
import type { Explanation } from './link.ts';
import { REASONS } from './reasons.ts';

/**
 * Why content is shown or not.
 * @param asked - An id or a slug; without one everything that the decision named.
 */
export function explain(
  offer: widgetApi.SessionResponse | undefined,
  contents: Contents,
  asked?: string,
): Explanation[] {
  const { show = [], held = {} } = offer ?? {};
  const id = Object.values(contents).find(({ slug }) => slug === asked)?.id ?? asked;
  const named = [
    ...show.map(({ contentId, reason }) => ({ contentId, shown: true, reason })),
    ...Object.entries(held).map(([contentId, reason]) => ({ contentId, shown: false, reason })),
  ].filter(({ contentId }) => id === undefined || contentId === id);
  if (id !== undefined && named.length === 0) named.push({ contentId: id, shown: false, reason: 'unknown' });
  return named.map((item) => ({
    ...item,
    text: REASONS[item.reason as keyof typeof REASONS] ?? item.reason,
  }));
}
