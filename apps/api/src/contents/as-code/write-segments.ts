import type { ImportedSegment } from '@banso/contract/as-code';
import { audit, type Db, segments } from '@banso/database';
import { type Act, memberOf } from '../lifecycle.ts';
import type { PlannedSegment } from './segment-plan.ts';

/** Saves the segments of an import in its transaction, and writes each that is new or changed down. */
export async function writeSegments(
  db: Db,
  act: Act,
  planned: readonly PlannedSegment[],
  note: string,
): Promise<ImportedSegment[]> {
  const by = { at: act.at, member: memberOf(act) };
  for (const { id, record, report } of planned)
    // two that change their names for one another: a name is given away before somebody else takes it
    if (record && report.nameBefore !== null)
      await segments.update(db, act.workspaceId, id, { name: id }, by);
  for (const { id, file, name, description, condition, record, report, hasNewCondition } of planned) {
    if (report.outcome === 'unchanged') continue;
    const isRenamed = report.nameBefore !== null;
    if (record) {
      const to = { name, description, ...(hasNewCondition && { condition }) };
      await segments.update(db, act.workspaceId, id, to, by);
    } else {
      const times = { createdAt: act.at, updatedAt: act.at, updatedBy: by.member, revision: 1 };
      await segments.create(db, act.workspaceId, {
        id,
        slug: file.slug,
        name,
        description,
        condition,
        ...times,
      });
    }
    const revision = record ? record.revision + (isRenamed ? 2 : 1) : 1;
    const contents = report.actsOn.map((content) => content.id);
    await audit.append(db, act.workspaceId, {
      at: act.at,
      principal: act.principal,
      action: 'segment.import',
      target: id,
      change: {
        file: file.path,
        name,
        revision,
        ...(contents.length > 0 && { contents }),
        ...(note && { note }),
      },
    });
  }
  return planned.map(({ report, id }) => ({ ...report, id }));
}
