import type { Instant } from '@banso/domain/time';
import { addMs, HOUR_MS } from '@banso/domain/time';
import { decodeRecord, encodeJson } from '../json.ts';
import type { Db } from '../tables.ts';

/** A rule held for something; once for each. */
export interface AlertRecord {
  ruleId: string;
  /** The response, or the Monday of the week. */
  subject: string;
  contactId: string | null;
  about: Readonly<Record<string, unknown>>;
  at: Instant;
}

/** Adds an alert that is held back until `releaseAt`. @returns `false` when it was there. */
export async function add(
  db: Db,
  workspaceId: string,
  alert: AlertRecord,
  times: { releaseAt: Instant } | { sentAt: Instant },
): Promise<boolean> {
  const row = await db
    .insertInto('alert')
    .values({
      workspace_id: workspaceId,
      rule_id: alert.ruleId,
      subject: alert.subject,
      contact_id: alert.contactId,
      about: encodeJson(alert.about),
      at: alert.at,
      release_at: 'releaseAt' in times ? times.releaseAt : null,
      sent_at: 'sentAt' in times ? times.sentAt : null,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'rule_id', 'subject']).doNothing())
    .returning('subject')
    .executeTakeFirst();
  return row !== undefined;
}

export async function has(db: Db, workspaceId: string, ruleId: string, subject: string): Promise<boolean> {
  const row = await db
    .selectFrom('alert')
    .select('subject')
    .where('workspace_id', '=', workspaceId)
    .where('rule_id', '=', ruleId)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets what was told before; what is held back stays. */
export async function prune(db: Db, workspaceId: string, before: Instant): Promise<void> {
  await db
    .deleteFrom('alert')
    .where('workspace_id', '=', workspaceId)
    .where('at', '<', before)
    .where('release_at', 'is', null)
    .execute();
}

/** When messages of a rule went out within the last hour, each once; and whether something of it is held back. */
export async function paceOf(
  db: Db,
  workspaceId: string,
  ruleId: string,
  now: Instant,
): Promise<{ sent: Instant[]; isWaiting: boolean }> {
  const sent = await db
    .selectFrom('alert')
    .select('sent_at')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where('rule_id', '=', ruleId)
    .where('sent_at', '>', addMs(now, -HOUR_MS))
    .execute();
  const held = await db
    .selectFrom('alert')
    .select('subject')
    .where('workspace_id', '=', workspaceId)
    .where('rule_id', '=', ruleId)
    .where('release_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return { sent: sent.flatMap(({ sent_at }) => sent_at ?? []), isWaiting: held !== undefined };
}

/** What has become of the alerts of a rule. */
export interface Told {
  lastAt: Instant | null;
  waiting: number;
}

/** When rules told somebody last, and how much they hold back; by rule, of those that have held for anything. */
export async function toldBy(db: Db, workspaceId: string): Promise<Map<string, Told>> {
  const rows = await db
    .selectFrom('alert')
    .select([
      'rule_id',
      (eb) => eb.fn.max('sent_at').as('last_at'),
      (eb) => eb.fn.count('release_at').as('waiting'),
    ])
    .where('workspace_id', '=', workspaceId)
    .groupBy('rule_id')
    .execute();
  return new Map(rows.map((row) => [row.rule_id, { lastAt: row.last_at, waiting: Number(row.waiting) }]));
}

/** Rules of which something is to go out now. */
export async function listDue(db: Db, workspaceId: string, now: Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('alert')
    .select('rule_id')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where('release_at', '<=', now)
    .execute();
  return rows.map((row) => row.rule_id);
}

/** Takes out everything that a rule has held back, the oldest first: it goes out together. */
export async function release(
  db: Db,
  workspaceId: string,
  ruleId: string,
  now: Instant,
): Promise<AlertRecord[]> {
  const rows = await db
    .updateTable('alert')
    .set({ release_at: null, sent_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('rule_id', '=', ruleId)
    .where('release_at', 'is not', null)
    .returning(['rule_id', 'subject', 'contact_id', 'about', 'at'])
    .execute();
  return rows
    .map((row) => ({
      ruleId: row.rule_id,
      subject: row.subject,
      contactId: row.contact_id,
      about: decodeRecord(row.about),
      at: row.at,
    }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
