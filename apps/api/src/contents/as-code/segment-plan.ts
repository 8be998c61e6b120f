import type { ImportedSegment } from '@banso/contract/as-code';
import { MAX_SEGMENTS } from '@banso/contract/segment';
import type { Db, SegmentRecord } from '@banso/database';
import { changesOfCondition, sameValue } from '@banso/domain/content';
import type { FieldError } from '../../errors.ts';
import { actingRefusal, liveUses, unfitFields } from '../../segments/rules.ts';
import { type Uses, usesOf } from '../../segments/uses-of.ts';
import type { Act } from '../lifecycle.ts';
import type { ImportPlace, ImportWish } from './import-plan.ts';
import { errorAt, type ReadSegment } from './read-file.ts';
import { segmentReference } from './references.ts';
import { canonicalSegment, type FiledSegment } from './segment-file.ts';
import { unversionedConflict } from './unversioned-conflict.ts';

/** A file of a segment that was understood. */
export interface FoundSegment extends FiledSegment {
  file: ReadSegment;
  /** Its id in the workspace, also where it is still to be created. */
  id: string;
  /** What is there now. */
  record: SegmentRecord | undefined;
}

/** One file of a segment beside what the workspace has under its name. */
export interface PlannedSegment extends FoundSegment {
  hasNewCondition: boolean;
  /** As it is told. */
  report: ImportedSegment;
  /** A conflict which gives way, because whoever imports has seen it. */
  gives: boolean;
}

/** Compares segments with what the workspace has, and changes nothing. */
export async function planSegments(
  db: Db,
  act: Act,
  found: readonly FoundSegment[],
  saved: readonly SegmentRecord[],
  wish: ImportWish,
  place: ImportPlace,
): Promise<PlannedSegment[]> {
  if (found.length === 0) return [];
  const uses = await usesOf(db, act.workspaceId, saved);
  const planned: PlannedSegment[] = [];
  for (const each of found) planned.push(await planOne(db, act, each, uses, wish, place));
  return planned;
}

/** What the segments of an import could not be together: round in a circle, too large, too many, two of one name. */
export function segmentErrors(found: readonly FoundSegment[], saved: readonly SegmentRecord[]): FieldError[] {
  const left = saved.filter(({ id }) => !found.some((each) => each.id === id));
  const after = [...left, ...found];
  const changed = found.filter(isOther);
  const errors = [
    ...changed.flatMap(({ file, id, condition }) =>
      unfitFields(condition, id, after).map(({ path, code, message }) =>
        errorAt(file, path.replace(/segmentId$/, 'segment').split('.'), code, message),
      ),
    ),
    ...found.flatMap(({ file, id, name }) => {
      const other = after.find((each) => each.name === name && each.id !== id);
      if (!other) return [];
      const called = 'file' in other ? other.file.reference : segmentReference(other);
      return [errorAt(file, ['name'], 'taken', `${called} has this name already; two segments cannot`)];
    }),
  ];
  const [over] = found.slice(MAX_SEGMENTS - left.length);
  if (over)
    errors.push(errorAt(over.file, [], 'too_many', `a workspace keeps ${MAX_SEGMENTS} segments at most`));
  return errors;
}

/** Whether it asks for something else than what is there. */
const isOther = ({ record, condition }: FoundSegment): boolean =>
  !sameValue(record && canonicalSegment(record).condition, condition);

async function planOne(
  db: Db,
  act: Act,
  found: FoundSegment,
  uses: Uses,
  { replace }: ImportWish,
  place: ImportPlace,
): Promise<PlannedSegment> {
  const { file, id, name, description, condition, record } = found;
  const old = record && canonicalSegment(record);
  const hasNewCondition = isOther(found);
  const isSame = old !== undefined && sameValue(old, { name, description, condition });
  const actsOn = record && hasNewCondition ? liveUses(uses, id) : [];
  const refusal = actingRefusal(actsOn, place.rights, place.isApprovalRequired);
  return {
    ...found,
    hasNewCondition,
    gives:
      replace === 'all' ||
      replace.some(({ path, revision }) => path === file.path && revision === record?.revision),
    report: {
      path: file.path,
      id: record?.id ?? null,
      name,
      outcome: old === undefined ? 'created' : isSame ? 'unchanged' : 'changed',
      nameBefore: old !== undefined && old.name !== name ? old.name : null,
      changes: old
        ? [
            ...(old.description === description
              ? []
              : [{ type: 'setting' as const, path: 'description', from: old.description, to: description }]),
            ...changesOfCondition('condition', old.condition, condition),
          ]
        : [],
      conflict:
        record && !isSame ? await unversionedConflict(db, act, record, place, 'segment.import') : null,
      actsOn,
      problems: refusal ? [{ path: 'condition', code: refusal }] : [],
    },
  };
}
