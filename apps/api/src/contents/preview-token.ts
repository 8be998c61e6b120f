import type { ContentKind } from '@banso/domain/content';
import type { VariantKey } from '@banso/domain/experiment';
import type { Instant } from '@banso/domain/time';
import { seal, unseal } from '../sealing.ts';

/** What a preview's token lets whoever has it see: one draft, on the pages of one origin, for a while. */
export interface PreviewGrant {
  kind: ContentKind;
  contentId: string;
  variant: VariantKey | null;
  /** Of the pages that may show it. */
  origin: string;
  /** Who made the link, as long as they belong to the team; null: a key. */
  memberId: string | null;
  expiresAt: Instant;
}

/** The workspace is bound to the token, so that it opens nothing of another one. */
const placeIn = (workspaceId: string): string => `preview:${workspaceId}`;

/** A token for an address. */
export function previewToken(secret: string, workspaceId: string, grant: PreviewGrant): string {
  return seal(secret, placeIn(workspaceId), JSON.stringify(grant));
}

/** What a token grants, whether or not its time is over; undefined: it is none of this workspace's. */
export function readPreviewToken(
  secret: string,
  workspaceId: string,
  token: string,
): PreviewGrant | undefined {
  try {
    return JSON.parse(unseal(secret, placeIn(workspaceId), token)) as PreviewGrant;
  } catch {
    return undefined;
  }
}
