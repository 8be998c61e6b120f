import type { ContentDraft } from '@banso/database';
import type { ContentBodies, ContentKind, Delivery } from '@banso/domain/content';
import { defaultDelivery } from '@banso/domain/decide';
import type { MemberKey } from '../team.ts';
import { DEMO_LOCALES } from '../words.ts';

/** One publication. */
export interface DemoVersion {
  /** Day of the calendar. */
  day: number;
  by: MemberKey;
  /** What the team wrote about it. */
  note: string;
  draft: ContentDraft;
}

/** A content of the demo's company, from its first publication on. */
export interface DemoContent {
  kind: ContentKind;
  slug: string;
  name: string;
  /** The team's own words for it. */
  tags?: readonly string[];
  /** Day of the calendar. */
  createdOn: number;
  by: MemberKey;
  /** In their order; none: it was never published. */
  versions: readonly DemoVersion[];
  /** What the editors work on, unpublished, and since which day. Needed where there are no versions. */
  draft?: { day: number; by: MemberKey; draft: ContentDraft };
}

/** A draft in the languages of the demo; what is not said of the delivery is as in a new content. */
export function draftOf<K extends ContentKind>(
  kind: K,
  body: ContentBodies[K],
  delivery: Partial<Delivery> = {},
): ContentDraft {
  return {
    defaultLocale: 'en',
    locales: [...DEMO_LOCALES],
    delivery: { ...defaultDelivery(kind), ...delivery },
    body,
  };
}
