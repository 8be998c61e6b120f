import {
  audit,
  type ContentChange,
  type ContentDraft,
  type ContentRecord,
  contents,
  type Db,
} from '@banso/database';
import { type ContentKind, publishProblems } from '@banso/domain/content';
import { addMs, DAY_MS, dayOf, type Instant } from '@banso/domain/time';
import type { Deps, Principal } from '../app-env.ts';
import { AppError } from '../errors.ts';
import type { Kind } from './kinds.ts';

/** Who acts, where and when: what each change is written down with. */
export interface Act {
  workspaceId: string;
  principal: Principal;
  at: Instant;
}

/** A content of this kind, or the refusal that a foreign id gets too. */
export async function getContent(db: Db, act: Act, kind: ContentKind, id: string): Promise<ContentRecord> {
  const record = await contents.find(db, act.workspaceId, kind, id);
  if (!record) throw new AppError('not_found', 'There is no such content.');
  return record;
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
  const member = act.principal.kind === 'member' ? act.principal.id : null;
  const updated = await contents.update(db, act.workspaceId, record.id, record.revision, to, {
    at: act.at,
    member,
  });
  if (!updated)
    throw new AppError(
      'precondition_failed',
      'Somebody else changed this meanwhile. Nothing was overwritten.',
    );
  await audit.append(db, act.workspaceId, {
    at: act.at,
    principal: act.principal,
    action: `${record.kind}.${action}`,
    target: record.id,
    change: said,
  });
  return getContent(db, act, record.kind, record.id);
}

/**
 * Publishes a draft as the next version.
 * @throws {AppError} `not_publishable` with the path of every problem; nothing is changed then.
 */
export async function publish(
  db: Db,
  act: Act,
  record: ContentRecord,
  draft: ContentDraft,
  note: string,
): Promise<ContentRecord> {
  const problems = publishProblems(record.kind, draft.body, draft.delivery, draft.defaultLocale);
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
  const version = (record.version ?? 0) + 1;
  const publishedBy = act.principal.kind === 'member' ? act.principal.id : null;
  await contents.addVersion(db, act.workspaceId, {
    contentId: record.id,
    version,
    draft,
    publishedAt: act.at,
    publishedBy,
    note,
  });
  return change(
    db,
    act,
    'publish',
    record,
    { draft, version, status: 'published', edited: false, publishedAt: record.publishedAt ?? act.at },
    { version, note },
  );
}

/** The status that people see: published content that has not begun is scheduled. */
function statusOf(record: ContentRecord, now: Instant): ContentRecord['status'] | 'scheduled' {
  const { startsAt } = record.draft.delivery;
  return record.status === 'published' && startsAt !== undefined && startsAt > now
    ? 'scheduled'
    : record.status;
}

/** The summaries of contents, with what customers did in the last 30 days. */
export async function summaries(
  db: Db,
  act: Act,
  records: readonly ContentRecord[],
  nameOf: (member: string) => string | undefined,
) {
  const since = dayOf(addMs(act.at, -30 * DAY_MS));
  const counts = await contents.countsSince(
    db,
    act.workspaceId,
    records.map((record) => record.id),
    since,
  );
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
      createdAt: record.createdAt,
      updatedAt: record.updatedAt,
      updatedBy: personOf(record.updatedBy, nameOf),
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

/** A member by id and name; null for what a key or the system did, and for members who left. */
export function personOf(
  member: string | null,
  nameOf: (member: string) => string | undefined,
): { id: string; name: string } | null {
  const name = member === null ? undefined : nameOf(member);
  return member === null || name === undefined ? null : { id: member, name };
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
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const ending = (length: number) => `${words || kind.kind}-${id.slice(-length)}`;
  const isTaken = await contents.slugTaken(db, workspaceId, kind.kind, ending(4), id);
  return ending(isTaken ? 12 : 4);
}

/** Tells the console, the other processes and this one that customers see something else now. */
export function announce(deps: Deps, workspaceId: string, record: ContentRecord): void {
  deps.published.invalidate(workspaceId);
  deps.live.publish(workspaceId, { type: 'content', id: record.id, version: record.version ?? 0 });
}
