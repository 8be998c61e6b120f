import type { Db } from '@banso/database';

/** Counters as text, one a line, sorted: to be compared with each other. */
export type Counters = Readonly<
  Record<'events' | 'days' | 'scores' | 'repeats' | 'unread' | 'seen', readonly string[]>
>;

/** What the recorder has counted. */
export async function counted(db: Db, workspaceId: string): Promise<Counters> {
  const events = await db
    .selectFrom('event_count')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute();
  const days = await db
    .selectFrom('content_day')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute();
  const scores = await db
    .selectFrom('score_hour')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute();
  const repeats = await db
    .selectFrom('score_repeat')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute();
  const counters = await db
    .selectFrom('counter')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute();
  const accounts = await db
    .selectFrom('account')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute();
  return {
    events: events.map((row) => line(row.subject_id, row.name, row.day, row.count)).toSorted(),
    days: days.map((row) => line(row.content_id, row.day, row.metric, row.count)).toSorted(),
    scores: scores
      .filter((row) => row.count !== 0)
      .map((row) => line(row.content_id, row.hour, row.version, row.locale, row.score, row.count, row.latest))
      .toSorted(),
    repeats: repeats
      .filter((row) => row.count !== 0)
      .map((row) => line(row.content_id, row.earlier_hour, row.later_hour, row.score, row.count))
      .toSorted(),
    unread: counters.map((row) => line(row.name, row.value)),
    seen: accounts.map((row) => line(row.id, row.last_seen_at)).toSorted(),
  };
}

/** When the accounts were seen last, by their people. */
export async function lastSeen(db: Db, workspaceId: string): Promise<Counters['seen']> {
  const contacts = await db
    .selectFrom('contact')
    .select(['account_id', 'last_seen_at'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  const accounts = await db
    .selectFrom('account')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .execute();
  return accounts
    .map(({ id }) => {
      const times = contacts
        .filter(({ account_id }) => account_id === id)
        .map(({ last_seen_at }) => last_seen_at ?? '');
      return line(id, times.toSorted().at(-1));
    })
    .toSorted();
}

const line = (...parts: readonly unknown[]): string => parts.join(' ');
