import { tagKey } from '@banso/domain/content';
import type { Interruption } from '@banso/domain/decide';
import type { VariantKey } from '@banso/domain/experiment';
import type { ContentState } from '@banso/domain/targeting';
import type { Day, Instant } from '@banso/domain/time';
import { bulkInsertIgnore, bulkSelect, bulkUpsert } from '../bulk.ts';
import { decodeStrings } from '../json.ts';
import type { Db, Tables } from '../tables.ts';

/** What one person has done with one content. */
export interface StateRecord {
  contactId: string;
  contentId: string;
  state: ContentState;
}

/** An interruption that was granted, under the id of its claim. */
export interface ExposureRecord {
  id: string;
  contactId: string;
  /** Null: it does not use up an account's budget. */
  accountId: string | null;
  contentId: string;
  version: number;
  variant: VariantKey | null;
  grantedAt: Instant;
}

/** What is added to a content's day. */
export interface MetricRecord {
  contentId: string;
  day: Day;
  metric: Tables['content_day']['metric'];
  count: number;
}

const STATE = [
  'attempts',
  'last_claimed_at',
  'last_shown_at',
  'opened_at',
  'last_dismissed_at',
  'last_answered_at',
  'completed_at',
  'snoozed_until',
  'opted_out',
] as const;
const STATE_KEY = ['workspace_id', 'contact_id', 'content_id'] as const;

const selectStates = bulkSelect(
  'content_state',
  ['contact_id', 'content_id', ...STATE],
  ['workspace_id', 'contact_id'],
);
const upsertStates = bulkUpsert('content_state', [...STATE_KEY, ...STATE], STATE_KEY, { replace: STATE });
const insertExposures = bulkInsertIgnore(
  'exposure',
  ['workspace_id', 'id', 'contact_id', 'account_id', 'content_id', 'version', 'variant', 'granted_at'],
  ['workspace_id', 'id'],
);
const addDays = bulkUpsert(
  'content_day',
  ['workspace_id', 'content_id', 'day', 'metric', 'count'],
  ['workspace_id', 'content_id', 'day', 'metric'],
  { add: ['count'] },
);

/** Everything that these people have done with any content, in no order. */
export async function listStates(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<StateRecord[]> {
  const rows = await selectStates(
    db,
    contactIds.map((contact_id) => ({ workspace_id: workspaceId, contact_id })),
  );
  return rows.map((row) => ({
    contactId: row.contact_id,
    contentId: row.content_id,
    state: {
      attempts: row.attempts,
      lastClaimedAt: row.last_claimed_at ?? undefined,
      lastShownAt: row.last_shown_at ?? undefined,
      openedAt: row.opened_at ?? undefined,
      lastDismissedAt: row.last_dismissed_at ?? undefined,
      lastAnsweredAt: row.last_answered_at ?? undefined,
      completedAt: row.completed_at ?? undefined,
      snoozedUntil: row.snoozed_until ?? undefined,
      optedOut: row.opted_out === 1,
    },
  }));
}

/** Writes states, in place of what was there. */
export async function putStates(db: Db, workspaceId: string, records: readonly StateRecord[]): Promise<void> {
  await upsertStates(
    db,
    records.map(({ contactId, contentId, state }) => ({
      workspace_id: workspaceId,
      contact_id: contactId,
      content_id: contentId,
      attempts: state.attempts,
      last_claimed_at: state.lastClaimedAt ?? null,
      last_shown_at: state.lastShownAt ?? null,
      opened_at: state.openedAt ?? null,
      last_dismissed_at: state.lastDismissedAt ?? null,
      last_answered_at: state.lastAnsweredAt ?? null,
      completed_at: state.completedAt ?? null,
      snoozed_until: state.snoozedUntil ?? null,
      opted_out: state.optedOut ? (1 as const) : (0 as const),
    })),
  );
}

/** Keeps granted interruptions; a known claim is left as it is. */
export async function addExposures(
  db: Db,
  workspaceId: string,
  exposures: readonly ExposureRecord[],
): Promise<void> {
  await insertExposures(
    db,
    exposures.map((exposure) => ({
      workspace_id: workspaceId,
      id: exposure.id,
      contact_id: exposure.contactId,
      account_id: exposure.accountId,
      content_id: exposure.contentId,
      version: exposure.version,
      variant: exposure.variant,
      granted_at: exposure.grantedAt,
    })),
  );
}

/** Interruptions of people of these accounts at or after `since`, in no order. */
export async function listExposures(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
  since: Instant,
): Promise<{ accountId: string; contactId: string; grantedAt: Instant }[]> {
  if (accountIds.length === 0) return [];
  const rows = await db
    .selectFrom('exposure')
    .select(['account_id', 'contact_id', 'granted_at'])
    .where('workspace_id', '=', workspaceId)
    .where('account_id', 'in', accountIds)
    .where('granted_at', '>=', since)
    .execute();
  return rows.flatMap(({ account_id, contact_id, granted_at }) =>
    account_id === null ? [] : [{ accountId: account_id, contactId: contact_id, grantedAt: granted_at }],
  );
}

/** Interruptions of these people after `since`, by person and in no order. */
export async function listInterruptions(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
  since: Instant,
): Promise<Map<string, Interruption[]>> {
  if (contactIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('exposure')
    .innerJoin('content', (join) =>
      join
        .onRef('content.workspace_id', '=', 'exposure.workspace_id')
        .onRef('content.id', '=', 'exposure.content_id'),
    )
    .select(['exposure.contact_id', 'content.kind', 'content.tags', 'exposure.granted_at'])
    .where('exposure.workspace_id', '=', workspaceId)
    .where('content.workspace_id', '=', workspaceId)
    .where('exposure.contact_id', 'in', contactIds)
    .where('exposure.granted_at', '>', since)
    .execute();
  const found = new Map<string, Interruption[]>();
  const keysOf = new Map<string, readonly string[]>();
  for (const { contact_id, kind, tags: text, granted_at: at } of rows) {
    const tags = keysOf.get(text) ?? decodeStrings(text).map(tagKey);
    keysOf.set(text, tags);
    const known = found.get(contact_id);
    if (known) known.push({ kind, tags, at });
    else found.set(contact_id, [{ kind, tags, at }]);
  }
  return found;
}

/** How many have answered these contents on or after a day, by id; who has none is not in it. */
export async function countAnswered(
  db: Db,
  workspaceId: string,
  contentIds: readonly string[],
  since: Day = '',
): Promise<Map<string, number>> {
  if (contentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('content_day')
    .select(({ fn }) => ['content_id', fn.sum('count').as('answered')])
    .where('workspace_id', '=', workspaceId)
    .where('content_id', 'in', contentIds)
    .where('metric', '=', 'answered')
    .where('day', '>=', since)
    .groupBy('content_id')
    .execute();
  return new Map(rows.map(({ content_id, answered }) => [content_id, Number(answered)]));
}

/** Adds to the day counters of contents. */
export async function addMetrics(
  db: Db,
  workspaceId: string,
  metrics: readonly MetricRecord[],
): Promise<void> {
  await addDays(
    db,
    metrics.map(({ contentId, day, metric, count }) => ({
      workspace_id: workspaceId,
      content_id: contentId,
      day,
      metric,
      count,
    })),
  );
}
