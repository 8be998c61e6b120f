import type { Because, DecisionOutcome } from '@banso/domain/decide';
import { isSameOutcome } from '@banso/domain/decide';
import type { Instant } from '@banso/domain/time';
import { V7Generator } from 'uuidv7';
import { bulkDelete, bulkInsertIgnore } from '../bulk.ts';
import { encodeJson } from '../json.ts';
import type { Db, Tables } from '../tables.ts';
import type { StandingDecision } from './decisions.ts';
import { listStanding } from './decisions.ts';

/** A decision as it was made; it is written when it differs from the one before. */
export interface DecisionChange extends DecisionOutcome {
  contactId: string;
  /** The person's account at that time. */
  accountId: string | null;
  at: Instant;
  source: Tables['decision']['source'];
  because: Because;
}

const COLUMNS = [
  'workspace_id',
  'id',
  'contact_id',
  'account_id',
  'content_id',
  'at',
  'until',
  'source',
  'outcome',
  'reason',
  'version',
  'facts',
] as const;
const KEY = ['workspace_id', 'at', 'id'] as const;
type Row = Pick<Tables['decision'], (typeof COLUMNS)[number]>;

const insert = bulkInsertIgnore('decision', COLUMNS, KEY);
const remove = bulkDelete('decision', KEY);
const ids = new V7Generator();

/**
 * Writes those decisions that differ from what was in force, and ends what they take the place of. What is older than
 * the decision in force is put in where it belongs. Call it where nobody else writes of these people.
 * @returns how many were written.
 */
export async function keep(db: Db, workspaceId: string, made: readonly DecisionChange[]): Promise<number> {
  if (made.length === 0) return 0;
  const contactIds = [...new Set(made.map(({ contactId }) => contactId))];
  const standing = new Map<string, StandingDecision>();
  for (const one of await listStanding(db, workspaceId, contactIds)) standing.set(keyOf(one), one);
  const added = new Map<string, Row>();
  const rows: Row[] = [];
  const ends = new Map<string, Set<string>>();
  const late: DecisionChange[] = [];
  for (const change of made) {
    const key = keyOf(change);
    const before = standing.get(key);
    if (before && change.at < before.at) late.push(change);
    if (before && (change.at < before.at || isSameOutcome(before, change))) continue;
    const mine = added.get(key);
    if (mine) mine.until = change.at;
    else if (before) gather(ends, `${change.at} ${change.contactId}`, change.contentId);
    const row = rowOf(workspaceId, change, null);
    standing.set(key, change);
    added.set(key, row);
    rows.push(row);
  }
  for (const [key, contentIds] of ends) {
    const [at = '', contactId = ''] = key.split(' ');
    await endStanding(db, workspaceId, { contactId, contentIds: [...contentIds], at });
  }
  await insert(db, rows);
  let written = rows.length;
  for (const change of late) written += await insertLate(db, workspaceId, change);
  return written;
}

async function endStanding(
  db: Db,
  workspaceId: string,
  { contactId, contentIds, at }: { contactId: string; contentIds: readonly string[]; at: Instant },
): Promise<void> {
  await db
    .updateTable('decision')
    .set({ until: at })
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .where('content_id', 'in', contentIds)
    .where('until', 'is', null)
    .execute();
}

/** Between two that are there, or before all of them. */
async function insertLate(db: Db, workspaceId: string, change: DecisionChange): Promise<number> {
  const { contactId, contentId, at } = change;
  const theirs = db
    .selectFrom('decision')
    .select(['id', 'at', 'until', 'content_id as contentId', 'outcome', 'reason', 'version'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .where('content_id', '=', contentId);
  const before = await theirs
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (before && isSameOutcome(before, change)) return 0;
  const after = before
    ? before.until
    : (await theirs.orderBy('at').orderBy('id').limit(1).executeTakeFirst())?.at;
  if (before)
    await db
      .updateTable('decision')
      .set({ until: at })
      .where('workspace_id', '=', workspaceId)
      .where('at', '=', before.at)
      .where('id', '=', before.id)
      .execute();
  await insert(db, [rowOf(workspaceId, change, after ?? null)]);
  return 1;
}

/**
 * Forgets decisions that were overtaken before a moment, the oldest first.
 * @returns how many there were, at most `limit`.
 */
export async function prune(db: Db, workspaceId: string, before: Instant, limit: number): Promise<number> {
  const rows = await db
    .selectFrom('decision')
    .select(['workspace_id', 'at', 'id'])
    .where('workspace_id', '=', workspaceId)
    .where('until', '<', before)
    .orderBy('until')
    .limit(limit)
    .execute();
  return remove(db, rows);
}

const keyOf = ({ contactId, contentId }: { contactId: string; contentId: string }) =>
  `${contactId} ${contentId}`;

function gather(groups: Map<string, Set<string>>, key: string, value: string): void {
  const group = groups.get(key);
  if (group) group.add(value);
  else groups.set(key, new Set([value]));
}

function rowOf(workspaceId: string, change: DecisionChange, until: Instant | null): Row {
  return {
    workspace_id: workspaceId,
    id: `dec_${ids.generate().toString()}`,
    contact_id: change.contactId,
    account_id: change.accountId,
    content_id: change.contentId,
    at: change.at,
    until,
    source: change.source,
    outcome: change.outcome,
    reason: change.reason,
    version: change.version,
    facts: encodeJson(change.because),
  };
}
