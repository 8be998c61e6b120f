import {
  type Actor,
  audit,
  type ContentChange,
  contentComments,
  type ContentDraft,
  type ContentRecord,
  contentReviews,
  contents,
  type Db,
  outbox,
} from '@banso/database';
import {
  bodiesOf,
  type ChecklistBody,
  type ContentKind,
  type ContentStatus,
  publishProblems,
  type ScaleType,
} from '@banso/domain/content';
import { type Midway, stayingBehind } from '@banso/domain/onboarding';
import { completeness } from '@banso/domain/translation';
import { addMs, DAY_MS, dayOf, type Instant } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';
import { AppError, invalidField } from '../errors.ts';
import type { Kind } from './kinds.ts';
import { personOf, reviewOf } from './review.ts';
import { overtaken } from '../revision.ts';
import { slugOf } from '../slug-of.ts';

/** Who acts, where and when: what each change is written down with. */
export interface Act {
  workspaceId: string;
  principal: Actor;
  at: Instant;
}

/** A content of this kind, or the refusal that a foreign id gets too. */
export async function getContent(db: Db, act: Act, kind: ContentKind, id: string): Promise<ContentRecord> {
  const record = await contents.find(db, act.workspaceId, kind, id);
  if (!record) throw new AppError('not_found', 'There is no such content.');
  return contents.asOf(record, act.at);
}

/** Applies a change to the revision that was read, writes it down, and answers the content as it is now. */
export async function change(
  db: Db,
  act: Act,
  action: string,
  record: ContentRecord,
  to: ContentChange,
  said: Record<string, unknown> = {},
): Promise<ContentRecord> {
  const by = { at: act.at, member: memberOf(act) };
  const updated = await contents.update(db, act.workspaceId, record.id, record.revision, to, by);
  if (!updated) throw overtaken();
  await writeDown(db, act, action, record, said);
  return getContent(db, act, record.kind, record.id);
}

/** Writes an act about a content down, in the transaction that carries it out. */
export function writeDown(
  db: Db,
  act: Act,
  action: string,
  { id, kind }: Pick<ContentRecord, 'id' | 'kind'>,
  said: Record<string, unknown> = {},
): Promise<void> {
  return audit.append(db, act.workspaceId, {
    at: act.at,
    principal: act.principal,
    action: `${kind}.${action}`,
    target: id,
    change: said,
  });
}

/** The member who acts; null for a key or the system. */
export const memberOf = ({ principal }: Act): string | null =>
  principal.kind === 'member' ? principal.id : null;

/** What a draft begins with that nobody has changed yet. */
export const untouched = (act: Act) => ({
  updatedBy: memberOf(act),
  revision: 1,
  draftedBy: memberOf(act),
  draftRevision: 1,
  lastVersion: 0,
  startsAt: null,
  endsAt: null,
  next: null,
  tags: [],
});

/** What leads to a publication; the log calls it by this name. */
export type PublishAct = 'publish' | 'schedule' | 'rollback';

/**
 * Publishes a draft as the next version. One that begins later than now waits, and customers go on to see the version before
 * until then.
 * @throws {AppError} `not_publishable` with the path of every problem; nothing is changed then.
 */
export async function publish(
  db: Db,
  act: Act,
  record: ContentRecord,
  draft: ContentDraft,
  { note, midway = 'migrate' }: { note: string; midway?: Midway | undefined },
  action: PublishAct = 'publish',
): Promise<ContentRecord> {
  const problems = publishProblems(record.kind, draft);
  if (problems.length > 0) {
    throw new AppError(
      'not_publishable',
      `There ${problems.length === 1 ? 'is 1 problem' : `are ${problems.length} problems`} to mend first.`,
      {
        errors: problems.map(({ path, code }) => ({
          path: `draft.${path}`,
          code,
          message: code.replaceAll('_', ' '),
        })),
      },
    );
  }
  const version = record.lastVersion + 1;
  const staying = midway === 'stay' ? await stayingWith(db, act, record, draft) : [];
  await contents.addVersion(db, act.workspaceId, {
    contentId: record.id,
    version,
    draft,
    publishedAt: act.at,
    publishedBy: memberOf(act),
    note,
    staying,
  });
  await contentReviews.closeOpen(db, act.workspaceId, record.id);
  const { startsAt, endsAt = null } = draft.delivery;
  const waits = startsAt !== undefined && startsAt > act.at && statusOf(record, act.at) === 'published';
  const place: ContentChange = waits
    ? { next: { version, startsAt, endsAt } }
    : {
        version,
        status: 'published',
        publishedAt: record.publishedAt ?? act.at,
        startsAt: startsAt ?? null,
        endsAt,
        next: null,
      };
  if (!waits)
    await outbox.add(db, act.workspaceId, [
      { type: 'content.published', subject: record.id, contactId: null, at: act.at },
    ]);
  const said = {
    version,
    note,
    ...(staying.length > 0 && { staying }),
    ...(startsAt && { startsAt }),
    ...(endsAt && { endsAt }),
  };
  const changed = action === 'rollback' ? { draftedBy: memberOf(act) } : {};
  return change(
    db,
    act,
    action,
    record,
    { draft, edited: false, lastVersion: version, ...changed, ...place },
    said,
  );
}

/**
 * The earlier versions that people keep when the draft is published and those in the middle stay.
 * @throws {AppError} `invalid` naming `midway` where nobody can stay.
 */
async function stayingWith(
  db: Db,
  act: Act,
  { id, kind, version }: ContentRecord,
  draft: ContentDraft,
): Promise<number[]> {
  if (kind !== 'checklist')
    throw invalidField('midway', 'invalid', 'only those in the middle of a checklist can stay');
  const live = version === null ? undefined : await contents.findVersion(db, act.workspaceId, id, version);
  if (!live) return [];
  if ((live.draft.body as ChecklistBody).progressOf !== (draft.body as ChecklistBody).progressOf)
    throw invalidField('midway', 'invalid', 'nobody can stay when it changes whose progress is counted');
  return stayingBehind(live);
}

/**
 * Publishes an earlier version again: customers see it from now on, whatever its times were.
 * @throws {AppError} `not_found` when there was no such version.
 */
export async function rollback(
  db: Db,
  act: Act,
  record: ContentRecord,
  version: number,
): Promise<ContentRecord> {
  const earlier = await contents.findVersion(db, act.workspaceId, record.id, version);
  if (!earlier) throw new AppError('not_found', 'There is no such version.');
  const { startsAt, endsAt, ...delivery } = earlier.draft.delivery;
  const kept = {
    ...delivery,
    ...(startsAt !== undefined && startsAt <= act.at && { startsAt }),
    ...(endsAt !== undefined && endsAt > act.at && { endsAt }),
  };
  return publish(db, act, record, { ...earlier.draft, delivery: kept }, { note: `v${version}` }, 'rollback');
}

/**
 * Takes a version that has not begun off its schedule: customers go on to see the one before, if there was one on show. What
 * was scheduled stays in the draft, without its times.
 * @throws {AppError} `conflict` when nothing waits for its time.
 */
export async function unschedule(db: Db, act: Act, record: ContentRecord): Promise<ContentRecord> {
  const { startsAt: _start, endsAt: _end, ...delivery } = record.draft.delivery;
  const draft = { ...record.draft, delivery };
  const said = { version: record.next?.version ?? record.version };
  if (record.next) return change(db, act, 'unschedule', record, { draft, edited: true, next: null }, said);
  if (statusOf(record, act.at) !== 'scheduled')
    throw new AppError('conflict', 'Nothing of it waits for its time.');
  const status = record.version === 1 ? 'draft' : 'paused';
  return change(db, act, 'unschedule', record, { draft, edited: true, status }, said);
}

/** The status that people see: published content that has not begun is scheduled, and one whose time is over has ended. */
export function statusOf({ status, startsAt, endsAt }: ContentRecord, now: Instant): ContentStatus {
  if (status !== 'published') return status;
  if (startsAt !== null && startsAt > now) return 'scheduled';
  return endsAt !== null && endsAt <= now ? 'ended' : 'published';
}

/** The summaries of contents, with what customers did in the last 30 days. */
export async function summaries(
  db: Db,
  act: Act,
  records: readonly ContentRecord[],
  nameOf: (member: string) => string | undefined,
) {
  const since = dayOf(addMs(act.at, -30 * DAY_MS));
  const ids = records.map((record) => record.id);
  const counts = await contents.countsSince(db, act.workspaceId, ids, since);
  const reviews = await contentReviews.list(db, act.workspaceId, ids);
  const comments = await contentComments.countOpen(db, act.workspaceId, ids);
  return records.map((record) => {
    const counted = counts.get(record.id) ?? {};
    return {
      id: record.id,
      slug: record.slug,
      name: record.name,
      status: statusOf(record, act.at),
      version: record.version,
      publishedAt: record.publishedAt,
      edited: record.edited,
      defaultLocale: record.draft.defaultLocale,
      locales: record.draft.locales,
      translations: completeness(record.kind, record.draft, record.draft.locales),
      createdAt: record.createdAt,
      updatedAt: record.updatedAt,
      updatedBy: personOf(record.updatedBy, nameOf),
      draftedBy: personOf(record.draftedBy, nameOf),
      lastVersion: record.lastVersion,
      startsAt: record.startsAt,
      endsAt: record.endsAt,
      next: record.next,
      review: reviewOf(
        record,
        reviews.find(({ contentId }) => contentId === record.id),
        nameOf,
      ),
      openComments: comments.get(record.id) ?? 0,
      tags: record.tags,
      ...scalesOf(record),
      last30Days: {
        shown: counted.shown ?? 0,
        opened: counted.opened ?? 0,
        answered: counted.answered ?? 0,
        completed: counted.completed ?? 0,
        dismissed: counted.dismissed ?? 0,
      },
    };
  });
}

function scalesOf({ draft }: ContentRecord): { scales?: ScaleType[] } {
  if (!('questions' in draft.body)) return {};
  const questions = bodiesOf(draft).flatMap(({ body }) => ('questions' in body ? body.questions : []));
  const asked = questions.flatMap((question) => ('labels' in question ? [question.type] : []));
  return { scales: [...new Set(asked)] };
}

/**
 * A short address for a content: its name in ASCII, else its kind, with the end of its id: four characters, more where
 * another content has that already.
 */
export async function freeSlug(
  db: Db,
  workspaceId: string,
  { name, kind, id }: { name: string; kind: Kind; id: string },
): Promise<string> {
  const slug = (length: number) => slugOf({ name, otherwise: kind.kind, id, length });
  const isTaken = await contents.slugTaken(db, workspaceId, kind.kind, slug(4), id);
  return slug(isTaken ? 12 : 4);
}

/** Tells the console, the other processes and this one that customers see something else now. */
export function announce(
  deps: Pick<Deps, 'live' | 'published'>,
  workspaceId: string,
  record: ContentRecord,
): void {
  deps.published.invalidate(workspaceId);
  deps.live.publish(workspaceId, { type: 'content', id: record.id, version: record.version ?? 0 });
}
