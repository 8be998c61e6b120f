import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenConstraint } from '../constraint.ts';
import type { Database } from '../database.ts';
import { internalsOf } from '../internals.ts';
import { themes as migration } from '../migrations/2026-11-22-w-themes.ts';
import { aWorkspace, DIALECTS, openTestDatabase } from '../testing.ts';
import * as themes from './themes.ts';
import * as workspaces from './workspaces.ts';

const AT = '2026-01-05T10:00:00.000Z';
const BY = { at: AT, member: 'mem_1' };
const aTheme = (over: Partial<themes.ThemeRecord> = {}): themes.ThemeRecord => ({
  id: 'thm_a',
  slug: 'brand',
  name: 'Brand',
  look: { accent: '#aa3366' },
  isDefault: false,
  createdAt: AT,
  updatedAt: AT,
  updatedBy: null,
  revision: 1,
  ...over,
});

describe.each(DIALECTS)('themes on %s', (dialect) => {
  let database: Database;
  let ws: string;
  beforeEach(async () => {
    database = await openTestDatabase(dialect, { isFresh: true });
    ({ workspaceId: ws } = await aWorkspace(database, { workspaceId: 'ws_1' }));
    await write((db) => themes.createDefault(db, ws, { radius: 4 }, AT));
  });
  afterEach(() => database.close());
  type Work<T> = Parameters<ReturnType<Database['forWorkspace']>['write']>[0] extends (db: infer D) => unknown
    ? (db: D) => Promise<T>
    : never;
  const write = <T>(work: Work<T>, id = ws) => database.forWorkspace(id).write(work);
  const listed = () => database.forWorkspace(ws).read((db) => themes.list(db, ws));
  const look = async () => (await workspaces.find(database.control, ws))?.theme;

  test('are listed with the default one first, and keep what was written', async () => {
    await write((db) => themes.create(db, ws, aTheme()));
    expect(await listed()).toMatchObject([
      { name: 'Default', isDefault: true, look: { radius: 4 } },
      aTheme(),
    ]);
    await write((db) => themes.update(db, ws, 'thm_a', { name: 'Ours', look: {} }, BY));
    expect((await listed())[1]).toMatchObject({ name: 'Ours', look: {}, updatedBy: 'mem_1', revision: 2 });
    await write((db) => themes.remove(db, ws, 'thm_a'));
    expect(await listed()).toHaveLength(1);
  });

  test('the workspace carries the look of the default one, whichever that is, and moves on in time', async () => {
    const before = (await workspaces.find(database.control, ws))!.updatedAt;
    await write((db) => themes.create(db, ws, aTheme()));
    await write((db) => themes.update(db, ws, 'thm_a', { look: { radius: 8 } }, BY));
    expect(await look()).toEqual({});
    await write((db) => themes.update(db, ws, 'thm_a', { isDefault: true }, BY));
    expect(await look()).toEqual({ radius: 8 });
    expect((await listed()).map(({ id, isDefault }) => [id, isDefault])).toEqual([
      ['thm_a', true],
      ['thm_1', false],
    ]);
    await write((db) => themes.update(db, ws, 'thm_a', { look: { radius: 12 } }, BY));
    expect(await look()).toEqual({ radius: 12 });
    expect((await workspaces.find(database.control, ws))!.updatedAt > before).toBe(true);
    await write((db) => themes.putDefaultLook(db, ws, { radius: 16 }, BY));
    expect((await listed())[0]).toMatchObject({ id: 'thm_a', look: { radius: 16 } });
  });

  test('a workspace has one default, and no two of one name', async () => {
    const refused = (theme: themes.ThemeRecord) =>
      write((db) => themes.create(db, ws, theme)).then(() => undefined, brokenConstraint);
    expect(await refused(aTheme({ isDefault: true }))).toBe('unique');
    expect(await refused(aTheme({ name: 'Default' }))).toBe('unique');
    expect(await refused(aTheme({ slug: 'default' }))).toBe('unique');
  });

  test('never cross workspaces', async () => {
    const { workspaceId: other } = await aWorkspace(database, { workspaceId: 'ws_2' });
    await write((db) => themes.create(db, other, aTheme()), other);
    expect((await listed()).map(({ id }) => id)).toEqual(['thm_1']);
  });

  test('what a workspace had as its look is its default theme after the migration', async () => {
    // without the rights that migrating as a whole gives afterwards
    const { root } = internalsOf(database);
    await sql`drop table theme`.execute(root);
    const set = sql`update workspace set theme = '{"accent":"#336699"}' where id = ${ws}`;
    await set.execute(root);
    await migration(dialect === 'postgres').up(root);
    expect(await themes.list(root, ws)).toMatchObject([
      { id: 'thm_1', slug: 'default', name: 'Default', isDefault: true, look: { accent: '#336699' } },
    ]);
    expect(await look()).toEqual({ accent: '#336699' });
  });
});
