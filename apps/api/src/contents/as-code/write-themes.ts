import type { ImportedTheme } from '@banso/contract/as-code';
import { audit, type Db, themes } from '@banso/database';
import { type Act, memberOf } from '../lifecycle.ts';
import type { PlannedTheme } from './theme-plan.ts';

/** Saves the themes of an import in its transaction, and writes each that is new or changed down. */
export async function writeThemes(
  db: Db,
  act: Act,
  planned: readonly PlannedTheme[],
  note: string,
): Promise<ImportedTheme[]> {
  const by = { at: act.at, member: memberOf(act) };
  for (const { id, record, report } of planned)
    // two that change their names for one another: a name is given away before somebody else takes it
    if (record && report.nameBefore !== null) await themes.update(db, act.workspaceId, id, { name: id }, by);
  for (const { id, file, name, look, record, report } of planned) {
    if (report.outcome === 'unchanged') continue;
    if (record) await themes.update(db, act.workspaceId, id, { name, look }, by);
    else
      await themes.create(db, act.workspaceId, {
        id,
        slug: file.slug,
        name,
        look,
        isDefault: false,
        createdAt: act.at,
        updatedAt: act.at,
        updatedBy: by.member,
        revision: 1,
      });
    const revision = record ? record.revision + (report.nameBefore === null ? 1 : 2) : 1;
    const contents = report.actsOn.map((content) => content.id);
    await audit.append(db, act.workspaceId, {
      at: act.at,
      principal: act.principal,
      action: 'theme.import',
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
