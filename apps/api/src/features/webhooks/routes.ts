import { common } from '@banso/contract';
import {
  Delivery,
  DeliveryQuery,
  MAX_WEBHOOKS,
  Resend,
  Resent,
  Webhook,
  WebhookCreate,
  WebhookCreated,
  WebhookId,
  WebhookSecretCreated,
  WebhookSettings,
  WebhookUpdate,
} from '@banso/contract/webhook';
import type { Db, DeliveryRecord, WebhookRecord, WebhookSecret } from '@banso/database';
import { audit, deliveries, webhooks } from '@banso/database';
import { addMs } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { AppError, invalidField } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { alertMessage } from '../../outbox/alert-words.ts';
import { slackBody, teamsBody } from '../../outbox/chat-messages.ts';
import { newWebhookSecret } from '../../outbox/sign.ts';
import { cursorOf, pageOf } from '../../paging.ts';
import { readerLanguage } from '../../reader-language.ts';
import { etagOf, overtaken, requiredRevision } from '../../revision.ts';
import { seal, webhookSecretPlace, webhookUrlPlace } from '../../sealing.ts';

const tags = ['webhooks'];
const path = '/v1/webhooks';
const settingsPath = '/v1/webhook-settings';
const Params = z.object({ id: WebhookId });
const IfMatch = z.object({ 'if-match': z.string().optional() });
/** The old and the new one, while the receiver changes over. */
const MAX_SECRETS = 2;

/** Places outside that are told what happens. Mounted at the root: `/v1/webhooks`, `/v1/webhook-settings`. */
export const webhookRoutes = ({ database, clock, newId, live, settings }: Deps) => {
  const get = async (db: Db, workspaceId: string, id: string): Promise<WebhookRecord> => {
    const found = await webhooks.find(db, workspaceId, id);
    if (!found) throw new AppError('not_found', 'There is no such webhook.');
    return found;
  };
  const writeDown = (
    c: Context<AppEnv>,
    db: Db,
    action: string,
    target: string,
    change: Record<string, unknown>,
  ) =>
    audit.append(db, c.var.workspaceId, {
      at: clock.now(),
      principal: c.var.principal,
      action: `webhook.${action}`,
      target,
      change,
    });
  const save = async (db: Db, workspaceId: string, record: WebhookRecord): Promise<WebhookRecord> => {
    if (!(await webhooks.update(db, workspaceId, record))) throw overtaken();
    return { ...record, revision: record.revision + 1 };
  };
  const newSecret = () => {
    const value = newWebhookSecret();
    const id = newId('whs');
    const secret: WebhookSecret = {
      id,
      sealed: seal(settings.secret, webhookSecretPlace(id), value),
      hint: value.slice(-4),
      createdAt: clock.now(),
    };
    return { value, secret };
  };
  const writing = <T>(c: Context<AppEnv>, work: (db: Db) => Promise<T>): Promise<T> =>
    database.forWorkspace(c.var.workspaceId).write(work);
  const announce = (c: Context<AppEnv>, id: string) =>
    live.publish(c.var.workspaceId, { type: 'webhook', id });

  return router()
    .openapi(
      operation('administer', {
        method: 'get',
        path,
        tags,
        summary: 'List webhooks, the oldest first',
        responses: { 200: json(z.object({ data: z.array(Webhook) }), 'All of them') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const found = await database.forWorkspace(workspaceId).read((db) => webhooks.list(db, workspaceId));
        return c.json({ data: found.map(shown) }, 200);
      },
    )
    .openapi(
      operation('administer', {
        method: 'post',
        path,
        tags,
        summary: 'Create a webhook; its secret is answered once and never again',
        description:
          'Messages are signed as Standard Webhooks says. `slack` and `teams` take the address of an incoming webhook; alert rules write there.',
        request: { body: body(WebhookCreate) },
        responses: { 201: json(WebhookCreated, 'The webhook with its secret') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { kind, name, url, events } = c.req.valid('json');
        const id = newId('whk');
        const at = clock.now();
        const made = kind === 'webhook' ? newSecret() : undefined;
        const record: WebhookRecord = {
          id,
          kind,
          name,
          sealedUrl: seal(settings.secret, webhookUrlPlace(id), url),
          urlHint: hintOf(url),
          events: [...new Set(events)],
          secrets: made ? [made.secret] : [],
          status: 'active',
          failingSince: null,
          createdAt: at,
          updatedAt: at,
          revision: 1,
        };
        await writing(c, async (db) => {
          if ((await webhooks.list(db, workspaceId)).length >= MAX_WEBHOOKS)
            throw new AppError('conflict', `A workspace has ${MAX_WEBHOOKS} webhooks at most.`);
          await webhooks.create(db, workspaceId, record);
          await writeDown(c, db, 'create', id, { kind, name, url: record.urlHint, events });
        });
        announce(c, id);
        c.header('etag', etagOf(1));
        return c.json({ ...shown(record), secret: made?.value ?? null }, 201);
      },
    )
    .openapi(
      operation('administer', {
        method: 'get',
        path: `${path}/{id}`,
        tags,
        summary: 'Read a webhook',
        request: { params: Params },
        responses: { 200: json(Webhook, 'The webhook') },
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
        summary: 'Change a webhook, pause it, or begin anew where it was given up',
        request: { params: Params, headers: IfMatch, body: body(WebhookUpdate) },
        responses: { 200: json(Webhook, 'The webhook') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const { name, url, events, status } = c.req.valid('json');
        const saved = await writing(c, async (db) => {
          const found = await get(db, workspaceId, id);
          requiredRevision(c, found.revision);
          if (found.kind !== 'webhook' && events && events.length > 0)
            throw invalidField('events', 'invalid', 'must be empty for a chat service');
          const to: WebhookRecord = {
            ...found,
            ...(name !== undefined && { name }),
            ...(events && { events: [...new Set(events)] }),
            ...(url !== undefined && {
              sealedUrl: seal(settings.secret, webhookUrlPlace(id), url),
              urlHint: hintOf(url),
            }),
            ...(status && { status, failingSince: null }),
            updatedAt: clock.now(),
          };
          await writeDown(c, db, 'update', id, {
            ...(name !== undefined && { name }),
            ...(url !== undefined && { url: hintOf(url) }),
            ...(events && { events }),
            ...(status && { status }),
          });
          return save(db, workspaceId, to);
        });
        announce(c, id);
        c.header('etag', etagOf(saved.revision));
        return c.json(shown(saved), 200);
      },
    )
    .openapi(
      operation('administer', {
        method: 'delete',
        path: `${path}/{id}`,
        tags,
        summary: 'Delete a webhook and what waits for it',
        request: { params: Params },
        responses: { 204: { description: 'It is gone' } },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        await writing(c, async (db) => {
          const { name } = await get(db, workspaceId, id);
          await webhooks.remove(db, workspaceId, id);
          await writeDown(c, db, 'delete', id, { name });
        });
        announce(c, id);
        return c.body(null, 204);
      },
    )
    .openapi(
      operation('administer', {
        method: 'post',
        path: `${path}/{id}/secrets`,
        tags,
        summary: 'Add a second secret, to change over to it',
        description: 'Every message carries the signatures of both until the old one is deleted.',
        request: { params: Params },
        responses: { 201: json(WebhookSecretCreated, 'The secret; it is answered once and never again') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const { value, secret } = newSecret();
        await writing(c, async (db) => {
          const found = await get(db, workspaceId, id);
          if (found.kind !== 'webhook') throw new AppError('conflict', 'A chat service has no secret.');
          if (found.secrets.length >= MAX_SECRETS)
            throw new AppError('conflict', 'There are two secrets already. Delete the old one first.');
          await save(db, workspaceId, { ...found, secrets: [...found.secrets, secret] });
          await writeDown(c, db, 'add-secret', id, { secret: secret.id });
        });
        announce(c, id);
        return c.json({ id: secret.id, secret: value }, 201);
      },
    )
    .openapi(
      operation('administer', {
        method: 'delete',
        path: `${path}/{id}/old-secret`,
        tags,
        summary: 'Delete the older of two secrets',
        request: { params: Params },
        responses: { 204: { description: 'Nothing is signed with it any more' } },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        await writing(c, async (db) => {
          const found = await get(db, workspaceId, id);
          const [old, ...left] = found.secrets;
          if (!old || left.length === 0)
            throw new AppError('conflict', 'There is one secret: add the new one first.');
          await save(db, workspaceId, { ...found, secrets: left });
          await writeDown(c, db, 'delete-secret', id, { secret: old.id });
        });
        announce(c, id);
        return c.body(null, 204);
      },
    )
    .openapi(
      operation('administer', {
        method: 'post',
        path: `${path}/{id}/test`,
        tags,
        summary: 'Send a test message',
        request: { params: Params },
        responses: { 202: json(Delivery, 'It is on its way') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const at = clock.now();
        const made = await writing(c, async (db) => {
          const found = await get(db, workspaceId, id);
          if (found.status !== 'active')
            throw new AppError('conflict', 'Nothing is sent to it: set it to active first.');
          const delivery = {
            id: newId('dlv'),
            webhookId: id,
            eventId: newId('evt'),
            type: 'test',
            contactId: null,
            body: testBody(found, at, `${settings.publicUrl}/console/settings/webhooks`),
            createdAt: at,
          };
          await deliveries.add(db, workspaceId, delivery);
          await writeDown(c, db, 'test', id, {});
          return delivery;
        });
        announce(c, id);
        const attempted = {
          status: 'waiting' as const,
          attempts: 0,
          lastAt: null,
          lastCode: null,
          lastError: null,
        };
        return c.json(deliveryOnWire({ ...made, ...attempted, dueAt: at }), 202);
      },
    )
    .openapi(
      operation('administer', {
        method: 'get',
        path: `${path}/{id}/deliveries`,
        tags,
        summary: 'List the messages to a webhook, the newest first',
        description: 'They are kept for 30 days after they were made.',
        request: { params: Params, query: DeliveryQuery },
        responses: { 200: json(common.page(Delivery), 'A page of messages') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const { limit, cursor, status } = c.req.valid('query');
        const page = { after: cursorOf(cursor, 'dlv'), limit: limit + 1, status };
        const found = await database.forWorkspace(workspaceId).read(async (db) => {
          await get(db, workspaceId, id);
          return deliveries.list(db, workspaceId, id, page);
        });
        return c.json(pageOf(found, limit, deliveryOnWire), 200);
      },
    )
    .openapi(
      operation('administer', {
        method: 'post',
        path: `${path}/{id}/deliveries/resend`,
        tags,
        summary: 'Send messages once more: some, or those of a period',
        description: 'Each keeps its `webhook-id` and its body, so that a receiver knows it again.',
        request: { params: Params, body: body(Resend) },
        responses: { 200: json(Resent, 'How many are due again') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const which = c.req.valid('json');
        const count = await writing(c, async (db) => {
          const found = await get(db, workspaceId, id);
          if (found.status !== 'active')
            throw new AppError('conflict', 'Nothing is sent to it: set it to active first.');
          const resent = await deliveries.resend(db, workspaceId, id, which, clock.now());
          await writeDown(c, db, 'resend', id, { count: resent, ...('from' in which && which) });
          return resent;
        });
        announce(c, id);
        return c.json({ count }, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: settingsPath,
        tags,
        summary: 'Whether what customers wrote may leave to webhooks and chat services',
        responses: { 200: json(WebhookSettings, 'The settings; the ETag guards the next change') },
      }),
      async (c) => {
        const { textsMayLeave, updatedAt } = await webhooks.textsMayLeave(
          database.control,
          c.var.workspaceId,
        );
        c.header('etag', etagOf(Date.parse(updatedAt)));
        return c.json({ textsMayLeave }, 200);
      },
    )
    .openapi(
      operation('administer', {
        method: 'put',
        path: settingsPath,
        tags,
        summary: 'Let what customers wrote leave, or keep it here',
        description: 'It holds for messages that are made from now on.',
        request: { headers: IfMatch, body: body(WebhookSettings) },
        responses: { 200: json(WebhookSettings, 'The settings') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const before = await webhooks.textsMayLeave(database.control, workspaceId);
        requiredRevision(c, Date.parse(before.updatedAt));
        const { textsMayLeave } = c.req.valid('json');
        const now = clock.now();
        const at = now > before.updatedAt ? now : addMs(before.updatedAt, 1);
        await writing(c, async (db) => {
          if (!(await webhooks.putTextsMayLeave(db, workspaceId, before.updatedAt, textsMayLeave, at)))
            throw overtaken();
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'workspace.update',
            target: workspaceId,
            change: { textsMayLeave },
          });
        });
        live.publish(workspaceId, { type: 'workspace' });
        c.header('etag', etagOf(Date.parse(at)));
        return c.json({ textsMayLeave }, 200);
      },
    );
};

/** What may be shown of an address: its origin, and the end of the rest. */
function hintOf(url: string): string {
  const { origin, pathname, search } = new URL(url);
  const rest = pathname + search;
  return rest.length <= 1 ? origin : `${origin}/…${rest.slice(-4)}`;
}

function testBody({ kind, name }: WebhookRecord, at: string, url: string): string {
  if (kind === 'webhook') return JSON.stringify({ type: 'test', timestamp: at, data: { webhook: name } });
  const told = { kind: 'answers' as const, rule: name, isTest: true, count: 0, answers: [], url };
  const message = alertMessage(told, readerLanguage(null));
  return kind === 'slack' ? slackBody(message) : teamsBody(message);
}

const shown = ({
  sealedUrl: _,
  urlHint,
  secrets,
  events,
  revision: __,
  ...record
}: WebhookRecord): Webhook => ({
  ...record,
  url: urlHint,
  events: [...events],
  secrets: secrets.map(({ id, hint, createdAt }) => ({ id, hint, createdAt })),
});

const deliveryOnWire = (record: DeliveryRecord): Delivery => ({
  id: record.id,
  eventId: record.eventId,
  type: record.type,
  status: record.status,
  attempts: record.attempts,
  nextAttemptAt: record.dueAt,
  lastAttemptAt: record.lastAt,
  lastCode: record.lastCode,
  lastError: record.lastError,
  body: record.body,
  createdAt: record.createdAt,
});
