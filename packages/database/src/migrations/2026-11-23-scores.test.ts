import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { aContact, aContent, anAccount, aWorkspace } from '../builders.ts';
import { internalsOf } from '../internals.ts';
import { ensureAppRole } from '../postgres-role.ts';
import { histogramIn, histogramsBy, histogramsIn, pairsAcross } from '../queries/scores.ts';
import { DIALECTS, openTestDatabase } from '../testing.ts';
import { scoreSegments } from './2026-11-23-scores.ts';

const said = (score: number) => Array.from({ length: 11 }, (_, each) => (each === score ? 1 : 0));

test.each(DIALECTS)('what was answered before is counted as well, on %s', async (dialect) => {
  const database = await openTestDatabase(dialect, { isFresh: true });
  const { workspaceId: ws } = await aWorkspace(database);
  const account = await anAccount(database, ws, { plan: 'team', lifecycle: 'adopting' });
  const [mika, jun] = [await aContact(database, ws), await aContact(database, ws)];
  const survey = await aContent(database, ws);
  const root = internalsOf(database).root as Kysely<any>;
  await sql`drop table score_segment`.execute(root);
  await sql`create table score_total (workspace_id text)`.execute(root);
  for (const column of ['account_plan', 'account_owner', 'account_lifecycle', 'decides'])
    // oxlint-disable-next-line banso/no-dynamic-sql -- one of the names above
    await sql`alter table response drop column ${sql.ref(column)}`.execute(root);

  const answers = [
    {
      id: 'rsp_1',
      by: mika,
      account,
      score: 3,
      at: '2026-01-05T10:20:00.000Z',
      next: '2026-03-07T09:05:00.000Z',
    },
    { id: 'rsp_2', by: mika, account, score: 9, at: '2026-03-07T09:05:00.000Z', next: null },
    { id: 'rsp_3', by: jun, account: null, score: 7, at: '2026-03-06T23:59:00.000Z', next: null },
  ];
  await database.forWorkspace(ws).write(async (db) => {
    for (const { id, by, account: of, score, at, next } of answers) {
      const given = { workspace_id: ws, answered_at: at };
      await db
        .insertInto('response')
        .values({
          ...given,
          id,
          content_id: survey,
          version: 1,
          contact_id: by,
          account_id: of,
          locale: 'ja',
          verified: 1,
          score,
          score_question: 'score',
          score_at: at,
          superseded_at: next,
        })
        .execute();
      for (const [question, number] of [
        ['score', score],
        ['effort', 6],
      ] as const)
        await db
          .insertInto('response_answer')
          .values({ ...given, response_id: id, question, number, walked: id === 'rsp_3' ? 0 : 1 })
          .execute();
    }
  });
  await sql`
    insert into score_hour (workspace_id, content_id, hour, version, locale, verified, score, count, latest)
    values (${ws}, ${survey}, '2026-03-07T09:00:00.000Z', 1, 'ja', 1, 9, 1, 1)`.execute(root);
  await internalsOf(database).asOwner(async (db) => {
    await scoreSegments(dialect === 'postgres').up(db);
    if (dialect === 'postgres') await ensureAppRole(db);
  });

  const all = { from: '2026-01-01T00:00:00.000Z', to: '2026-04-01T00:00:00.000Z' };
  const [before, after] = [
    { from: '2026-01-01T00:00:00.000Z', to: '2026-03-01T00:00:00.000Z' },
    { from: '2026-03-01T00:00:00.000Z', to: '2026-03-07T09:00:00.000Z' },
  ];
  await database.forWorkspace(ws).read(async (db) => {
    const latest = said(9).map((n, score) => n + (score === 7 ? 1 : 0));
    expect(await histogramIn(db, ws, survey, all)).toEqual(latest);
    expect(await histogramsIn(db, ws, survey, [before, after])).toEqual([said(3), said(7)]);
    expect(await histogramsBy(db, ws, survey, all, 'plan')).toEqual(
      new Map([
        ['', said(7)],
        ['team', said(9)],
      ]),
    );
    expect(await histogramsBy(db, ws, survey, before, 'account')).toEqual(new Map([[account, said(3)]]));
    // of other questions every answer counts, and none on a way that was left
    expect(await histogramIn(db, ws, survey, all, { question: 'effort' })).toEqual(said(6).map((n) => 2 * n));
    expect(
      await pairsAcross(
        db,
        ws,
        survey,
        { before, after: { from: before.to, to: all.to } },
        { verified: true },
      ),
    ).toEqual([{ before: 3, after: 9, count: 1 }]);
  });
  await database.close();
});
