import { common, MEMBER_PERMISSIONS, organisation, permissionsOf } from '@banso/contract';
import type { PermissionOverrides, Role } from '@banso/contract';
import {
  audit,
  cases,
  members,
  organisations,
  notices,
  savedViews,
  tasks,
  teams,
  users,
  workspaces,
} from '@banso/database';
import type { Db, MemberRecord } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Deps, Principal } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { cursorOf, pageOf } from '../../paging.ts';
import { theMember } from '../../principal.ts';
import { reaches, roleOf } from '../../roles.ts';

const tags = ['members'];
const Params = z.object({ id: common.MemberId });

type Actor = Extract<Principal, { kind: 'member' }>;

/** The people of one's own organisation. Mounted at the root: `/v1/members`. */
export function memberRoutes({ database, clock }: Deps) {
  const shown = ({ id, name, email, role, overrides, createdAt, lastSeenAt }: MemberRecord) => ({
    id,
    name,
    email,
    role: roleOf(role),
    overrides,
    permissions: permissionsOf(roleOf(role), overrides),
    createdAt,
    lastSeenAt,
  });

  async function get(organisationId: string, id: string): Promise<MemberRecord> {
    const found = await members.find(database.control, organisationId, id);
    if (!found) throw noMember();
    return found;
  }

  return router()
    .openapi(
      operation('organisation:read', {
        method: 'get',
        path: '/v1/members',
        tags,
        summary: 'List members, who joined first comes first',
        request: { query: common.PageQuery },
        responses: { 200: json(common.page(organisation.Member), 'A page of members') },
      }),
      async (c) => {
        const { limit, cursor } = c.req.valid('query');
        const page = { after: cursorOf(cursor, 'mem'), limit: limit + 1 };
        const found = await members.list(database.control, theMember(c).organisationId, page);
        return c.json(pageOf(found, limit, shown), 200);
      },
    )
    .openapi(
      operation('organisation:read', {
        method: 'get',
        path: '/v1/members/{id}',
        tags,
        summary: 'Read a member',
        request: { params: Params },
        responses: { 200: json(organisation.Member, 'The member') },
      }),
      async (c) => c.json(shown(await get(theMember(c).organisationId, c.req.valid('param').id)), 200),
    )
    .openapi(
      operation('organisation:administer', {
        method: 'patch',
        path: '/v1/members/{id}',
        tags,
        summary: 'Give a member another role or other rights; it counts from their next request on',
        description:
          'Nobody gives more than they have, or changes somebody above them. The last owner stays one. `overrides` give or deny the reading of what customers write, and replying to it, whatever the role says; whoever may not read may not reply.',
        request: { params: Params, body: body(organisation.MemberUpdate) },
        responses: { 200: json(organisation.Member, 'The member') },
      }),
      async (c) => {
        const actor = theMember(c);
        const { id } = c.req.valid('param');
        const { role, overrides } = c.req.valid('json');
        await database.forWorkspace(actor.organisationId).write(async (db) => {
          const member = await lockedMember(db, actor, id);
          const next = role ?? member.role;
          const { read_texts = member.overrides.read_texts, reply = member.overrides.reply } =
            overrides ?? {};
          const given = { read_texts, reply };
          requireReach(
            actor,
            { role: member.role, overrides: member.overrides },
            { role: next, overrides: given },
          );
          if (role !== undefined) {
            if (role !== 'owner') await requireAnotherOwner(db, member);
            await members.setRole(db, actor.organisationId, id, role);
            await audit.append(db, actor.organisationId, {
              at: clock.now(),
              principal: actor,
              action: 'member.change_role',
              target: id,
              change: { from: member.role, to: role },
            });
          }
          if (overrides === undefined) return;
          await members.setOverrides(db, actor.organisationId, id, given);
          await audit.append(db, actor.organisationId, {
            at: clock.now(),
            principal: actor,
            action: 'member.change_permissions',
            target: id,
            change: { from: member.overrides, to: given },
          });
        });
        return c.json(shown(await get(actor.organisationId, id)), 200);
      },
    )
    .openapi(
      operation('organisation:administer', {
        method: 'delete',
        path: '/v1/members/{id}',
        tags,
        summary: 'Remove a member; their sessions end at once, their accounts have no owner any more',
        request: { params: Params },
        responses: { 204: { description: 'Removed' } },
      }),
      async (c) => {
        const actor = theMember(c);
        const { organisationId } = actor;
        const { id } = c.req.valid('param');
        const workspaceIds = await workspaces.listIds(database.control, organisationId);
        await database.record(async (tx) => {
          const first = await tx.enter(organisationId);
          const member = await lockedMember(first, actor, id);
          await requireAnotherOwner(first, member);
          for (const workspaceId of workspaceIds) {
            const inside = await tx.enter(workspaceId);
            await members.releaseAccounts(inside, workspaceId, id);
            await savedViews.removePersonal(inside, workspaceId, id);
            await cases.release(inside, workspaceId, id);
            await tasks.release(inside, workspaceId, id);
            await teams.release(inside, workspaceId, id);
            await notices.prune(inside, workspaceId, { memberId: id });
          }
          const db = await tx.enter(organisationId);
          await members.remove(db, organisationId, id);
          await users.removeIfWithoutMembership(db, member.userId);
          await audit.append(db, organisationId, {
            at: clock.now(),
            principal: actor,
            action: 'member.remove',
            target: id,
            change: { role: member.role },
          });
        });
        return c.body(null, 204);
      },
    );
}

const noMember = () => new AppError('not_found', 'There is no such member.');

/** The member as it is now, while no other transaction changes who owns the organisation. */
async function lockedMember(db: Db, actor: Actor, id: string): Promise<MemberRecord & { role: Role }> {
  await organisations.lock(db, actor.organisationId);
  const found = await members.find(db, actor.organisationId, id);
  if (!found) throw noMember();
  const role = roleOf(found.role);
  if (!reaches(actor.role, role)) throw new AppError('forbidden', 'Nobody can change somebody above them.');
  return { ...found, role };
}

type Rights = { role: Role; overrides: PermissionOverrides };

/** @throws {AppError} `forbidden` when the change gives a role or a permission that the actor does not have. */
function requireReach(actor: Actor, before: Rights, after: Rights): void {
  const had = permissionsOf(before.role, before.overrides);
  const gets = permissionsOf(after.role, after.overrides);
  const given = MEMBER_PERMISSIONS.filter((one) => gets.includes(one) && !had.includes(one));
  if (reaches(actor.role, after.role) && given.every((one) => actor.permissions.includes(one))) return;
  throw new AppError('forbidden', 'Nobody can give more than they have.');
}

async function requireAnotherOwner(db: Db, { organisationId, role }: MemberRecord): Promise<void> {
  if (role === 'owner' && (await members.countOwners(db, organisationId)) < 2)
    throw new AppError('conflict', 'An organisation has at least one owner. Make somebody else owner first.');
}
