import type { ContentRecord } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import type { LiveContent, LiveContents } from '../published-contents.ts';
import { liveOf } from '../published-contents.ts';

/**
 * A draft as if it were published now.
 * @param times - When it would start and end; what the draft says of that does not count.
 */
export function draftAsLive(
  { draft, publishedAt, ...record }: ContentRecord,
  now: Instant,
  { startsAt, endsAt }: { startsAt?: Instant | undefined; endsAt?: Instant | undefined } = {},
): LiveContent {
  const delivery = { ...draft.delivery, startsAt, endsAt };
  return liveOf({
    ...record,
    status: 'published',
    version: record.lastVersion + 1,
    publishedAt: publishedAt ?? now,
    draft: { ...draft, delivery },
    staying: [],
  });
}

/** What is live, with one content more, or another one under its key. */
export function liveWith(contents: LiveContents, key: string, content: LiveContent): LiveContents {
  const { budget, holdout, timeZone, segments } = contents;
  return Object.assign(new Map([...contents, [key, content]]), { budget, holdout, timeZone, segments });
}
