import type { ImportedSegment } from '@banso/contract/as-code';
import { audit, type Db, type SegmentRecord, type ThemeRecord } from '@banso/database';
import type { Act } from '../lifecycle.ts';
import { personOf } from '../review.ts';
import type { ImportPlace } from './import-plan.ts';

/**
 * Somebody's work since the last import that would be replaced: segments and themes have no versions that would keep it.
 * @param action - Of the audit entry that an import writes.
 */
export async function unversionedConflict(
  db: Db,
  { workspaceId }: Act,
  { id, revision, updatedAt, updatedBy }: SegmentRecord | ThemeRecord,
  { nameOf }: ImportPlace,
  action: 'segment.import' | 'theme.import',
): Promise<ImportedSegment['conflict']> {
  const [last] = await audit.list(db, workspaceId, { limit: 1, about: { target: id, actions: [action] } });
  if (last?.change['revision'] === revision) return null;
  return { revision, at: updatedAt, by: personOf(updatedBy, nameOf), known: last !== undefined };
}
