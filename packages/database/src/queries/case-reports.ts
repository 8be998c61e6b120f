import type { LoopCase } from '@banso/domain/statistics';
import type { Period } from '@banso/domain/time';
import type { Db } from '../tables.ts';
import { recoveryScore } from './customer-cases.ts';

/** Cases that were opened in a period, without those that were withdrawn, as the figures of the loop need them. */
export async function listOpenedIn(db: Db, workspaceId: string, { from, to }: Period): Promise<LoopCase[]> {
  const rows = await db
    .selectFrom('customer_case')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'customer_case.workspace_id')
        .onRef('contact.id', '=', 'customer_case.contact_id'),
    )
    .select((eb) => [
      'customer_case.opened_at',
      'customer_case.due_at',
      'customer_case.first_touch_at',
      'customer_case.contacted_at',
      'customer_case.closed_at',
      'customer_case.in_time',
      'customer_case.reopenings',
      'customer_case.cause',
      'customer_case.score',
      'contact.last_score',
      'contact.last_score_at',
      recoveryScore(eb, workspaceId).as('recovery_score'),
    ])
    .where('customer_case.workspace_id', '=', workspaceId)
    .where('customer_case.opened_at', '>=', from)
    .where('customer_case.opened_at', '<', to)
    .where((eb) =>
      eb.or([eb('customer_case.outcome', 'is', null), eb('customer_case.outcome', '!=', 'withdrawn')]),
    )
    .orderBy('customer_case.opened_at')
    .execute();
  return rows.map((row) => ({
    openedAt: row.opened_at,
    dueAt: row.due_at,
    firstTouchAt: row.first_touch_at,
    contactedAt: row.contacted_at,
    closedAt: row.closed_at,
    inTime: row.in_time === null ? null : row.in_time === 1,
    reopenings: row.reopenings,
    // a mark for satisfaction is no NPS
    score: row.cause === 'low_csat' ? null : row.score,
    laterScore: row.last_score_at !== null && row.last_score_at > row.opened_at ? row.last_score : null,
    recoveryScore: row.recovery_score,
  }));
}
