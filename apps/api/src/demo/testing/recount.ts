import type { Db } from '@banso/database';
import { dayOf, hourOf } from '@banso/domain/time';

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
      .map((row) => line(row.hour, row.version, row.locale, row.score, row.count, row.latest))
      .toSorted(),
    repeats: repeats
      .filter((row) => row.count !== 0)
      .map((row) => line(row.earlier_hour, row.later_hour, row.score, row.count))
      .toSorted(),
    unread: counters.map((row) => line(row.name, row.value)),
    seen: accounts.map((row) => line(row.id, row.last_seen_at)).toSorted(),
  };
}

/** The same, counted from the log of events and from the responses themselves. */
export async function recounted(db: Db, workspaceId: string): Promise<Counters> {
  const log = await db.selectFrom('event').selectAll().where('workspace_id', '=', workspaceId).execute();
  const responses = await db
    .selectFrom('response')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute();
  const contacts = await db
    .selectFrom('contact')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute();
  const accounts = await db
    .selectFrom('account')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .execute();

  const events = new Tally();
  const days = new Tally();
  for (const { type, contact_id, account_id, content_id, at, payload } of log) {
    const day = dayOf(at);
    if (type === 'track') {
      const { name } = JSON.parse(payload) as { name: string };
      events.add(line(contact_id, name, day));
      events.add(line(account_id, name, day));
    }
    const metric = METRICS[type];
    if (metric) days.add(line(content_id, day, metric));
  }
  for (const { content_id, answered_at, completed_at } of responses) {
    days.add(line(content_id, dayOf(answered_at), 'answered'));
    if (completed_at !== null) days.add(line(content_id, dayOf(completed_at), 'completed'));
  }

  const scores = new Map<string, { count: number; latest: number }>();
  const repeats = new Tally();
  for (const theirs of Map.groupBy(responses, ({ contact_id }) => contact_id).values()) {
    const inOrder = theirs.toSorted((a, b) => ((a.score_at ?? '') < (b.score_at ?? '') ? -1 : 1));
    inOrder.forEach(({ score_at, version, locale, score }, index) => {
      const key = line(hourOf(score_at ?? ''), version, locale, score);
      const known = scores.get(key) ?? { count: 0, latest: 0 };
      const next = inOrder[index + 1];
      scores.set(key, { count: known.count + 1, latest: known.latest + (next ? 0 : 1) });
      if (next) repeats.add(line(hourOf(score_at ?? ''), hourOf(next.score_at ?? ''), score));
    });
  }

  const seen = accounts.map(({ id }) => {
    const times = contacts
      .filter(({ account_id }) => account_id === id)
      .map(({ last_seen_at }) => last_seen_at ?? '');
    return line(id, times.toSorted().at(-1));
  });
  return {
    events: events.lines(),
    days: days.lines(),
    scores: [...scores].map(([key, { count, latest }]) => line(key, count, latest)).toSorted(),
    repeats: repeats.lines(),
    unread: [line('unread_responses', responses.filter(({ read_at }) => read_at === null).length)],
    seen: seen.toSorted(),
  };
}

const METRICS: Readonly<Record<string, string>> = {
  content_shown: 'shown',
  content_opened: 'opened',
  resource_opened: 'opened',
  content_dismissed: 'dismissed',
  checklist_completed: 'completed',
};

const line = (...parts: readonly unknown[]): string => parts.join(' ');

class Tally {
  readonly #counts = new Map<string, number>();

  add(key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  lines(): string[] {
    return [...this.#counts].map(([key, count]) => line(key, count)).toSorted();
  }
}
