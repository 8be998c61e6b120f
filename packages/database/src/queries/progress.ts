import type { VariantKey } from '@banso/domain/experiment';
import type { Instant } from '@banso/domain/time';
import { bulkDelete, bulkSelect, bulkUpsert } from '../bulk.ts';
import type { Db, Tables } from '../tables.ts';

/** How far a contact, or an account where the checklist is shared, is with a checklist. */
export interface ProgressRecord {
  contentId: string;
  /** The contact's or the account's id. */
  subjectId: string;
  version: number;
  /** Null: the base, or there are none. */
  variant: VariantKey | null;
  startedAt: Instant;
  lastStepAt: Instant | null;
  /** Once set it stays. */
  completedAt: Instant | null;
}

/** One finished step. */
export interface StepRecord {
  contentId: string;
  subjectId: string;
  step: string;
  doneAt: Instant;
  /** Id of the contact or member who did it, or whose event did; null: nobody is known. */
  doneBy: string | null;
  via: Tables['step_done']['via'];
}

/** Names one finished step. */
export type StepKey = Pick<StepRecord, 'contentId' | 'subjectId' | 'step'>;

const PROGRESS = ['version', 'variant', 'started_at', 'last_step_at', 'completed_at'] as const;
const PROGRESS_KEY = ['workspace_id', 'content_id', 'subject_id'] as const;
const STEP = ['done_at', 'done_by', 'via'] as const;
const STEP_KEY = ['workspace_id', 'content_id', 'subject_id', 'step'] as const;

const selectProgress = bulkSelect(
  'checklist_progress',
  ['content_id', 'subject_id', ...PROGRESS],
  ['workspace_id', 'subject_id'],
);
const upsertProgress = bulkUpsert('checklist_progress', [...PROGRESS_KEY, ...PROGRESS], PROGRESS_KEY, {
  replace: ['version', 'variant', 'last_step_at', 'completed_at'],
});
const selectSteps = bulkSelect(
  'step_done',
  ['content_id', 'subject_id', 'step', ...STEP],
  ['workspace_id', 'subject_id'],
);
const upsertSteps = bulkUpsert('step_done', [...STEP_KEY, ...STEP], STEP_KEY, { replace: STEP });
const deleteSteps = bulkDelete('step_done', STEP_KEY);

/** Every checklist that these subjects have begun, in no order. */
export async function list(
  db: Db,
  workspaceId: string,
  subjectIds: readonly string[],
): Promise<ProgressRecord[]> {
  const rows = await selectProgress(db, bySubject(workspaceId, subjectIds));
  return rows.map((row) => ({
    contentId: row.content_id,
    subjectId: row.subject_id,
    version: row.version,
    variant: row.variant,
    startedAt: row.started_at,
    lastStepAt: row.last_step_at,
    completedAt: row.completed_at,
  }));
}

/** Every step that these subjects have finished, in no order. */
export async function listSteps(
  db: Db,
  workspaceId: string,
  subjectIds: readonly string[],
): Promise<StepRecord[]> {
  const rows = await selectSteps(db, bySubject(workspaceId, subjectIds));
  return rows.map((row) => ({
    contentId: row.content_id,
    subjectId: row.subject_id,
    step: row.step,
    doneAt: row.done_at,
    doneBy: row.done_by,
    via: row.via,
  }));
}

/** Writes progress; the start stays what it was. */
export async function put(db: Db, workspaceId: string, records: readonly ProgressRecord[]): Promise<void> {
  await upsertProgress(
    db,
    records.map((record) => ({
      workspace_id: workspaceId,
      content_id: record.contentId,
      subject_id: record.subjectId,
      version: record.version,
      variant: record.variant,
      started_at: record.startedAt,
      last_step_at: record.lastStepAt,
      completed_at: record.completedAt,
    })),
  );
}

/** Writes finished steps, in place of what was there. Their progress must be there. */
export async function putSteps(db: Db, workspaceId: string, steps: readonly StepRecord[]): Promise<void> {
  await upsertSteps(
    db,
    steps.map((step) => ({
      ...rowKeyOf(workspaceId, step),
      done_at: step.doneAt,
      done_by: step.doneBy,
      via: step.via,
    })),
  );
}

/** Makes steps undone. */
export async function removeSteps(db: Db, workspaceId: string, steps: readonly StepKey[]): Promise<void> {
  await deleteSteps(
    db,
    steps.map((step) => rowKeyOf(workspaceId, step)),
  );
}

function bySubject(workspaceId: string, subjectIds: readonly string[]) {
  return subjectIds.map((subject_id) => ({ workspace_id: workspaceId, subject_id }));
}

function rowKeyOf(workspaceId: string, { contentId, subjectId, step }: StepKey) {
  return { workspace_id: workspaceId, content_id: contentId, subject_id: subjectId, step };
}

/** Subjects who have begun a checklist, the latest step first; `after` is the last one of the page before. */
export async function listSubjects(
  db: Db,
  workspaceId: string,
  contentId: string,
  page: { after?: { at: Instant; subjectId: string } | undefined; limit: number },
): Promise<{ subjectId: string; at: Instant }[]> {
  let query = db
    .selectFrom('checklist_progress')
    .select(({ fn }) => ['subject_id', fn.coalesce('last_step_at', 'started_at').as('at')])
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId);
  const { after } = page;
  if (after) {
    query = query.where((eb) => {
      const at = eb.fn.coalesce('last_step_at', 'started_at');
      return eb.or([
        eb(at, '<', after.at),
        eb.and([eb(at, '=', after.at), eb('subject_id', '<', after.subjectId)]),
      ]);
    });
  }
  const rows = await query.orderBy('at', 'desc').orderBy('subject_id', 'desc').limit(page.limit).execute();
  return rows.map((row) => ({ subjectId: row.subject_id, at: row.at }));
}

/** How many subjects have begun a checklist and not finished it, and how many have finished it. */
export async function countMidway(
  db: Db,
  workspaceId: string,
  contentId: string,
): Promise<{ unfinished: number; finished: number }> {
  const row = await db
    .selectFrom('checklist_progress')
    .select(({ fn }) => [fn.countAll<number>().as('begun'), fn.count<number>('completed_at').as('finished')])
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .executeTakeFirstOrThrow();
  const finished = Number(row.finished);
  return { unfinished: Number(row.begun) - finished, finished };
}
