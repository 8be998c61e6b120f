import { type ContentRecord, type Database, workspaces } from '@banso/database';
import { tagsBetween } from '@banso/domain/content';
import { type TagLimit, tagLimitsFor } from '@banso/domain/decide';
import { requirePermission } from '../admission.ts';
import type { Principal } from '../app-env.ts';

/** Limits of a workspace by tag, as they are now; read outside of a transaction. Not needed: none. */
export async function tagLimitsOf(
  database: Database,
  workspaceId: string,
  isNeeded = true,
): Promise<readonly TagLimit[]> {
  if (!isNeeded) return [];
  return (await workspaces.find(database.control, workspaceId))?.fatigue.perTag ?? [];
}

/** Whether other tags act at once: customers see the content, and a limit names a tag that it gets or loses. */
export function tagsAct(
  { status, tags }: Pick<ContentRecord, 'status' | 'tags'>,
  to: readonly string[],
  perTag: readonly TagLimit[],
): boolean {
  const isLive = status === 'published' || status === 'paused';
  return isLive && tagLimitsFor({ perTag }, tagsBetween(tags, to)).length > 0;
}

/** @throws {AppError} `forbidden` where other tags act on what customers see, and whoever gives them may not publish. */
export function requireTagging(
  principal: Principal,
  record: ContentRecord,
  to: readonly string[],
  perTag: readonly TagLimit[],
): void {
  if (tagsAct(record, to, perTag)) requirePermission(principal, 'publish');
}
