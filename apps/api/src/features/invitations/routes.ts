import { common, organisation } from '@banso/contract';
import { audit, invitations, members, organisations, users } from '@banso/database';
import type { InvitationRecord } from '@banso/database';
import { addMs, DAY_MS } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { AppDeps } from '../../app-env.ts';
import { setCookies } from '../../cookies.ts';
import { credentialHash, newCredential } from '../../credential.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { cursorOf, pageOf } from '../../paging.ts';
import { hashPassword, verifyPassword } from '../../password-hash.ts';
import { requireUncommon } from '../../password-rules.ts';
import { theMember } from '../../principal.ts';
import { mailBody } from '../../mail/mail-body.ts';
import { mailWords } from '../../mail/mail-words.ts';
import type { OutgoingMail } from '../../mail/queue-mail.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { reaches, roleOf } from '../../roles.ts';

const tags = ['invitations'];
const VALID_MS = 7 * DAY_MS;
const Params = z.object({ id: common.InvitationId });
const TokenParams = z.object({ token: z.string().min(20).max(200) });

/** Invitations by link, which is mailed too where there is a mail server. Mounted at the root: `/v1/invitations`. */
export function invitationRoutes(deps: AppDeps) {
  const { database, clock, newId, auth, limits, settings } = deps;
  const shown = ({ id, email, role, invitedBy, createdAt, expiresAt }: InvitationRecord) => ({
    id,
    email,
    role: roleOf(role),
    invitedBy,
    createdAt,
    expiresAt,
  });

  async function open(token: string): Promise<InvitationRecord> {
    const found = await invitations.findOpenByToken(database.control, credentialHash(token), clock.now());
    if (!found) throw noInvitation();
    return found;
  }

  return router()
    .openapi(
      operation('organisation:administer', {
        method: 'get',
        path: '/v1/invitations',
        tags,
        summary: 'List invitations that can still be accepted',
        request: { query: common.PageQuery },
        responses: { 200: json(common.page(organisation.Invitation), 'A page of invitations') },
      }),
      async (c) => {
        const { limit, cursor } = c.req.valid('query');
        const page = { after: cursorOf(cursor, 'inv'), limit: limit + 1 };
        const { organisationId } = theMember(c);
        const found = await invitations.listOpen(database.control, organisationId, clock.now(), page);
        return c.json(pageOf(found, limit, shown), 200);
      },
    )
    .openapi(
      operation('organisation:administer', {
        method: 'post',
        path: '/v1/invitations',
        tags,
        summary: 'Invite somebody; the link is answered once and works for 7 days',
        description:
          'An earlier link for the same e-mail stops working. With a mail server the link is mailed too.',
        request: { body: body(organisation.InvitationCreate) },
        responses: { 201: json(organisation.InvitationCreated, 'The invitation with its link') },
      }),
      async (c) => {
        const actor = theMember(c);
        const { organisationId } = actor;
        const { role, ...request } = c.req.valid('json');
        const email = request.email.toLowerCase();
        if (!reaches(actor.role, role))
          throw new AppError('forbidden', 'Nobody can give more than they have.');
        if (await members.hasEmail(database.control, organisationId, email))
          throw new AppError('conflict', 'email: is a member already', {
            errors: [{ path: 'email', code: 'taken', message: 'is a member already' }],
          });
        const at = clock.now();
        const token = newCredential('biv');
        const invitation: InvitationRecord = {
          id: newId('inv'),
          organisationId,
          email,
          role,
          invitedBy: actor.id,
          createdAt: at,
          expiresAt: addMs(at, VALID_MS),
        };
        // behind the #: browsers send it to nobody, so no log and no referrer holds it
        const url = `${settings.publicUrl}/console/join#${token.value}`;
        const team = await organisations.find(database.control, organisationId);
        const inviting = await members.find(database.control, organisationId, actor.id);
        const mail = invitationMail(invitation, url, {
          team: team?.name ?? '',
          by: actor.name,
          locale: inviting?.language ?? null,
        });
        const mailed = await database.forWorkspace(organisationId).write(async (db) => {
          await invitations.withdrawAllOf(db, organisationId, email);
          await invitations.create(db, invitation, token.hash);
          await audit.append(db, organisationId, {
            at,
            principal: actor,
            action: 'invitation.create',
            target: invitation.id,
            change: { email, role },
          });
          return queueMail(db, mail, deps);
        });
        return c.json({ ...shown(invitation), url, mailed }, 201);
      },
    )
    .openapi(
      operation('organisation:administer', {
        method: 'delete',
        path: '/v1/invitations/{id}',
        tags,
        summary: 'Withdraw an invitation',
        request: { params: Params },
        responses: { 204: { description: 'Withdrawn' } },
      }),
      async (c) => {
        const actor = theMember(c);
        const { id } = c.req.valid('param');
        await database.forWorkspace(actor.organisationId).write(async (db) => {
          if (!(await invitations.withdraw(db, actor.organisationId, id))) throw noInvitation();
          await audit.append(db, actor.organisationId, {
            at: clock.now(),
            principal: actor,
            action: 'invitation.withdraw',
            target: id,
            change: {},
          });
        });
        return c.body(null, 204);
      },
    )
    .openapi(
      operation('public', {
        method: 'get',
        path: '/v1/invitations/by-token/{token}',
        tags,
        summary: 'Say what a link invites to',
        request: { params: TokenParams },
        responses: { 200: json(organisation.InvitationPreview, 'The invitation') },
      }),
      async (c) => {
        await limits.take('door', 'invitation', c.var.clientBucket);
        const found = await open(c.req.valid('param').token);
        const into = await organisations.find(database.control, found.organisationId);
        const known = await users.findByEmail(database.control, found.email);
        const { email, expiresAt } = found;
        return c.json(
          {
            organisation: into?.name ?? '',
            email,
            role: roleOf(found.role),
            expiresAt,
            known: known !== undefined,
          },
          200,
        );
      },
    )
    .openapi(
      operation('public', {
        method: 'post',
        path: '/v1/invitations/accept',
        tags,
        summary: 'Join with a link; it works once',
        description:
          'Signs the new member in. Somebody who signs in here already joins with their own password, which is not changed.',
        request: { body: body(organisation.InvitationAccept) },
        responses: { 204: { description: 'Joined and signed in' } },
      }),
      async (c) => {
        await limits.take('door', 'invitation', c.var.clientBucket);
        const { token, name, password } = c.req.valid('json');
        const invitation = await open(token);
        await limits.take('signIn', 'invitation', invitation.id);
        const known = await users.findByEmail(database.control, invitation.email);
        if (!known) requireUncommon(password, 'password', [invitation.email, name]);
        const passwordHash = known ? undefined : await hashPassword(password);
        if (known && !(await verifyPassword(known.passwordHash, password)))
          throw new AppError('invalid', 'password: is not the one you sign in with here', {
            errors: [
              { path: 'password', code: 'wrong_password', message: 'is not the one you sign in with here' },
            ],
          });
        const at = clock.now();
        const { organisationId } = invitation;
        const userId = known?.id ?? newId('usr');
        const memberId = newId('mem');
        await database.forWorkspace(organisationId).write(async (db) => {
          if (!(await invitations.accept(db, organisationId, invitation.id, at))) throw noInvitation();
          if (passwordHash !== undefined)
            await users.create(db, { id: userId, name, email: invitation.email, passwordHash, at });
          await members.create(db, {
            id: memberId,
            organisationId,
            userId,
            role: invitation.role,
            language: null,
            createdAt: at,
            lastSeenAt: null,
          });
          await audit.append(db, organisationId, {
            at,
            principal: { kind: 'member', id: memberId, name },
            action: 'invitation.accept',
            target: invitation.id,
            change: { role: invitation.role },
          });
        });
        setCookies(c, await auth.startSession(userId));
        return c.body(null, 204);
      },
    );
}

const noInvitation = () => new AppError('not_found', 'There is no such invitation, or it has ended.');

/** In the language of whoever invites: nothing is known of who is invited. */
function invitationMail(
  { id, organisationId, email }: InvitationRecord,
  url: string,
  { team, by, locale }: { team: string; by: string; locale: string | null },
): OutgoingMail {
  const { language, words } = mailWords(locale);
  const { subject, title, what, join, until, footer } = words.invitation;
  return {
    workspaceId: organisationId,
    to: email,
    locale: language,
    subject: subject(team),
    ...mailBody({
      locale: language,
      sender: 'Banso',
      title: title(team),
      blocks: [
        { type: 'paragraph', text: what(by, team) },
        { type: 'button', label: join, url },
        { type: 'paragraph', text: until },
      ],
      footer,
    }),
    purpose: 'invitation',
    dedupeKey: `invitation:${id}`,
  };
}
