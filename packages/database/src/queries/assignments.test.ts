import type { UnitGroup } from '@banso/domain/experiment';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';
import { aContact, aContent, anAccount, aWorkspace, DIALECTS, openTestDatabase } from '../testing.ts';
import type { AssignmentRecord } from './assignments.ts';
import * as renewals from './renewals.ts';
import { add, answers, groups, listKnown } from './assignments.ts';

const AT = '2026-03-05T10:00:00.000Z';

describe.each(DIALECTS)('assignments on %s', (dialect) => {
  let database: Database;
  let ws: string;
  let aoba: string;
  let mika: string;
  beforeAll(async () => void (database = await openTestDatabase(dialect)));
  afterAll(() => database.close());
  beforeEach(async () => {
    ({ workspaceId: ws } = await aWorkspace(database));
    aoba = await anAccount(database, ws);
    mika = await aContact(database, ws, { account_id: aoba });
    for (const id of ['chk_a', 'chk_b']) await aContent(database, ws, { id, kind: 'checklist' });
  });

  const write: ReturnType<Database['forWorkspace']>['write'] = (work) =>
    database.forWorkspace(ws).write(work);
  const of = (over: Partial<AssignmentRecord> = {}): AssignmentRecord => ({
    experiment: 'chk_a',
    unit: 'account',
    unitId: aoba,
    arm: 'content',
    version: 1,
    at: AT,
    ...over,
  });
  const assign = (...made: AssignmentRecord[]) => write((db) => add(db, ws, made));
  const read = (over: Partial<Parameters<typeof groups>[2]> = {}) =>
    database
      .forWorkspace(ws)
      .read((db) =>
        groups(db, ws, { experiment: 'chk_a', unit: 'account', goal: 'export', since: undefined, ...over }),
      );
  const counted = (subject_id: string, day: string, name = 'export') =>
    write((db) =>
      db.insertInto('event_count').values({ workspace_id: ws, subject_id, name, day, count: 1 }).execute(),
    );
  const state = (contact_id: string, over: Partial<Tables['content_state']>) =>
    write((db) =>
      db
        .insertInto('content_state')
        .values({
          workspace_id: ws,
          contact_id,
          content_id: 'chk_a',
          attempts: 0,
          last_claimed_at: null,
          last_shown_at: null,
          opened_at: null,
          last_dismissed_at: null,
          last_answered_at: null,
          completed_at: null,
          snoozed_until: null,
          opted_out: 0,
          ...over,
        })
        .execute(),
    );
  const aGroup = (over: Partial<UnitGroup> = {}): UnitGroup => ({
    arm: 'content',
    assignedOn: '2026-03-05',
    goalOn: null,
    hadGoal: false,
    exposed: false,
    finished: false,
    lost: false,
    decided: null,
    openDueOn: null,
    count: 1,
    ...over,
  });

  test('stay what they were first', async () => {
    await assign(of());
    await assign(of({ arm: 'control', at: '2026-03-09T00:00:00.000Z', version: 2 }));
    expect(await read()).toEqual([aGroup()]);
    const known = await database
      .forWorkspace(ws)
      .read((db) => listKnown(db, ws, [of(), of({ experiment: 'chk_b' }), of({ unitId: 'acc_none' })]));
    expect(known).toEqual([{ experiment: 'chk_a', unitId: aoba, arm: 'content' }]);
  });

  test('are counted with the first day of the goal, what people of the account did, and whether it has left', async () => {
    const beni = await anAccount(database, ws, { lifecycle: 'churned' });
    await assign(of(), of({ unitId: beni, arm: 'control' }));
    await counted(aoba, '2026-03-09');
    await counted(aoba, '2026-03-05');
    await counted(beni, '2026-03-04');
    await counted(beni, '2026-03-06', 'other');
    await state(mika, { last_shown_at: AT, completed_at: AT });
    expect(await read()).toEqual(
      expect.arrayContaining([
        aGroup({ goalOn: '2026-03-05', exposed: true, finished: true }),
        aGroup({ arm: 'control', hadGoal: true, lost: true }),
      ]),
    );
  });

  const renewal = (accountId: string, dueDate: string, outcome: 'renewed' | 'churned' = 'renewed') =>
    database.forWorkspace(ws).write((db) =>
      renewals.add(db, ws, {
        id: `ren_${accountId}_${dueDate}`,
        accountId,
        dueDate,
        outcome,
        decidedOn: dueDate,
        decidedAt: AT,
        decidedBy: null,
        amountBefore: null,
        amountAfter: null,
        nextDueDate: null,
        lifecycleBefore: 'adopting',
      }),
    );

  test('have the first renewal that came due after them, and the open one', async () => {
    const [beni, chika] = [
      await anAccount(database, ws, { renewal_date: '2026-03-05' }),
      await anAccount(database, ws, { renewal_date: '2027-03-06' }),
    ];
    await assign(of(), of({ unitId: beni, arm: 'control' }), of({ unitId: chika, arm: 'control' }));
    await renewal(aoba, '2026-03-05');
    await renewal(aoba, '2026-06-05', 'churned');
    await renewal(aoba, '2026-05-05');
    expect(await read()).toEqual(
      expect.arrayContaining([
        aGroup({ decided: { dueOn: '2026-05-05', outcome: 'renewed' } }),
        // came due on the day of the assignment, before anything could be done about it
        aGroup({ arm: 'control' }),
        aGroup({ arm: 'control', openDueOn: '2027-03-06' }),
      ]),
    );
  });

  test('of people have the renewals of the account that they belong to now', async () => {
    const nobodys = await aContact(database, ws, { account_id: null });
    await assign(of({ unit: 'contact', unitId: mika }), of({ unit: 'contact', unitId: nobodys }));
    await renewal(aoba, '2026-04-01', 'churned');
    expect(await read({ unit: 'contact' })).toEqual(
      expect.arrayContaining([
        aGroup({ lost: null, decided: { dueOn: '2026-04-01', outcome: 'churned' } }),
        aGroup({ lost: null }),
      ]),
    );
  });

  test('are of people where people are assigned, and neither of another content nor of another workspace', async () => {
    const jun = await aContact(database, ws, { account_id: aoba });
    await assign(
      of({ unit: 'contact', unitId: mika }),
      of({ unit: 'contact', unitId: jun }),
      of({ experiment: 'chk_b', unit: 'contact', unitId: jun }),
    );
    await state(mika, { last_answered_at: AT, opened_at: AT });
    await state(jun, { content_id: 'chk_b', opened_at: AT });
    await counted(jun, '2026-03-07');
    expect(await read({ unit: 'contact' })).toEqual(
      expect.arrayContaining([
        aGroup({ exposed: true, finished: true, lost: null }),
        aGroup({ goalOn: '2026-03-07', lost: null }),
      ]),
    );
    expect(await read()).toEqual([]);
    const { workspaceId: other } = await aWorkspace(database);
    const foreign = await database
      .forWorkspace(other)
      .read((db) => groups(db, other, { experiment: 'chk_a', unit: 'contact', goal: 'export' }));
    expect(foreign).toEqual([]);
  });

  test('are read from the start of the experiment on', async () => {
    await assign(of());
    expect(await read({ since: AT })).toHaveLength(1);
    expect(await read({ since: '2026-03-05T10:00:00.001Z' })).toEqual([]);
  });

  test('of the whole workspace look at what was seen of any content', async () => {
    await assign(of({ experiment: 'workspace' }));
    await state(mika, { content_id: 'chk_b', last_shown_at: AT });
    expect(await read({ experiment: 'workspace' })).toEqual([aGroup({ exposed: true })]);
  });

  test('add up to all units, each in the arm that was written first', async () => {
    const accounts: string[] = [];
    for (let n = 0; n < 6; n += 1) accounts.push(await anAccount(database, ws));
    const someone = fc.record({
      unitId: fc.constantFrom(...accounts),
      arm: fc.constantFrom('control' as const, 'content' as const),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { maxLength: 20 }), async (made) => {
        run += 1;
        const experiment = `chk_${run}`;
        for (const one of made) await assign(of({ ...one, experiment }));
        const first = new Map(made.toReversed().map(({ unitId, arm }) => [unitId, arm]));
        const found = await read({ experiment });
        for (const arm of ['control', 'content'])
          expect(found.filter((one) => one.arm === arm).reduce((sum, { count }) => sum + count, 0)).toBe(
            [...first.values()].filter((mine) => mine === arm).length,
          );
      }),
      { numRuns: 15 },
    );
  });

  test('answers are those after the assignment: the latest of each person, by arm, and none on a way that was left', async () => {
    await aContent(database, ws, { id: 'srv_a', kind: 'survey' });
    const jun = await aContact(database, ws, { account_id: aoba });
    const toSurvey = { experiment: 'srv_a', unit: 'contact' as const };
    await assign(of({ ...toSurvey, unitId: mika, arm: 'b' }), of({ ...toSurvey, unitId: jun }));
    const given = [
      { id: 'rsp_0', by: mika, number: 1, at: '2026-03-01T10:00:00.000Z' },
      { id: 'rsp_1', by: mika, number: 3, at: '2026-03-06T10:00:00.000Z' },
      { id: 'rsp_2', by: mika, number: 9, at: '2026-03-07T10:00:00.000Z' },
      { id: 'rsp_3', by: jun, number: 7, at: '2026-03-06T10:00:00.000Z' },
      { id: 'rsp_4', by: jun, number: 2, at: '2026-03-08T10:00:00.000Z', walked: 0 as const },
    ];
    for (const { id, by, number, at, walked = 1 } of given)
      await write(async (db) => {
        const origin = { workspace_id: ws, contact_id: by, account_id: aoba, locale: 'en', answered_at: at };
        await db
          .insertInto('response')
          .values({ ...origin, id, content_id: 'srv_a', version: 1, verified: 1 })
          .execute();
        await db
          .insertInto('response_answer')
          .values({ workspace_id: ws, response_id: id, question: 'score', number, walked, answered_at: at })
          .execute();
      });
    const read = (over: Partial<Parameters<typeof answers>[2]> = {}) =>
      database
        .forWorkspace(ws)
        .read((db) => answers(db, ws, { ...toSurvey, question: 'score', since: undefined, ...over }));
    expect(await read()).toEqual([
      { arm: 'b', number: 9, count: 1 },
      { arm: 'content', number: 7, count: 1 },
    ]);
    expect(await read({ question: 'other' })).toEqual([]);
    expect(await read({ since: '2026-03-06T00:00:00.000Z' })).toEqual([]);
    await assign(of({ experiment: 'srv_a', unit: 'account', unitId: aoba, arm: 'c' }));
    expect(await read({ unit: 'account' })).toEqual([
      { arm: 'c', number: 7, count: 1 },
      { arm: 'c', number: 9, count: 1 },
    ]);
  });
});
