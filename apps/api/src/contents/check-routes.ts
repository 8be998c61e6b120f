import { common } from '@banso/contract';
import * as editorial from '@banso/contract/editorial';
import {
  audit,
  type ContentRecord,
  contents,
  type Db,
  progress,
  segments,
  themes,
  workspaces,
} from '@banso/database';
import type { LiveNeighbour } from '@banso/domain/content';
import { publishProblems, publishWarnings } from '@banso/domain/content';
import type { Deps } from '../app-env.ts';
import { json, operation, router } from '../operation.ts';
import { answeredAt } from '../recorder/answered.ts';
import { cursorOf, pageOf } from '../paging.ts';
import { contentDesk } from './desk.ts';
import type { Kind } from './kinds.ts';
import type { Act } from './lifecycle.ts';

/** What is worth knowing before a publication, and what became of those before. Mounted once for each kind. */
export function checkRoutes(deps: Deps, kind: Kind) {
  const { database } = deps;
  const { path, tags, Params, reading } = contentDesk(deps, kind);
  const actions = editorial.LOG_ACTS.map((act) => `${kind.kind}.${act}`);

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/{id}/checks`,
        tags,
        summary: 'Check the draft before it is published',
        description:
          'Problems keep it from being published; warnings do not. Of a checklist it also counts who is in the middle of it.',
        request: { params: Params },
        responses: { 200: json(editorial.Checks, 'What to mend, what to look at, and who is in the middle') },
      }),
      async (c) => {
        const workspace = await workspaces.find(database.control, c.var.workspaceId);
        const checks = await reading(c, c.req.valid('param').id, async (record, act, db) => ({
          problems: publishProblems(record.kind, record.draft),
          warnings: publishWarnings(record.kind, record.draft, {
            now: act.at,
            theme: workspace?.theme ?? {},
            themes: await themes.looks(db, act.workspaceId),
            live: await liveBeside(db, act, record),
            before: await liveOf(db, act, record),
            answered: await answersOf(db, act, record),
            segments: await segments.conditions(db, act.workspaceId),
          }),
          midway:
            record.kind === 'checklist' ? await progress.countMidway(db, act.workspaceId, record.id) : null,
        }));
        return c.json(checks, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/{id}/log`,
        tags,
        summary: 'List what was done with it, newest first: reviews, publications, pauses',
        request: { params: Params, query: common.PageQuery },
        responses: { 200: json(common.page(editorial.LogEntry), 'A page of entries') },
      }),
      async (c) => {
        const { limit, cursor } = c.req.valid('query');
        const before = cursorOf(cursor, 'aud');
        const found = await reading(c, c.req.valid('param').id, ({ id }, { workspaceId }, db) =>
          audit.list(db, workspaceId, { before, limit: limit + 1, about: { target: id, actions } }),
        );
        return c.json(pageOf(found, limit, logEntry), 200);
      },
    );
}

type Entry = Awaited<ReturnType<typeof audit.list>>[number];

function logEntry({ id, at, actor, action, change }: Entry): editorial.LogEntry {
  const act = editorial.LOG_ACTS.find((known) => action.endsWith(`.${known}`)) ?? 'publish';
  const { version, note, comment } = change;
  const said = [note, comment].find((words) => typeof words === 'string');
  return {
    id,
    at,
    by: { kind: actor.kind, name: actor.name },
    act,
    version: typeof version === 'number' ? version : null,
    note: typeof said === 'string' ? said : '',
  };
}

/** What customers see of it now, or saw last; undefined: nothing yet. */
async function liveOf(db: Db, act: Act, { id, version }: ContentRecord) {
  return version === null ? undefined : (await contents.findVersion(db, act.workspaceId, id, version))?.draft;
}

/** How many have answered what has a quota. */
async function answersOf(db: Db, { workspaceId, at }: Act, { id, draft }: ContentRecord) {
  const { quota, waves } = draft.delivery;
  if (quota === undefined) return undefined;
  return (await answeredAt(db, workspaceId, [{ id, quota, waves }], at)).get(id);
}

/** What customers can see beside this content. */
async function liveBeside(db: Db, act: Act, { id }: ContentRecord): Promise<LiveNeighbour[]> {
  const published = await contents.listPublished(db, act.workspaceId, act.at);
  return published
    .filter(({ id: other, status, draft: { delivery } }) => {
      const { startsAt, endsAt } = delivery;
      const isOn = (startsAt ?? '') <= act.at && (endsAt === undefined || endsAt > act.at);
      return other !== id && status === 'published' && isOn;
    })
    .map(({ id: other, kind, name, draft }) => ({ ...draft, id: other, kind, name }));
}
