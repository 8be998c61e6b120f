import { common } from '@banso/contract';
import { MAX_TEAMS, Team, TeamCreate, TeamList, TeamUpdate } from '@banso/contract/team';
import {
  audit,
  brokenConstraint,
  caseSettings,
  type Db,
  members,
  type TeamRecord,
  teams,
} from '@banso/database';
import { CASE_CAUSES } from '@banso/domain/cases';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { AppError, invalidField } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { etagOf, requiredRevision } from '../../revision.ts';
import { withoutUndefined } from '../../without-undefined.ts';

const tags = ['teams'];
const path = '/v1/teams';
const Params = z.object({ id: common.TeamId });
const IfMatch = z.object({ 'if-match': z.string().optional() });
const teamJson = json(Team, 'The team; the ETag guards the next change');

/** Named groups of members, whom cases are for. Mounted at the root: `/v1/teams`. */
export const teamRoutes = ({ database, clock, newId }: Deps) => {
  const checkMembers = async (workspaceId: string, memberIds: readonly string[] = []) => {
    const nameOf = await members.namesOf(database.control, workspaceId);
    const stray = memberIds.findIndex((id) => nameOf(id) === undefined);
    if (stray >= 0) throw invalidField(`memberIds.${stray}`, 'unknown', 'there is no such member');
  };
  const writing = <T>(c: Context<AppEnv>, work: (db: Db) => Promise<T>): Promise<T> =>
    database
      .forWorkspace(c.var.workspaceId)
      .write(work)
      .catch((error: unknown) => {
        throw brokenConstraint(error) === 'unique'
          ? invalidField('name', 'taken', 'another team has this name')
          : error;
      });
  const writeDown = (c: Context<AppEnv>, db: Db, act: string, id: string, change: Record<string, unknown>) =>
    audit.append(db, c.var.workspaceId, {
      at: clock.now(),
      principal: c.var.principal,
      action: `team.${act}`,
      target: id,
      change,
    });
  const get = async (db: Db, workspaceId: string, id: string): Promise<TeamRecord> => {
    const found = await teams.find(db, workspaceId, id);
    if (!found) throw new AppError('not_found', 'There is no such team.');
    return found;
  };

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'List the teams by name, archived ones among them',
        description: `A workspace keeps ${MAX_TEAMS} at most; they come all at once.`,
        responses: { 200: json(TeamList, 'Every team') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const all = await database.forWorkspace(workspaceId).read((db) => teams.list(db, workspaceId));
        return c.json({ data: all.map(shown) }, 200);
      },
    )
    .openapi(
      operation('administer', {
        method: 'post',
        path,
        tags,
        summary: 'Make a team',
        request: { body: body(TeamCreate) },
        responses: { 201: teamJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { name, memberIds } = c.req.valid('json');
        await checkMembers(workspaceId, memberIds);
        const at = clock.now();
        const team: TeamRecord = {
          id: newId('tea'),
          name,
          memberIds,
          archivedAt: null,
          createdAt: at,
          updatedAt: at,
          revision: 1,
        };
        await writing(c, async (db) => {
          if ((await teams.list(db, workspaceId)).length >= MAX_TEAMS)
            throw new AppError('conflict', `A workspace keeps ${MAX_TEAMS} teams at most.`);
          await teams.add(db, workspaceId, team);
          await writeDown(c, db, 'create', team.id, { name, memberIds });
        });
        c.header('etag', etagOf(team.revision));
        return c.json(shown(team), 201);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/{id}`,
        tags,
        summary: 'Read a team',
        request: { params: Params },
        responses: { 200: teamJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const found = await database.forWorkspace(workspaceId).read((db) => get(db, workspaceId, id));
        c.header('etag', etagOf(found.revision));
        return c.json(shown(found), 200);
      },
    )
    .openapi(
      operation('administer', {
        method: 'patch',
        path: `${path}/{id}`,
        tags,
        summary: 'Rename a team, put members in, or archive it',
        description:
          'An archived team keeps its cases and gets no new ones. It is refused while the rules of cases name it.',
        request: { params: Params, headers: IfMatch, body: body(TeamUpdate) },
        responses: { 200: teamJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const { archived, ...change } = c.req.valid('json');
        await checkMembers(workspaceId, change.memberIds);
        const after = await writing(c, async (db) => {
          const before = await get(db, workspaceId, id);
          requiredRevision(c, before.revision);
          const at = clock.now();
          if (archived && before.archivedAt === null) await requireUnnamed(db, workspaceId, id);
          const archivedAt =
            archived === undefined ? before.archivedAt : archived ? (before.archivedAt ?? at) : null;
          const to = { ...before, ...withoutUndefined(change), archivedAt, updatedAt: at };
          if (!(await teams.update(db, workspaceId, to)))
            throw new AppError('conflict', 'Somebody else changed the team meanwhile.');
          await writeDown(c, db, 'update', id, { ...change, archived });
          return { ...to, revision: to.revision + 1 };
        });
        c.header('etag', etagOf(after.revision));
        return c.json(shown(after), 200);
      },
    );
};

/** @throws {AppError} `conflict` while new cases are for the team. */
async function requireUnnamed(db: Db, workspaceId: string, id: string): Promise<void> {
  const { targets } = (await caseSettings.get(db, workspaceId)).settings;
  if (CASE_CAUSES.some((cause) => targets[cause].teamId === id))
    throw new AppError('conflict', 'New cases are for this team: change the rules of cases first.');
}

const shown = ({ memberIds, archivedAt, revision: _, ...team }: TeamRecord): Team => ({
  ...team,
  memberIds: [...memberIds],
  archived: archivedAt !== null,
});
