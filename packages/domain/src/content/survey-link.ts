import type { Instant } from '../time/index.ts';

/** How answers come: from the widget in a product, by a link, by a link out of an e-mail, or out of a file of survey history. */
export const RESPONSE_SOURCES = ['widget', 'link', 'email', 'import'] as const;
/** One of {@link RESPONSE_SOURCES}. */
export type ResponseSource = (typeof RESPONSE_SOURCES)[number];

/** Where a link is meant to be found; answers that come by it say so. */
export const LINK_CHANNELS = ['link', 'email'] as const satisfies readonly ResponseSource[];
/** One of {@link LINK_CHANNELS}. */
export type LinkChannel = (typeof LINK_CHANNELS)[number];

/** `personal`: each person has an address of their own. `open`: one address for anybody, whose answers nobody vouches for. */
export const LINK_KINDS = ['personal', 'open'] as const;
/** One of {@link LINK_KINDS}. */
export type LinkKind = (typeof LINK_KINDS)[number];

/** What somebody meets who follows a link: the survey, or why there is none. */
export const LINK_STANDINGS = ['asking', 'answered', 'revoked', 'expired', 'closed'] as const;
/** One of {@link LINK_STANDINGS}. */
export type LinkStanding = (typeof LINK_STANDINGS)[number];

/** What decides on how a link stands for one person. */
export interface LinkScene {
  now: Instant;
  link: { createdAt: Instant; expiresAt: Instant | null; revokedAt: Instant | null };
  /** Published, and within its schedule. */
  isLive: boolean;
  /** What the person has said by this link; undefined: nothing. */
  response: { completedAt: Instant | null } | undefined;
  /** When they answered this survey last, wherever that was; undefined: never. */
  lastAnsweredAt: Instant | undefined;
}

/**
 * How a link stands for one person. Who has completed the survey is thanked, also when the link has ended since; who has begun goes on.
 * Whoever answered the same survey elsewhere after the link was made is not asked again by it.
 */
export function linkStanding({ now, link, isLive, response, lastAnsweredAt }: LinkScene): LinkStanding {
  if (link.revokedAt !== null) return 'revoked';
  if (response && response.completedAt !== null) return 'answered';
  if (link.expiresAt !== null && link.expiresAt <= now) return 'expired';
  if (!isLive) return 'closed';
  if (!response && lastAnsweredAt !== undefined && lastAnsweredAt >= link.createdAt) return 'answered';
  return 'asking';
}
