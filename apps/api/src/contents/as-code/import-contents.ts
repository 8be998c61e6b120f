import { setImmediate } from 'node:timers/promises';
import type { ContentFile, ImportedContent, ImportReport } from '@banso/contract/as-code';
import {
  brokenConstraint,
  type ContentRecord,
  contents,
  type Db,
  members,
  segments,
  themes,
  workspaces,
} from '@banso/database';
import type { Deps } from '../../app-env.ts';
import { AppError, type FieldError } from '../../errors.ts';
import type { ThemeRights } from '../../themes/rules.ts';
import { type Act, announce, change, memberOf, publish, untouched, writeDown } from '../lifecycle.ts';
import { approvalRequired } from '../review.ts';
import { type ImportPlan, type ImportWish, planImport, type PlannedContent, unfit } from './import-plan.ts';
import { readFile, type ReadFile } from './read-file.ts';
import { writeSegments } from './write-segments.ts';
import { writeThemes } from './write-themes.ts';

type ImportDeps = Pick<Deps, 'database' | 'newId' | 'live' | 'published'>;

/**
 * Takes contents from files into the drafts of a workspace, and its saved segments and themes, all of them or, where one cannot be taken, none. What the workspace
 * has beside them is left alone. A second time the same files change nothing.
 *
 * @param options.dryRun - Says what would happen, and changes nothing.
 * @param options.rights - Of whoever imports, where a segment or a theme acts on what customers see.
 * @throws {AppError} `invalid`, `conflict`, `not_publishable`, `approval_required`, `forbidden`, each with the files and fields.
 */
export async function importContents(
  deps: ImportDeps,
  act: Act,
  files: readonly ContentFile[],
  { dryRun, rights, ...wish }: ImportWish & { dryRun: boolean; rights: ThemeRights },
): Promise<ImportReport> {
  const { database, newId } = deps;
  const read = await readAll(files);
  const workspace = await workspaces.find(database.control, act.workspaceId);
  const place = {
    nameOf: await members.namesOf(database.control, act.workspaceId),
    isApprovalRequired: workspace?.requireApproval ?? false,
    rights,
    tagLimits: workspace?.fatigue.perTag ?? [],
    newId,
  };
  const scoped = database.forWorkspace(act.workspaceId);
  if (dryRun) {
    const plan = await scoped.read(async (db) =>
      planImport(
        db,
        act,
        read,
        {
          segments: await segments.list(db, act.workspaceId),
          themes: await themes.list(db, act.workspaceId),
        },
        wish,
        place,
      ),
    );
    return {
      applied: false,
      contents: plan.contents.map(({ report }) => report),
      segments: plan.segments.map(({ report }) => report),
      themes: plan.themes.map(({ report }) => report),
      names: plan.names,
    };
  }
  const { done, saved, looks, names } = await scoped
    .write(async (db) => {
      const there = {
        segments: await segments.listToChange(db, act.workspaceId),
        themes: await themes.listToChange(db, act.workspaceId),
      };
      const plan = await planImport(db, act, read, there, wish, place);
      requireFree(plan);
      requireAllowed(plan);
      requirePublishable(plan);
      const saved = await writeSegments(db, act, plan.segments, wish.note);
      const looks = await writeThemes(db, act, plan.themes, wish.note);
      return { done: await carryOut(db, act, plan, wish.note), saved, looks, names: plan.names };
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) !== 'unique') throw error;
      throw new AppError('conflict', 'Something of it was created meanwhile. Nothing was changed.');
    });
  const [changed, redressed] = [saved, looks].map((all) =>
    all.flatMap(({ id, outcome }) => (id === null || outcome === 'unchanged' ? [] : [id])),
  );
  if (changed?.length || redressed?.length) deps.published.invalidate(act.workspaceId);
  for (const id of changed ?? []) deps.live.publish(act.workspaceId, { type: 'segment', id });
  for (const id of redressed ?? []) deps.live.publish(act.workspaceId, { type: 'theme', id });
  for (const { record } of done) if (record) announce(deps, act.workspaceId, record);
  return { applied: true, contents: done.map(({ report }) => report), segments: saved, themes: looks, names };
}

/** Reads file by file, so that others are served in between. */
async function readAll(files: readonly ContentFile[]): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  const errors: FieldError[] = [];
  for (const [index, file] of files.entries()) {
    const found = readFile(file);
    const isTwice = files.findIndex(({ path }) => path === file.path) < index;
    if ('message' in found) errors.push(found);
    else if (isTwice) errors.push({ path: file.path, code: 'twice', message: 'stands there twice' });
    else read.push(found);
    await setImmediate();
  }
  if (errors.length > 0) throw unfit(errors);
  return read;
}

interface Done {
  /** Undefined where nothing was changed. */
  record: ContentRecord | undefined;
  report: ImportedContent;
}

async function carryOut(db: Db, act: Act, plan: ImportPlan, note: string): Promise<Done[]> {
  const done: Done[] = [];
  for (const planned of plan.contents) {
    const { report, id } = planned;
    const record = await putDraft(db, act, planned, note);
    const published =
      report.published && record ? await publish(db, act, record, record.draft, { note }) : undefined;
    const isChanged = published !== undefined || report.outcome !== 'unchanged';
    done.push({ record: isChanged ? (published ?? record) : undefined, report: { ...report, id } });
  }
  return done;
}

/** @returns the content with the draft of the file. */
async function putDraft(
  db: Db,
  act: Act,
  { id, file, name, draft, hasNewDraft, archived, record, report }: PlannedContent,
  note: string,
): Promise<ContentRecord | undefined> {
  if (report.outcome === 'unchanged') return record;
  const { kind } = file.kind;
  const said = (draftRevision: number) => ({ file: file.path, draftRevision, ...(note && { note }) });
  if (record) {
    const to = {
      name,
      tags: report.tags,
      ...(hasNewDraft && { draft, edited: true, draftedBy: memberOf(act) }),
    };
    return change(db, act, 'import', record, to, said(record.draftRevision + (hasNewDraft ? 1 : 0)));
  }
  const created: ContentRecord = {
    id,
    kind,
    slug: file.slug,
    name,
    status: archived ? 'archived' : 'draft',
    draft,
    version: null,
    publishedAt: null,
    edited: true,
    createdAt: act.at,
    updatedAt: act.at,
    ...untouched(act),
    tags: report.tags,
  };
  if (!(await contents.create(db, act.workspaceId, created)))
    throw new AppError('conflict', `${file.path}: it was created meanwhile. Nothing was changed.`);
  await writeDown(db, act, 'import', created, said(created.draftRevision));
  return created;
}

/** @throws {AppError} `conflict` with every file that would replace the work of somebody else. */
function requireFree({ contents: planned, segments: saved, themes: looks }: ImportPlan): void {
  const held = [...planned, ...saved, ...looks].filter(({ report, gives }) => report.conflict && !gives);
  if (held.length === 0) return;
  throw new AppError(
    'conflict',
    'Drafts, segments or themes were changed in the workspace. Nothing was changed.',
    {
      errors: held.map(({ report: { path, conflict } }) => ({
        path,
        code: 'changed_there',
        message: `was changed there ${conflict?.by ? `by ${conflict.by.name} ` : ''}at ${conflict?.at}`,
      })),
    },
  );
}

/** @throws {AppError} `forbidden` or `approval_required`, with every segment and theme that would act on what customers see. */
function requireAllowed({ contents: filed, segments: planned, themes: looks }: ImportPlan): void {
  const tagged = filed.filter(({ report }) => report.problems.some(({ code }) => code === 'forbidden'));
  if (tagged.length > 0)
    throw new AppError('forbidden', 'Tags that a limit names take the permission to publish.', {
      errors: tagged.map(({ report: { path } }) => ({
        path: `${path} tags`,
        code: 'forbidden',
        message: 'act at once on what customers see',
      })),
    });
  const errors = [...planned, ...looks].flatMap(({ report: { path: file, problems, actsOn } }) =>
    problems.map(({ path, code }) => ({
      path: `${file} ${path}`,
      code,
      message: `acts at once on ${actsOn.map(({ name }) => `“${name}”`).join(', ') || 'everything that chooses no theme'}, which customers see`,
    })),
  );
  if (errors.some(({ code }) => code === 'forbidden'))
    throw new AppError(
      'forbidden',
      'Segments and themes of what customers see take the permission to publish, the default theme that to administer.',
      {
        errors,
      },
    );
  if (errors.length > 0)
    throw approvalRequired(
      'Customers see content that needs these segments or wears these themes: somebody who approves can change them.',
      errors,
    );
}

/** @throws {AppError} `not_publishable` or `approval_required`, with every file and field. */
function requirePublishable({ contents: planned }: ImportPlan): void {
  const errors = planned.flatMap(({ report: { path: file, problems } }) =>
    problems.map(({ path, code }) => ({
      path: path === '' ? file : `${file} ${path.startsWith('delivery.') ? path : `body.${path}`}`,
      code,
      message: code.replaceAll('_', ' '),
    })),
  );
  if (errors.length === 0) return;
  if (errors.every(({ code }) => code === 'approval_required'))
    throw approvalRequired('Import without publishing, and ask for a review.', errors);
  throw new AppError('not_publishable', 'Not everything can be published. Nothing was changed.', { errors });
}
