import type { ImportedTheme } from '@banso/contract/as-code';
import { MAX_THEMES } from '@banso/contract/theme';
import type { Db, ThemeRecord } from '@banso/database';
import { sameValue } from '@banso/domain/content';
import type { FieldError } from '../../errors.ts';
import { wearingRefusal } from '../../themes/rules.ts';
import { type ThemeUses, themeUsesOf } from '../../themes/uses-of.ts';
import type { Act } from '../lifecycle.ts';
import type { ImportPlace, ImportWish } from './import-plan.ts';
import { errorAt, type ReadTheme } from './read-file.ts';
import { themeReference } from './references.ts';
import { canonicalTheme, type FiledTheme } from './theme-file.ts';
import { unversionedConflict } from './unversioned-conflict.ts';

/** A file of a theme that was understood. */
export interface FoundTheme extends FiledTheme {
  file: ReadTheme;
  /** Its id in the workspace, also where it is still to be created. */
  id: string;
  /** What is there now. */
  record: ThemeRecord | undefined;
}

/** One file of a theme beside what the workspace has under its name. */
export interface PlannedTheme extends FoundTheme {
  /** As it is told. */
  report: ImportedTheme;
  /** A conflict which gives way, because whoever imports has seen it. */
  gives: boolean;
}

/** Compares themes with what the workspace has, and changes nothing. */
export async function planThemes(
  db: Db,
  act: Act,
  found: readonly FoundTheme[],
  wish: ImportWish,
  place: ImportPlace,
): Promise<PlannedTheme[]> {
  const uses = await themeUsesOf(
    db,
    act.workspaceId,
    found.flatMap(({ record }) => record?.id ?? []),
  );
  const planned: PlannedTheme[] = [];
  for (const each of found) planned.push(await planOne(db, act, each, uses, wish, place));
  return planned;
}

/** What the themes of an import could not be together: too many, two of one name. */
export function themeErrors(found: readonly FoundTheme[], saved: readonly ThemeRecord[]): FieldError[] {
  const left = saved.filter(({ id }) => !found.some((each) => each.id === id));
  const after = [...left, ...found];
  const errors = found.flatMap(({ file, id, name }) => {
    const other = after.find((each) => each.name === name && each.id !== id);
    if (!other) return [];
    const called = 'file' in other ? other.file.reference : themeReference(other);
    return [errorAt(file, ['name'], 'taken', `${called} has this name already; two themes cannot`)];
  });
  const [over] = found.slice(MAX_THEMES - left.length);
  if (over) errors.push(errorAt(over.file, [], 'too_many', `a workspace keeps ${MAX_THEMES} themes at most`));
  return errors;
}

async function planOne(
  db: Db,
  act: Act,
  found: FoundTheme,
  uses: ThemeUses,
  { replace }: ImportWish,
  place: ImportPlace,
): Promise<PlannedTheme> {
  const { file, id, name, look, record } = found;
  const old = record && canonicalTheme(record);
  const hasNewLook = old !== undefined && !sameValue(old.look, look);
  const isRenamed = old !== undefined && old.name !== name;
  const actsOn = hasNewLook ? (uses.get(id) ?? []).filter(({ isLive }) => isLive) : [];
  const refusal = wearingRefusal(
    { isDefault: hasNewLook && record?.isDefault === true, live: actsOn },
    place.rights,
    place.isApprovalRequired,
  );
  const names = [...new Set([...Object.keys(old?.look ?? {}), ...Object.keys(look)])];
  return {
    ...found,
    gives:
      replace === 'all' ||
      replace.some(({ path, revision }) => path === file.path && revision === record?.revision),
    report: {
      path: file.path,
      id: record?.id ?? null,
      name,
      outcome: old === undefined ? 'created' : hasNewLook || isRenamed ? 'changed' : 'unchanged',
      nameBefore: isRenamed ? old.name : null,
      changes: old
        ? names.flatMap((part) =>
            sameValue(old.look[part], look[part])
              ? []
              : [
                  {
                    type: 'setting' as const,
                    path: `look.${part}`,
                    from: old.look[part] ?? null,
                    to: look[part] ?? null,
                  },
                ],
          )
        : [],
      conflict:
        record && (hasNewLook || isRenamed)
          ? await unversionedConflict(db, act, record, place, 'theme.import')
          : null,
      actsOn,
      problems: refusal ? [{ path: 'look', code: refusal }] : [],
    },
  };
}
