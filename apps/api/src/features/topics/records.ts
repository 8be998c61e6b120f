import type * as topic from '@banso/contract/topic';
import { TOPIC_DAYS } from '@banso/contract/topic';
import type { Db, TopicAccount, TopicRecord } from '@banso/database';
import { topicAnswers, topics } from '@banso/database';
import type { DaySpan } from '@banso/domain/topics';
import { shareIn, weeksUpTo } from '@banso/domain/topics';
import type { Day } from '@banso/domain/time';
import { addDays } from '@banso/domain/time';
import { personOf } from '../../contents/review.ts';

type NameOf = (member: string) => string | undefined;

/** Topics on the wire, each with its share of the last four weeks and of those before. */
export async function topicsOnWire(
  db: Db,
  workspaceId: string,
  records: readonly TopicRecord[],
  { today, nameOf }: { today: Day; nameOf: NameOf },
): Promise<topic.Topic[]> {
  const to = addDays(today, 1);
  const recent = { from: addDays(to, -TOPIC_DAYS), to };
  const before = { from: addDays(recent.from, -TOPIC_DAYS), to: recent.from };
  const counts = await countsOf(db, workspaceId, records, before.from);
  const totals = await topics.totals(db, workspaceId);
  return records.map(({ revision: _revision, fillBefore, updatedBy, ...record }) => ({
    ...record,
    rules: record.rules.map(({ language, any, none }) => ({ language, any: [...any], none: [...none] })),
    filling: fillBefore !== null,
    answers: totals.get(record.id) ?? 0,
    recent: counts.share(record.id, recent),
    before: counts.share(record.id, before),
    updatedBy: personOf(updatedBy, nameOf),
  }));
}

/** The shares of a topic in weeks that end with today. */
export async function trendOf(
  db: Db,
  workspaceId: string,
  record: TopicRecord,
  { today, weeks }: { today: Day; weeks: number },
): Promise<topic.TopicTrend> {
  const spans = weeksUpTo(today, weeks);
  const counts = await countsOf(db, workspaceId, [record], spans[0]?.from ?? today);
  return { data: spans.map((span) => ({ ...span, share: counts.share(record.id, span) })) };
}

async function countsOf(db: Db, workspaceId: string, records: readonly TopicRecord[], from: Day) {
  const ids = [topicAnswers.ALL_ANSWERS, ...records.map(({ id }) => id)];
  const byTopic = Map.groupBy(
    await topics.days(db, workspaceId, { topicIds: ids, from }),
    ({ topicId }) => topicId,
  );
  const daysOf = (id: string) =>
    new Map((byTopic.get(id) ?? []).map(({ day, count }) => [day, count] as const));
  const all = daysOf(topicAnswers.ALL_ANSWERS);
  return { share: (id: string, span: DaySpan) => shareIn(daysOf(id), all, span) ?? null };
}

const MOST_ACCOUNTS = 100;

/** Who talks of a topic, by account, with what all of them pay. */
export function accountsOnWire(found: readonly TopicAccount[]): topic.TopicAccounts {
  const sums = new Map<string, number>();
  for (const { revenueMinor, revenueCurrency } of found)
    if (revenueMinor !== null && revenueCurrency !== null)
      sums.set(revenueCurrency, (sums.get(revenueCurrency) ?? 0) + revenueMinor);
  const sumOf = (field: 'answers' | 'people') => found.reduce((sum, each) => sum + each[field], 0);
  return {
    data: found.slice(0, MOST_ACCOUNTS).map(accountOnWire),
    accounts: found.filter(({ id }) => id !== null).length,
    people: sumOf('people'),
    answers: sumOf('answers'),
    recurringRevenue: [...sums]
      .map(([currency, amountMinor]) => ({ amountMinor, currency }))
      .toSorted((a, b) => b.amountMinor - a.amountMinor || (a.currency < b.currency ? -1 : 1)),
  };
}

function accountOnWire({
  id,
  name,
  revenueMinor,
  revenueCurrency,
  renewalDate,
  ...counts
}: TopicAccount): topic.TopicAccounts['data'][number] {
  const recurringRevenue =
    revenueMinor === null || revenueCurrency === null
      ? null
      : { amountMinor: revenueMinor, currency: revenueCurrency };
  return {
    ...counts,
    account: id === null || name === null ? null : { id, name, recurringRevenue, renewalDate },
  };
}
