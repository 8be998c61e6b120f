import type { Instant } from '@banso/domain/time';
import { V7Generator } from 'uuidv7';
import type { Db } from '../tables.ts';

/** Who did it: a member, a secret key, or the system itself. */
export interface Actor {
  kind: 'member' | 'key' | 'system';
  id: string;
  name: string;
}

/** One state-changing act, as it is written down. */
export interface AuditEvent {
  at: Instant;
  principal: Actor;
  /** Noun and verb, e.g. `checklist.publish`. */
  action: string;
  /** Id of what was changed. */
  target: string;
  /** What changed. Never a secret, a token or a password. */
  change: Record<string, unknown>;
}

export interface AuditRecord {
  id: string;
  at: Instant;
  actor: Actor;
  action: string;
  target: string;
  change: Record<string, unknown>;
}

const ids = new V7Generator();

/**
 * Writes an act down, in the transaction that carries it out.
 * @param scopeId - The workspace, or the organisation for what concerns all of it.
 */
export async function append(db: Db, scopeId: string, event: AuditEvent): Promise<void> {
  await db
    .insertInto('audit_entry')
    .values({
      workspace_id: scopeId,
      // ids sort by the time of the act, which lets the list be paged by id
      id: `aud_${ids.generateOrResetWithTs(Date.parse(event.at)).toString()}`,
      at: event.at,
      actor_kind: event.principal.kind,
      actor_id: event.principal.id,
      actor_name: event.principal.name,
      action: event.action,
      target: event.target,
      change: JSON.stringify(event.change),
    })
    .execute();
}

/** What was done to one thing. */
export interface About {
  target: string;
  actions: readonly string[];
}

/** Entries, newest first. `before` is the id after which to go on. */
export async function list(
  db: Db,
  scopeId: string,
  page: { before?: string | undefined; limit: number; about?: About | undefined },
): Promise<AuditRecord[]> {
  let query = db.selectFrom('audit_entry').selectAll().where('workspace_id', '=', scopeId);
  if (page.about)
    query = query.where('target', '=', page.about.target).where('action', 'in', page.about.actions);
  if (page.before !== undefined) query = query.where('id', '<', page.before);
  const rows = await query.orderBy('id', 'desc').limit(page.limit).execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    action: row.action,
    target: row.target,
    change: JSON.parse(row.change) as Record<string, unknown>,
  }));
}
