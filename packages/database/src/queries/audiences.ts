import type { Condition } from '@banso/domain/targeting';
import { sql } from 'kysely';
import type { AudienceScope } from '../audience/condition-sql.ts';
import type { Truth } from '../audience/dialect.ts';
import { conditionSql } from '../audience/condition-sql.ts';
import { POSTGRES_AUDIENCE } from '../audience/postgres-dialect.ts';
import { SQLITE_AUDIENCE } from '../audience/sqlite-dialect.ts';
import { isPostgres } from '../is-postgres.ts';
import type { Db } from '../tables.ts';

/** When an audience is looked at, and what is known of contents beside the database. */
export type AudienceMoment = Pick<AudienceScope, 'now' | 'sharedChecklists' | 'segments'> & {
  /** Only people for whom an identity token vouched. Default: all. */
  verifiedOnly?: boolean | undefined;
};

/** How many of the people who are known are in an audience. */
export interface Reach {
  people: number;
  matching: number;
  /** Accounts with at least one of them. */
  accounts: number;
  /** Where all of several parts must hold: people who are left after each part, in order. Otherwise empty. */
  left: number[];
}

/** Who was erased is nobody's audience. */
const everybody = (db: Db, workspaceId: string) =>
  db
    .selectFrom('contact')
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'contact.workspace_id')
        .onRef('account.id', '=', 'contact.account_id'),
    )
    .where('contact.workspace_id', '=', workspaceId)
    .where('contact.erased_at', 'is', null);

function truthOf(
  db: Db,
  workspaceId: string,
  condition: Condition,
  { verifiedOnly = false, ...moment }: AudienceMoment,
): Truth {
  const truth = conditionSql(condition, {
    db,
    workspaceId,
    dialect: isPostgres(db) ? POSTGRES_AUDIENCE : SQLITE_AUDIENCE,
    ...moment,
  });
  return verifiedOnly ? sql`(${truth} and ${sql.ref('contact.identity')} = 'verified')` : truth;
}

/** Counts an audience as the database finds it: the people for whom the domain's `evaluate` says yes. */
export async function reach(
  db: Db,
  workspaceId: string,
  condition: Condition,
  moment: AudienceMoment,
): Promise<Reach> {
  const parts = condition.type === 'all' && condition.of.length > 0 ? condition.of : [condition];
  const names = parts.map((_, at) => `part${at}`);
  const upTo = (count: number) =>
    sql<boolean>`(${sql.join(
      // oxlint-disable-next-line banso/no-dynamic-sql -- one of the names above
      names.slice(0, count).map((name) => sql.ref(name)),
      sql` and `,
    )})`;
  const isIn = upTo(parts.length);
  const { people, matching, accounts, ...left } = await db
    // worked out once for each person, whatever is counted of it
    .with(
      (cte) => cte('judged').materialized(),
      () =>
        everybody(db, workspaceId)
          .select('contact.account_id')
          .select(parts.map((part, at) => truthOf(db, workspaceId, part, moment).as(names[at] ?? ''))),
    )
    .selectFrom('judged')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .select(sql<number>`count(case when ${isIn} then 1 end)`.as('matching'))
    .select(sql<number>`count(distinct case when ${isIn} then account_id end)`.as('accounts'))
    .select(names.map((_, at) => sql<number>`count(case when ${upTo(at + 1)} then 1 end)`.as(`left${at}`)))
    .executeTakeFirstOrThrow();
  return {
    people: Number(people),
    matching: Number(matching),
    accounts: Number(accounts),
    left:
      condition.type === 'all'
        ? condition.of.map((_, at) => Number((left as Record<string, number>)[`left${at}`]))
        : [],
  };
}

/** Ids of people who are, or are not, in an audience; who was here last comes first. */
export async function sample(
  db: Db,
  workspaceId: string,
  condition: Condition,
  moment: AudienceMoment,
  { isIn, limit }: { isIn: boolean; limit: number },
): Promise<string[]> {
  const truth = truthOf(db, workspaceId, condition, moment);
  const rows = await everybody(db, workspaceId)
    .select('contact.id')
    .where(isIn ? sql<boolean>`(${truth}) is true` : sql<boolean>`(${truth}) is not true`)
    .orderBy(sql`coalesce(contact.last_seen_at, '')`, 'desc')
    .orderBy('contact.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** The people who are in an audience, for a query of its own: whoever is erased is in none. */
export const inAudience = (db: Db, workspaceId: string, condition: Condition, moment: AudienceMoment) =>
  everybody(db, workspaceId).where(sql<boolean>`(${truthOf(db, workspaceId, condition, moment)}) is true`);
