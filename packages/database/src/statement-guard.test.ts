import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { internalsOf } from './internals.ts';
import { RefusedStatement } from './refused-statement.ts';
import { rawQuery } from './repeated-query.ts';
import type { Db } from './tables.ts';
import { aWorkspace, openTestDatabase } from './testing.ts';

interface Case {
  because: string;
  run: (db: Db, ws: string, other: string) => { execute(): Promise<unknown> };
}

const counter = (workspace_id: string) => ({ workspace_id, name: 'unread_responses' as const, value: 1 });

/** Each would touch, or could touch, rows of another workspace. */
const REFUSED: Case[] = [
  { because: 'no predicate at all', run: (db) => db.selectFrom('contact').selectAll() },
  {
    because: 'only another column',
    run: (db) => db.selectFrom('contact').selectAll().where('id', '=', 'con_1'),
  },
  {
    because: 'another workspace',
    run: (db, _, other) => db.selectFrom('contact').selectAll().where('workspace_id', '=', other),
  },
  {
    because: 'it may hold or not',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .selectAll()
        .where((eb) => eb.or([eb('workspace_id', '=', ws), eb('visits', '>', 0)])),
  },
  {
    because: 'an or that always holds, inside an and',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .selectAll()
        .where((eb) =>
          eb.and([eb('visits', '>', 0), eb.or([eb('workspace_id', '=', ws), eb('visits', '=', 1)])]),
        ),
  },
  {
    because: 'negated',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .selectAll()
        .where((eb) => eb.not(eb('workspace_id', '=', ws))),
  },
  {
    because: 'unequal',
    run: (db, ws) => db.selectFrom('contact').selectAll().where('workspace_id', '!=', ws),
  },
  {
    because: 'a list',
    run: (db, ws, other) => db.selectFrom('contact').selectAll().where('workspace_id', 'in', [ws, other]),
  },
  {
    because: 'a pattern',
    run: (db) => db.selectFrom('contact').selectAll().where('workspace_id', 'like', '%'),
  },
  {
    because: 'raw SQL cannot be read',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .selectAll()
        .where(sql<boolean>`workspace_id = ${ws}`),
  },
  {
    because: 'the value is raw',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .selectAll()
        .where('workspace_id', '=', sql<string>`${ws} || ''`),
  },
  {
    because: 'it holds for itself',
    run: (db) => db.selectFrom('contact').selectAll().whereRef('workspace_id', '=', 'workspace_id'),
  },
  {
    because: 'in a group’s condition',
    run: (db, ws) =>
      db.selectFrom('contact').select('workspace_id').groupBy('workspace_id').having('workspace_id', '=', ws),
  },
  {
    because: 'a joined table is free',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .innerJoin('account', 'account.id', 'contact.account_id')
        .select('account.name')
        .where('contact.workspace_id', '=', ws),
  },
  {
    because: 'the predicate is on the joined table only',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .leftJoin('account', (join) =>
          join.onRef('account.id', '=', 'contact.account_id').on('account.workspace_id', '=', ws),
        )
        .select('contact.name'),
  },
  {
    because: 'a left join’s condition does not confine the left side',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .leftJoin('account', (join) =>
          join
            .on('account.workspace_id', '=', ws)
            .on('contact.workspace_id', '=', ws)
            .onRef('account.id', '=', 'contact.account_id'),
        )
        .select('contact.name'),
  },
  {
    because: 'a right join keeps every row of the joined table',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .rightJoin('account', (join) =>
          join.onRef('account.workspace_id', '=', 'contact.workspace_id').on('account.workspace_id', '=', ws),
        )
        .select('account.name'),
  },
  {
    because: 'tied to a table that is free itself',
    run: (db) =>
      db
        .selectFrom('contact')
        .innerJoin('account', (join) => join.onRef('account.workspace_id', '=', 'contact.workspace_id'))
        .select('account.name'),
  },
  {
    because: 'a cross join',
    run: (db, ws) =>
      db.selectFrom(['contact', 'account']).select('account.name').where('contact.workspace_id', '=', ws),
  },
  {
    because: 'the same table twice',
    run: (db, ws) =>
      db.selectFrom(['contact as a', 'contact as b']).select('b.name').where('a.workspace_id', '=', ws),
  },
  {
    because: 'a subquery in the selection',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .select((eb) =>
          eb
            .selectFrom('account')
            .select('name')
            .whereRef('account.id', '=', 'contact.account_id')
            .limit(1)
            .as('name'),
        )
        .where('contact.workspace_id', '=', ws),
  },
  {
    because: 'a subquery in the condition',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .select('id')
        .where('workspace_id', '=', ws)
        .where('account_id', 'in', (eb) => eb.selectFrom('account').select('id')),
  },
  {
    because: 'an inner name hides the outer one',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .select('contact.id')
        .where('contact.workspace_id', '=', ws)
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('account as contact')
              .select('contact.id')
              .whereRef('contact.workspace_id', '=', 'contact.workspace_id'),
          ),
        ),
  },
  {
    because: 'a derived table',
    run: (db) => db.selectFrom((eb) => eb.selectFrom('contact').select('name').as('everybody')).selectAll(),
  },
  {
    because: 'a common table expression',
    run: (db, ws) =>
      db
        .with('everybody', (cte) => cte.selectFrom('contact').selectAll())
        .selectFrom('everybody')
        .selectAll()
        .where('workspace_id', '=', ws),
  },
  {
    because: 'a common table expression that passes for a table',
    run: (db, ws) =>
      db
        .with('contact', (cte) => cte.selectFrom('account').selectAll().where('workspace_id', '=', ws))
        .selectFrom('contact')
        .selectAll(),
  },
  {
    because: 'one side of a union',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .select('id')
        .where('workspace_id', '=', ws)
        .union((eb) => eb.selectFrom('account').select('id')),
  },
  { because: 'raw SQL names a table', run: (db) => bound(sql`select * from contact`, db) },
  {
    because: 'raw SQL names a table in quotes',
    run: (db) => bound(sql`select * from workspace, "contact"`, db),
  },
  { because: 'raw SQL is given a table', run: (db) => bound(sql`select * from ${sql.table('contact')}`, db) },
  { because: 'raw SQL is given a name', run: (db) => bound(sql`select * from ${sql.id('contact')}`, db) },
  {
    because: 'raw SQL is put together',
    run: (db) => bound(sql`select * ${sql`from ${sql.raw('contact')}`}`, db),
  },
  { because: 'raw SQL is split', run: (db) => bound(sql`select * from con${sql.raw('tact')}`, db) },
  {
    because: 'raw SQL in an expression',
    run: (db, ws) =>
      db
        .selectFrom('content')
        .select(sql`(select count(*) from contact)`.as('n'))
        .where('workspace_id', '=', ws),
  },
  {
    because: 'raw SQL as a source',
    run: (db) => db.selectFrom(sql<{ id: string }>`(select id from contact)`.as('c')).selectAll(),
  },
  {
    because: 'an insert for another workspace',
    run: (db, _, other) => db.insertInto('counter').values(counter(other)),
  },
  {
    because: 'one of several inserted rows',
    run: (db, ws, other) =>
      db.insertInto('counter').values([counter(ws), { ...counter(other), value: sql<number>`1` }]),
  },
  { because: 'an insert of nothing', run: (db) => db.insertInto('counter').defaultValues() },
  {
    because: 'an insert without the workspace',
    run: (db) =>
      db
        .insertInto('counter')
        .columns(['name', 'value'])
        .values({ name: 'unread_responses', value: 1 } as never),
  },
  {
    because: 'the inserted workspace is raw',
    run: (db, ws) => db.insertInto('counter').values({ ...counter(ws), workspace_id: sql<string>`${ws}` }),
  },
  {
    because: 'insert … select with another workspace',
    run: (db, ws, other) =>
      db
        .insertInto('counter')
        .columns(['workspace_id', 'name', 'value'])
        .expression((eb) =>
          eb
            .selectFrom('counter')
            .select([eb.val(other).as('workspace_id'), 'name', 'value'])
            .where('workspace_id', '=', ws),
        ),
  },
  {
    because: 'insert … select with the id in place of the workspace',
    run: (db, ws) =>
      db
        .insertInto('counter')
        .columns(['workspace_id', 'name', 'value'])
        .expression((eb) =>
          eb
            .selectFrom('content')
            .select(['id', eb.val('unread_responses' as const).as('name'), 'revision'])
            .where('workspace_id', '=', ws),
        ),
  },
  {
    because: 'insert … select where a star hides the place',
    run: (db, ws) =>
      db
        .insertInto('counter')
        .columns(['workspace_id', 'name', 'value'])
        .expression((eb) => eb.selectFrom('counter').selectAll().where('workspace_id', '=', ws)),
  },
  {
    because: 'insert … select where a star moves the places',
    run: (db, ws, other) =>
      db
        .insertInto('counter')
        .columns(['name', 'workspace_id', 'value'])
        .expression(
          (eb) =>
            eb
              .selectFrom(
                sql<{ a: string; b: string }>`(select 'unread_responses' as a, ${other} as b)`.as('free'),
              )
              .selectAll()
              .select(eb.val(ws).as('c')) as never,
        ),
  },
  {
    because: 'insert … select of a free table',
    run: (db) =>
      db
        .insertInto('counter')
        .columns(['workspace_id', 'name', 'value'])
        .expression((eb) => eb.selectFrom('counter').select(['workspace_id', 'name', 'value'])),
  },
  { because: 'insert or replace', run: (db, ws) => db.insertInto('counter').orReplace().values(counter(ws)) },
  { because: 'replace', run: (db, ws) => db.replaceInto('counter').values(counter(ws)) },
  {
    because: 'a conflict may be with another workspace’s row',
    run: (db, ws) =>
      db
        .insertInto('key')
        .values({
          workspace_id: ws,
          id: 'key_1',
          kind: 'secret',
          name: 'x',
          hash: 'h',
          hint: 'x',
          scopes: '[]',
          created_at: 'x',
        })
        .onConflict((oc) => oc.column('hash').doUpdateSet({ name: 'mine' })),
  },
  {
    because: 'a conflict that moves the row',
    run: (db, ws, other) =>
      db
        .insertInto('counter')
        .values(counter(ws))
        .onConflict((oc) => oc.columns(['workspace_id', 'name']).doUpdateSet({ workspace_id: other })),
  },
  { because: 'an update of everything', run: (db) => db.updateTable('counter').set({ value: 0 }) },
  {
    because: 'an update that moves rows',
    run: (db, ws, other) =>
      db.updateTable('counter').set({ workspace_id: other }).where('workspace_id', '=', ws),
  },
  {
    because: 'an update that moves rows to where they are',
    run: (db, ws) => db.updateTable('counter').set({ workspace_id: ws }).where('workspace_id', '=', ws),
  },
  {
    because: 'an update from a free table',
    run: (db, ws) =>
      db
        .updateTable('counter')
        .from('content')
        .set((eb) => ({ value: eb.ref('content.revision') }))
        .where('counter.workspace_id', '=', ws),
  },
  { because: 'a deletion of everything', run: (db) => db.deleteFrom('counter') },
  {
    because: 'a deletion by a free table',
    run: (db, ws) =>
      db
        .deleteFrom('counter')
        .where('workspace_id', '=', ws)
        .where((eb) => eb.exists(eb.selectFrom('content').select('id'))),
  },
  {
    because: 'what a write returns',
    run: (db, ws) =>
      db
        .updateTable('counter')
        .set({ value: 1 })
        .where('workspace_id', '=', ws)
        .returning((eb) => eb.selectFrom('contact').select('name').limit(1).as('name')),
  },
  {
    because: 'a merge',
    run: (db, ws) =>
      db
        .mergeInto('counter')
        .using('content', 'content.workspace_id', 'counter.workspace_id')
        .whenMatchedAnd('content.workspace_id', '=', ws)
        .thenDelete(),
  },
  { because: 'a schema statement', run: (db) => db.schema.dropTable('counter') },
  { because: 'another schema’s name', run: (db) => db.withSchema('main').selectFrom('contact').selectAll() },
];

/** Each stays in its workspace, and is of a kind that the query modules need. */
const ALLOWED: Case[] = [
  {
    because: 'a predicate',
    run: (db, ws) => db.selectFrom('contact').selectAll().where('workspace_id', '=', ws),
  },
  {
    because: 'the other way round, in an object, under a name',
    run: (db, ws) =>
      db
        .selectFrom('contact as c')
        .selectAll('c')
        .where((eb) => eb.and([eb(eb.val(ws), '=', eb.ref('c.workspace_id')), eb('c.visits', '>=', 0)])),
  },
  {
    because: 'and-ed fields',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .select('id')
        .where((eb) => eb.and({ workspace_id: ws, id: 'con_1' })),
  },
  {
    because: 'an or beside it',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .select('id')
        .where('workspace_id', '=', ws)
        .where((eb) => eb.or([eb('visits', '=', 0), eb('visits', '>', 3)])),
  },
  {
    because: 'ties, one after the other',
    run: (db, ws) =>
      db
        .selectFrom('response')
        .innerJoin('contact', (join) =>
          join
            .onRef('contact.workspace_id', '=', 'response.workspace_id')
            .onRef('contact.id', '=', 'response.contact_id'),
        )
        .leftJoin('account', (join) =>
          join
            .onRef('account.workspace_id', '=', 'contact.workspace_id')
            .onRef('account.id', '=', 'contact.account_id'),
        )
        .select(['response.id', 'account.name'])
        .where('response.workspace_id', '=', ws),
  },
  {
    because: 'the predicate in an inner join',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .innerJoin('account', (join) =>
          join.on('account.workspace_id', '=', ws).onRef('account.workspace_id', '=', 'contact.workspace_id'),
        )
        .select('account.name'),
  },
  {
    because: 'a control table beside it',
    run: (db, ws) =>
      db
        .selectFrom('account')
        .leftJoin('member', 'member.id', 'account.owner_id')
        .select('member.role')
        .where('account.workspace_id', '=', ws),
  },
  {
    because: 'a correlated subquery tied to the outer table',
    run: (db, ws) =>
      db
        .selectFrom('account')
        .select((eb) =>
          eb
            .selectFrom('contact')
            .select((n) => n.fn.countAll().as('n'))
            .whereRef('contact.workspace_id', '=', 'account.workspace_id')
            .as('n'),
        )
        .where('account.workspace_id', '=', ws),
  },
  {
    because: 'a common table expression that is confined',
    run: (db, ws) =>
      db
        .with('mine', (cte) => cte.selectFrom('contact').select('id').where('workspace_id', '=', ws))
        .selectFrom('mine')
        .selectAll(),
  },
  {
    because: 'a union of confined sides',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .select('id')
        .where('workspace_id', '=', ws)
        .union((eb) => eb.selectFrom('account').select('id').where('workspace_id', '=', ws)),
  },
  {
    because: 'raw expressions',
    run: (db, ws) =>
      db
        .selectFrom('contact')
        .select(sql`lower(contact.name)`.as('name'))
        .where('workspace_id', '=', ws)
        .where(sql<boolean>`lower(name) like ${'a%'} escape '\\'`),
  },
  { because: 'raw SQL about nothing of ours', run: (db) => bound(sql`select 1`, db) },
  { because: 'tables above workspaces', run: (db) => db.selectFrom('organisation').selectAll() },
  {
    because: 'an insert',
    run: (db, ws) =>
      db
        .insertInto('counter')
        .values(counter(ws))
        .onConflict((oc) => oc.doNothing()),
  },
  {
    because: 'an upsert',
    run: (db, ws) =>
      db
        .insertInto('counter')
        .values([counter(ws)])
        .onConflict((oc) =>
          oc
            .columns(['workspace_id', 'name'])
            .doUpdateSet((eb) => ({ value: eb('counter.value', '+', eb.ref('excluded.value')) })),
        ),
  },
  {
    because: 'insert … select within the workspace',
    run: (db, ws) =>
      db
        .insertInto('counter')
        .columns(['workspace_id', 'name', 'value'])
        .expression((eb) =>
          eb
            .selectFrom('counter')
            .select(['counter.workspace_id', 'name', 'value'])
            .where('workspace_id', '=', ws),
        )
        .onConflict((oc) => oc.doNothing()),
  },
  {
    because: 'an update from a table that is confined',
    run: (db, ws) =>
      db
        .updateTable('counter')
        .from('content')
        .set((eb) => ({ value: eb.ref('content.revision') }))
        .where('counter.workspace_id', '=', ws)
        .whereRef('content.workspace_id', '=', 'counter.workspace_id'),
  },
  {
    because: 'an update',
    run: (db, ws) =>
      db
        .updateTable('counter')
        .set((eb) => ({ value: eb('value', '+', 1) }))
        .where('workspace_id', '=', ws),
  },
  {
    because: 'a deletion',
    run: (db, ws) =>
      db.deleteFrom('counter').where('workspace_id', '=', ws).where('value', '<', 0).returning('name'),
  },
];

const bound = (raw: ReturnType<typeof sql>, db: Db) => ({ execute: () => raw.execute(db) });

describe('the statement guard', () => {
  let database: Database;
  let ws: string;
  let other: string;
  beforeAll(async () => {
    database = await openTestDatabase('sqlite');
    ({ workspaceId: ws } = await aWorkspace(database));
    ({ workspaceId: other } = await aWorkspace(database));
    const rows = [counter(ws), counter(other)];
    await internalsOf(database).root.insertInto('counter').values(rows).execute();
  });
  afterAll(() => database.close());

  test.each(REFUSED)('refuses: $because', async ({ run }) => {
    const writing = database.forWorkspace(ws).write(async (db) => void (await run(db, ws, other).execute()));
    await expect(writing).rejects.toThrow(RefusedStatement);
  });

  test.each(ALLOWED)('allows: $because', async ({ run }) => {
    await database.forWorkspace(ws).write(async (db) => void (await run(db, ws, other).execute()));
  });

  test('is what refuses: without it the same statements run (control)', async () => {
    const statements = REFUSED.filter(
      ({ because }) => because.startsWith('no predicate') || because === 'a deletion by a free table',
    );
    expect(statements).toHaveLength(2);
    for (const { run } of statements)
      await database
        .forWorkspace(ws)
        .write(async (db) => void (await run(db.withoutPlugins(), ws, other).execute()));
  });

  test('gives no answer to a statement that was compiled by hand', async () => {
    const reading = database
      .forWorkspace(ws)
      .read((db) => db.executeQuery(rawQuery('select * from counter')));
    await expect(reading).rejects.toThrow('compiled without a check');
    const compiled = await database.forWorkspace(ws).read((db) => {
      const query = db.selectFrom('counter').select('name').where('workspace_id', '=', ws).compile();
      return db.executeQuery(query);
    });
    expect(compiled.rows.length).toBeLessThanOrEqual(1);
  });

  test('streams what it has checked', async () => {
    const names = await database.forWorkspace(ws).read(async (db) => {
      const seen: string[] = [];
      for await (const row of db.selectFrom('workspace').select('id').where('id', '=', ws).stream())
        seen.push(row.id);
      return seen;
    });
    expect(names).toEqual([ws]);
  });

  test.each<Case>([
    { because: 'an insert', run: (db, id) => db.insertInto('counter').values(counter(id)) },
    {
      because: 'an update',
      run: (db, id) => db.updateTable('counter').set({ value: 1 }).where('workspace_id', '=', id),
    },
    { because: 'a deletion', run: (db, id) => db.deleteFrom('counter').where('workspace_id', '=', id) },
    {
      because: 'a change above workspaces',
      run: (db, id) => db.updateTable('workspace').set({ name: 'x' }).where('id', '=', id),
    },
    {
      because: 'a deletion inside a select',
      run: (db, id) =>
        db
          .with('gone', (cte) => cte.deleteFrom('counter').where('workspace_id', '=', id).returning('name'))
          .selectFrom('gone')
          .selectAll(),
    },
    { because: 'raw SQL that is no select', run: (db) => bound(sql`update workspace set name = 'x'`, db) },
  ])('of a read refuses $because', async ({ run }) => {
    const reading = database.forWorkspace(ws).read(async (db) => void (await run(db, ws, other).execute()));
    await expect(reading).rejects.toThrow(RefusedStatement);
  });

  test('of the recorder follows it and closes what it left', async () => {
    await database.record(async (tx) => {
      const one = await tx.enter(ws);
      await one.selectFrom('counter').select('name').where('workspace_id', '=', ws).execute();
      const two = await tx.enter(other);
      await expect(
        two.selectFrom('counter').select('name').where('workspace_id', '=', ws).execute(),
      ).rejects.toThrow('confined');
      await expect(
        one.selectFrom('counter').select('name').where('workspace_id', '=', ws).execute(),
      ).rejects.toThrow('has left');
      await expect(one.selectFrom('organisation').select('name').execute()).rejects.toThrow('has left');
    });
  });

  test('of the control handle keeps away from every tenant table', async () => {
    const control = database.control as unknown as Db;
    for (const statement of [
      control.selectFrom('contact').selectAll().where('workspace_id', '=', ws),
      control.insertInto('counter').values(counter(ws)),
      control
        .selectFrom('organisation')
        .select((eb) => eb.selectFrom('contact').select('name').limit(1).as('name')),
    ])
      await expect(statement.execute()).rejects.toThrow(RefusedStatement);
    await expect(
      database.control.transaction().execute((tx) => (tx as unknown as Db).deleteFrom('counter').execute()),
    ).rejects.toThrow(RefusedStatement);
    await control
      .selectFrom('workspace')
      .innerJoin('organisation', 'organisation.id', 'workspace.organisation_id')
      .select('workspace.id')
      .execute();
  });
});
