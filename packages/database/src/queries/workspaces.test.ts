import { DEFAULT_BUDGET } from '@banso/domain/decide';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { aWorkspace, DIALECTS, openTestDatabase } from '../testing.ts';
import * as workspaces from './workspaces.ts';

const AT = '2026-01-05T10:00:00.000Z';
const LATER = '2026-02-01T00:00:00.000Z';

describe.each(DIALECTS)('workspaces on %s', (dialect) => {
  let database: Database;
  let organisationId: string;
  let first: string;
  beforeEach(async () => {
    database = await openTestDatabase(dialect);
    ({ organisationId, workspaceId: first } = await aWorkspace(database, { workspaceId: 'ws_1' }));
  });
  afterEach(() => database.close());

  const aNew = (over: Partial<workspaces.WorkspaceRecord> = {}): workspaces.WorkspaceRecord => ({
    id: 'ws_2',
    organisationId,
    name: 'Staging',
    identityMode: 'measure',
    defaultLocale: 'ja',
    locales: ['ja', 'en'],
    timeZone: 'Asia/Tokyo',
    theme: { accent: '#336699', radius: 8 },
    decisionRetentionDays: 90,
    fatigue: DEFAULT_BUDGET,
    requireApproval: true,
    holdout: null,
    replyMail: null,
    createdAt: AT,
    updatedAt: AT,
    ...over,
  });

  test('give back what was created', async () => {
    await workspaces.create(database.control, aNew());
    expect(await workspaces.find(database.control, 'ws_2')).toEqual(aNew());
    expect(await workspaces.find(database.control, 'ws_none')).toBeUndefined();
  });

  test('are listed by organisation, oldest first, page by page', async () => {
    await workspaces.create(database.control, aNew());
    await aWorkspace(database, { workspaceId: 'ws_0' });
    const list = async (page: { after?: string; limit: number }) =>
      (await workspaces.list(database.control, organisationId, page)).map((workspace) => workspace.id);
    expect(await list({ limit: 10 })).toEqual([first, 'ws_2']);
    expect(await list({ limit: 1 })).toEqual([first]);
    expect(await list({ limit: 1, after: first })).toEqual(['ws_2']);
    expect(await workspaces.listIds(database.control, organisationId)).toEqual([first, 'ws_2']);
    expect(await workspaces.listIds(database.control)).toEqual(['ws_0', first, 'ws_2']);
  });

  test('keep the rules of the budget that they set, and follow the defaults in the others', async () => {
    await workspaces.create(database.control, aNew());
    const fatigue = { ...DEFAULT_BUDGET, perSession: null, quietDays: [6, 7] as const };
    await workspaces.update(database.control, 'ws_2', AT, { fatigue }, LATER);
    expect((await workspaces.find(database.control, 'ws_2'))?.fatigue).toEqual(fatigue);
    const stored = database.control.selectFrom('workspace').select('fatigue').where('id', '=', 'ws_2');
    expect(JSON.parse((await stored.executeTakeFirstOrThrow()).fatigue)).toEqual({
      perSession: null,
      quietDays: [6, 7],
    });
  });

  test('change only what is given, and only what the caller has seen', async () => {
    await workspaces.create(database.control, aNew());
    const change = { name: 'Test', locales: ['ja'] };
    expect(await workspaces.update(database.control, 'ws_2', AT, change, LATER)).toBe(true);
    expect(await workspaces.update(database.control, 'ws_2', AT, { name: 'Lost' }, LATER)).toBe(false);
    expect(await workspaces.find(database.control, 'ws_2')).toEqual(aNew({ ...change, updatedAt: LATER }));
    expect((await workspaces.find(database.control, first))?.name).toBe('Production');
  });
});
