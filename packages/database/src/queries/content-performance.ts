import type { ContentKind } from '@banso/domain/content';
import type { Day, Instant } from '@banso/domain/time';
import { sql } from 'kysely';
import type { Db, Tables } from '../tables.ts';

type Metric = Tables['content_day']['metric'];

/** A content that was published, with the sums of its day counters. */
export interface PerformanceRecord extends Record<Metric, number> {
  id: string;
  kind: ContentKind;
  name: string;
  status: Tables['content']['status'];
  publishedAt: Instant | null;
}

/** Every content that was ever published, by kind and name; days are UTC, both ends included. The cost grows with contents and days. */
export async function list(
  db: Db,
  workspaceId: string,
  { from, to, kind }: { from: Day; to: Day; kind?: ContentKind | undefined },
): Promise<PerformanceRecord[]> {
  const sum = (metric: Metric) =>
    sql<number>`coalesce(sum(case when content_day.metric = ${metric} then content_day.count end), 0)`.as(
      metric,
    );
  const rows = await db
    .selectFrom('content')
    .leftJoin('content_day', (join) =>
      join
        .onRef('content_day.workspace_id', '=', 'content.workspace_id')
        .onRef('content_day.content_id', '=', 'content.id')
        .on('content_day.day', '>=', from)
        .on('content_day.day', '<=', to),
    )
    .select(['content.id', 'content.kind', 'content.name', 'content.status', 'content.published_at'])
    .select([
      sum('shown'),
      sum('opened'),
      sum('answered'),
      sum('completed'),
      sum('dismissed'),
      sum('snoozed'),
    ])
    .where('content.workspace_id', '=', workspaceId)
    .where('content.published_at', 'is not', null)
    .$if(kind !== undefined, (query) => query.where('content.kind', '=', kind ?? 'survey'))
    .groupBy(['content.id', 'content.kind', 'content.name', 'content.status', 'content.published_at'])
    .orderBy('content.kind')
    .orderBy('content.name')
    .orderBy('content.id')
    .execute();
  return rows.map(({ published_at, ...row }) => ({
    ...row,
    shown: Number(row.shown),
    opened: Number(row.opened),
    answered: Number(row.answered),
    completed: Number(row.completed),
    dismissed: Number(row.dismissed),
    snoozed: Number(row.snoozed),
    publishedAt: published_at,
  }));
}
