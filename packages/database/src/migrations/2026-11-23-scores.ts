import type { Kysely } from 'kysely';
import { sql } from 'kysely';

// oxlint-disable banso/no-dynamic-sql -- names and pieces are those of this file

const ws = 'workspace_id';
const SCORES = Array.from({ length: 11 }, (_, score) => score);
const SUMS = ['all', 'latest'].flatMap((which) => SCORES.map((score) => `${which}_${score}`));

/** The type of each column; all of them are never null. */
const SEGMENT_KEY = {
  workspace_id: 'text',
  content_id: 'text',
  question: 'text',
  dimension: 'text',
  span: 'text',
  day: 'text',
  hour: 'integer',
  value: 'text',
  verified: 'integer',
} as const;
const REPEAT_KEY = {
  workspace_id: 'text',
  content_id: 'text',
  gap_days: 'integer',
  later_hour: 'text',
  earlier_hour: 'text',
  version: 'integer',
  locale: 'text',
  verified: 'integer',
  score: 'integer',
  later_score: 'integer',
  plan: 'text',
  owner: 'text',
  lifecycle: 'text',
  account: 'text',
  decides: 'integer',
} as const;

/** Where a value of each dimension stands in a response; which of them only the score of the survey has. */
const DIMENSIONS = [
  { dimension: '', value: "''" },
  { dimension: 'version', value: 'cast(r.version as text)' },
  { dimension: 'locale', value: 'r.locale' },
  { dimension: 'plan', value: "coalesce(r.account_plan, '')" },
  { dimension: 'owner', value: "coalesce(r.account_owner, '')" },
  { dimension: 'lifecycle', value: "coalesce(r.account_lifecycle, '')" },
] as const;
const OF_ACCOUNTS = [
  { dimension: 'account', value: "coalesce(r.account_id, '')", only: 'r.account_id is not null' },
  {
    dimension: 'decider',
    value: "coalesce(r.account_id, '')",
    only: 'r.account_id is not null and r.decides = 1',
  },
] as const;

/**
 * Which plan, owner and stage an account had when somebody of it answered, and whether they decide; scores by day and by hour of each of
 * these; and of neighbouring answers of one person both scores. What was answered before is taken to have been given as its account is now.
 */
export const scoreSegments = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases, as in all columns
    const text = postgres ? sql`text collate "C"` : 'text';
    for (const name of ['account_plan', 'account_owner', 'account_lifecycle'])
      await db.schema.alterTable('response').addColumn(name, text).execute();
    await db.schema.alterTable('response').addColumn('decides', 'integer').execute();
    for (const table of ['score_repeat', 'score_total']) await db.schema.dropTable(table).execute();

    const create = async (name: string, key: Readonly<Record<string, string>>, sums: readonly string[]) => {
      let table = db.schema.createTable(name);
      for (const [column, type] of [...Object.entries(key), ...sums.map((sum) => [sum, 'integer'] as const)])
        table = table.addColumn(column, type === 'text' ? text : 'integer', (each) => each.notNull());
      await table
        .addPrimaryKeyConstraint(`${name}_pk`, Object.keys(key) as any)
        .addForeignKeyConstraint(`${name}_content_fk`, [ws, 'content_id'] as any, 'content', [ws, 'id'])
        .$call((made) => (postgres ? made : made.modifyEnd(sql`strict, without rowid`)))
        .execute();
    };
    await create('score_repeat', REPEAT_KEY, ['count']);
    await create('score_segment', SEGMENT_KEY, SUMS);

    // the rows of all workspaces are written at once: the wall between them is opened for the tables' owner
    const opened = ['account', 'response', 'response_answer'];
    if (postgres)
      for (const table of opened)
        await sql`alter table ${sql.table(table)} no force row level security`.execute(db);
    await takeOver(db, postgres);
    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    for (const name of ['score_repeat', 'score_segment']) {
      const table = sql.table(name);
      await sql`alter table ${table} enable row level security`.execute(db);
      await sql`create policy own_workspace on ${table} using (${own}) with check (${own})`.execute(db);
    }
    for (const name of [...opened, 'score_repeat', 'score_segment'])
      await sql`alter table ${sql.table(name)} force row level security`.execute(db);
  },
});

/** Counts what has been answered so far. */
async function takeOver(db: Kysely<any>, postgres: boolean): Promise<void> {
  await sql`
    update response set (account_plan, account_owner, account_lifecycle) = (
      select a.plan, a.owner_id, a.lifecycle from account a
      where a.workspace_id = response.workspace_id and a.id = response.account_id
    ) where account_id is not null`.execute(db);

  const hourOf = (at: string) => sql.raw(`substr(${at}, 1, 13) || ':00:00.000Z'`);
  const seconds = (at: string) =>
    sql.raw(
      postgres
        ? `extract(epoch from (substr(${at}, 1, 13) || ':00:00Z')::timestamptz)::bigint`
        : `unixepoch(substr(${at}, 1, 13) || ':00:00')`,
    );
  await sql`
    insert into score_repeat (${sql.join([...Object.keys(REPEAT_KEY), 'count'].map((name) => sql.ref(name)))})
    select workspace_id, content_id, (${seconds('later_at')} - ${seconds('score_at')}) / 86400,
      ${hourOf('later_at')}, ${hourOf('score_at')}, version, locale, verified, score, later_score,
      coalesce(account_plan, ''), coalesce(account_owner, ''), coalesce(account_lifecycle, ''),
      coalesce(account_id, ''), coalesce(decides, 0), count(*)
    from (
      select response.*, lead(score) over person as later_score, lead(score_at) over person as later_at
      from response where score is not null
      window person as (partition by workspace_id, content_id, contact_id order by score_at, id)
    ) pairs
    where later_at is not null
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15`.execute(db);

  const sumsOf = (number: string, isLatest: string) =>
    SUMS.map((name) => {
      const [which, score] = name.split('_');
      const counts = `${number} = ${score}${which === 'latest' ? ` and ${isLatest}` : ''}`;
      return `sum(case when ${counts} then 1 else 0 end)`;
    }).join(', ');
  const columns = sql.raw([...Object.keys(SEGMENT_KEY), ...SUMS].join(', '));
  const hour = { day: '0', hour: 'cast(substr(AT, 12, 2) as integer)' } as const;
  const group = sql.raw('group by 1, 2, 3, 4, 5, 6, 7, 8, 9');
  for (const span of ['day', 'hour'] as const) {
    const times = (at: string) => `'${span}', substr(${at}, 1, 10), ${hour[span].replace('AT', at)}`;
    for (const { dimension, value, only } of [
      ...DIMENSIONS.map((each) => ({ ...each, only: '1 = 1' })),
      ...OF_ACCOUNTS,
    ])
      await sql`
        insert into score_segment (${columns})
        select r.workspace_id, r.content_id, '', ${sql.raw(`'${dimension}', ${times('r.score_at')}, ${value}`)}, r.verified,
          ${sql.raw(sumsOf('r.score', 'r.superseded_at is null'))}
        from response r where r.score is not null and ${sql.raw(only)} ${group}`.execute(db);
    for (const { dimension, value } of DIMENSIONS)
      await sql`
        insert into score_segment (${columns})
        select r.workspace_id, r.content_id, a.question, ${sql.raw(`'${dimension}', ${times('a.answered_at')}, ${value}`)}, r.verified,
          ${sql.raw(sumsOf('a.number', '1 = 0'))}
        from response_answer a
        join response r on r.workspace_id = a.workspace_id and r.id = a.response_id
        where a.walked = 1 and a.number is not null
          and (r.score_question is null or a.question <> r.score_question) ${group}`.execute(db);
  }
}
