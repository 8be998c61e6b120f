import { View, ViewCreate, ViewId, ViewQuery, ViewUpdate } from '@banso/contract/view';
import { audit, type Db, members, type SavedViewRecord, savedViews } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { withoutUndefined } from '../../without-undefined.ts';

const tags = ['views'];
const path = '/v1/views';
const Params = z.object({ id: ViewId });
const viewJson = json(View, 'The view');
/** Of one list, shared and personal ones together. */
const MOST = 100;

/** Saved views of lists: personal, or shared with the workspace. Mounted at the root: `/v1/views`. */
export const viewRoutes = ({ database, clock, newId }: Deps) => {
  const shown = async (c: Context<AppEnv>, records: readonly SavedViewRecord[]): Promise<View[]> => {
    const nameOf = await members.namesOf(database.control, c.var.workspaceId);
    return records.map(({ ownerId, isShared, page, query, ...record }) => ({
      ...record,
      page: page as View['page'],
      query: { ...query },
      shared: isShared,
      owner: { id: ownerId, name: nameOf(ownerId) ?? '' },
    }));
  };
  const answer = async (c: Context<AppEnv>, record: SavedViewRecord): Promise<View> => {
    const [view] = await shown(c, [record]);
    if (!view) throw new Error('A view is always shown');
    return view;
  };
  const writeDown = (c: Context<AppEnv>, db: Db, act: string, { id, name, isShared }: SavedViewRecord) =>
    audit.append(db, c.var.workspaceId, {
      at: clock.now(),
      principal: c.var.principal,
      action: `view.${act}`,
      target: id,
      change: { name, shared: isShared },
    });

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'List the views of one list: your own and those that are shared, the oldest first',
        request: { query: ViewQuery },
        responses: { 200: json(z.object({ data: z.array(View) }), 'Every view') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { page } = c.req.valid('query');
        const records = await database
          .forWorkspace(workspaceId)
          .read((db) => savedViews.list(db, workspaceId, page, principal.id));
        return c.json({ data: await shown(c, records) }, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path,
        tags,
        summary: 'Save a view',
        description:
          '`query` is the state of the list as its address has it. A shared view is seen, and can be changed, by everybody who may; a personal one by nobody else.',
        request: { body: body(ViewCreate) },
        responses: { 201: viewJson },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { page, name, query, shared } = c.req.valid('json');
        const at = clock.now();
        const record: SavedViewRecord = {
          id: newId('viw'),
          page,
          name,
          query,
          ownerId: principal.id,
          isShared: shared,
          createdAt: at,
          updatedAt: at,
        };
        await database.forWorkspace(workspaceId).write(async (db) => {
          const known = await savedViews.list(db, workspaceId, page, principal.id);
          if (known.length >= MOST) throw new AppError('conflict', `A list keeps ${MOST} views at most.`);
          await savedViews.put(db, workspaceId, record);
          await writeDown(c, db, 'create', record);
        });
        return c.json(await answer(c, record), 201);
      },
    )
    .openapi(
      operation('write', {
        method: 'patch',
        path: `${path}/{id}`,
        tags,
        summary: 'Rename a view, change what it shows, or share it',
        request: { params: Params, body: body(ViewUpdate) },
        responses: { 200: viewJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const { shared, ...change } = c.req.valid('json');
        const record = await database.forWorkspace(workspaceId).write(async (db) => {
          const found = await get(c, db, id);
          const to = {
            ...found,
            ...withoutUndefined(change),
            // nobody takes a shared view away into somebody else's own ones
            isShared: found.ownerId === c.var.principal.id ? (shared ?? found.isShared) : found.isShared,
            updatedAt: clock.now(),
          };
          await savedViews.put(db, workspaceId, to);
          await writeDown(c, db, 'update', to);
          return to;
        });
        return c.json(await answer(c, record), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'delete',
        path: `${path}/{id}`,
        tags,
        summary: 'Delete a view',
        request: { params: Params },
        responses: { 204: { description: 'It is gone' } },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        await database.forWorkspace(workspaceId).write(async (db) => {
          const found = await get(c, db, id);
          await savedViews.remove(db, workspaceId, id);
          await writeDown(c, db, 'delete', found);
        });
        return c.body(null, 204);
      },
    );
};

/** A view that whoever asks sees. @throws {AppError} `not_found` */
async function get(c: Context<AppEnv>, db: Db, id: string): Promise<SavedViewRecord> {
  const { workspaceId, principal } = c.var;
  const found = await savedViews.find(db, workspaceId, id, principal.id);
  if (!found) throw new AppError('not_found', 'There is no such view.');
  return found;
}
