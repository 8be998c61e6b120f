import type { Instant } from '@banso/domain/time';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Database } from './database.ts';
import { internalsOf } from './internals.ts';
import { rawQuery } from './repeated-query.ts';
import { lockSchema } from './schema-lock.ts';
import type { Tables } from './tables.ts';

const MONTHS_AHEAD = 3;

/**
 * PostgreSQL: makes sure that the event log has a partition for the month of `now` and the three after it. Events of a month
 * without one wait in the partition for the rest, and are moved when theirs is made. Safe to repeat, in any number of
 * processes; call it at the start and every day. Does nothing on SQLite.
 * @returns the names of the partitions that were made.
 */
export async function ensureEventPartitions(database: Database, now: Instant): Promise<string[]> {
  if (database.dialect === 'sqlite') return [];
  const made: string[] = [];
  for (const month of monthsFrom(now, MONTHS_AHEAD + 1)) {
    // one transaction each: the log is locked only while a month's rows are moved
    const isNew = await internalsOf(database).asOwner((db) => ensurePartition(db, month));
    if (isNew) made.push(month.name);
  }
  return made;
}

interface Month {
  name: string;
  /** Ids of the month start at this text and end before that one. */
  from: string;
  to: string;
}

function monthsFrom(now: Instant, count: number): Month[] {
  const [year, month] = [Number(now.slice(0, 4)), Number(now.slice(5, 7)) - 1];
  return Array.from({ length: count }, (_, ahead) => {
    const start = Date.UTC(year, month + ahead);
    const name = new Date(start).toISOString().slice(0, 7).replace('-', '_');
    return {
      name: `event_${name}`,
      from: firstIdAt(start),
      to: firstIdAt(Date.UTC(year, month + ahead + 1)),
    };
  });
}

/** What every UUIDv7 of a moment or later is not less than: 48 bits of milliseconds in hex (RFC 9562, 5.7). */
function firstIdAt(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}

async function ensurePartition(db: Kysely<Tables>, month: Month): Promise<boolean> {
  await lockSchema(db);
  const found = await sql<{
    exists: boolean;
  }>`select to_regclass(${month.name}) is not null as exists`.execute(db);
  if (found.rows[0]?.exists === true) return false;

  const name = escapeIdentifier(month.name);
  const [from, to] = [escapeLiteral(month.from), escapeLiteral(month.to)];
  const own = `workspace_id = current_setting('banso.workspace', true)`;
  const steps = [
    `create table ${name} (like event including defaults including constraints)`,
    'lock table event_other in access exclusive mode',
    // an owner who is no superuser is below the policy too: for this one statement it may look across workspaces
    'alter table event_other no force row level security',
    `with moved as (delete from event_other where id >= ${from} and id < ${to} returning *) insert into ${name} select * from moved`,
    'alter table event_other force row level security',
    `alter table event attach partition ${name} for values from (${from}) to (${to})`,
    // the same wall as on the log itself, for whoever names the partition
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `create policy own_workspace on ${name} using (${own}) with check (${own})`,
  ];
  for (const step of steps) await db.executeQuery(rawQuery(step));
  return true;
}
