import {
  AlertRule,
  AlertRuleCreate,
  AlertRuleId,
  AlertRuleUpdate,
  MAX_ALERT_RULES,
} from '@banso/contract/alert';
import type { AlertRuleRecord, Db } from '@banso/database';
import { alertRules, alerts, audit, contents, members, segments, topics, webhooks } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { AppError, invalidField } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { sendAlert } from '../../outbox/send-alert.ts';
import { etagOf, overtaken, requiredRevision } from '../../revision.ts';
import { withoutUndefined } from '../../without-undefined.ts';

const tags = ['alerts'];
const path = '/v1/alert-rules';
const Params = z.object({ id: AlertRuleId });
const IfMatch = z.object({ 'if-match': z.string().optional() });
const ruleJson = json(AlertRule, 'The rule');

/** What people want to be told at once. Mounted at the root: `/v1/alert-rules`. */
export const alertRoutes = (deps: Deps) => {
  const { database, clock, newId, live, settings } = deps;
  const get = async (db: Db, workspaceId: string, id: string): Promise<AlertRuleRecord> => {
    const found = await alertRules.find(db, workspaceId, id);
    if (!found) throw new AppError('not_found', 'There is no such rule.');
    return found;
  };
  const writeDown = (
    c: Context<AppEnv>,
    db: Db,
    act: string,
    { id, name }: Pick<AlertRuleRecord, 'id' | 'name'>,
    change: object = {},
  ) =>
    audit.append(db, c.var.workspaceId, {
      at: clock.now(),
      principal: c.var.principal,
      action: `alert-rule.${act}`,
      target: id,
      change: { name, ...change },
    });
  const byWhom = ({ var: { principal } }: Context<AppEnv>) =>
    principal.kind === 'member' ? principal.id : null;
  const announce = (c: Context<AppEnv>, id: string) =>
    live.publish(c.var.workspaceId, { type: 'alert-rule', id });

  return router()
    .openapi(
      operation('administer', {
        method: 'get',
        path,
        tags,
        summary: 'List alert rules, the oldest first',
        responses: { 200: json(z.object({ data: z.array(AlertRule) }), 'All of them') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { rules, told } = await database.forWorkspace(workspaceId).read(async (db) => ({
          rules: await alertRules.list(db, workspaceId),
          told: await alerts.toldBy(db, workspaceId),
        }));
        return c.json({ data: rules.map((rule) => shown(rule, told.get(rule.id))) }, 200);
      },
    )
    .openapi(
      operation('administer', {
        method: 'post',
        path,
        tags,
        summary: 'Create an alert rule',
        description:
          'A rule tells of each answer once. Outside of its hours, and beyond `perHour`, messages wait and go out together as one.',
        request: { body: body(AlertRuleCreate) },
        responses: { 201: ruleJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const at = clock.now();
        const record: AlertRuleRecord = {
          id: newId('alr'),
          ...c.req.valid('json'),
          createdAt: at,
          updatedAt: at,
          updatedBy: byWhom(c),
          revision: 1,
          lookedAt: null,
        };
        await requireMembers(deps, workspaceId, record);
        await database.forWorkspace(workspaceId).write(async (db) => {
          if ((await alertRules.list(db, workspaceId)).length >= MAX_ALERT_RULES)
            throw new AppError('conflict', `A workspace has ${MAX_ALERT_RULES} alert rules at most.`);
          await requireNamed(db, workspaceId, record);
          await alertRules.create(db, workspaceId, record);
          await writeDown(c, db, 'create', record, { when: record.when, receivers: record.receivers });
        });
        announce(c, record.id);
        c.header('etag', etagOf(1));
        return c.json(shown(record), 201);
      },
    )
    .openapi(
      operation('administer', {
        method: 'get',
        path: `${path}/{id}`,
        tags,
        summary: 'Read an alert rule',
        request: { params: Params },
        responses: { 200: ruleJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const { rule, told } = await database.forWorkspace(workspaceId).read(async (db) => ({
          rule: await get(db, workspaceId, id),
          told: await alerts.toldBy(db, workspaceId),
        }));
        c.header('etag', etagOf(rule.revision));
        return c.json(shown(rule, told.get(id)), 200);
      },
    )
    .openapi(
      operation('administer', {
        method: 'patch',
        path: `${path}/{id}`,
        tags,
        summary: 'Change an alert rule, or pause it',
        request: { params: Params, headers: IfMatch, body: body(AlertRuleUpdate) },
        responses: { 200: ruleJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const change = withoutUndefined(c.req.valid('json'));
        const workspace = database.forWorkspace(workspaceId);
        const seen = await workspace.read((db) => get(db, workspaceId, id));
        await requireMembers(deps, workspaceId, { ...seen, ...change });
        const saved = await workspace.write(async (db) => {
          const found = await get(db, workspaceId, id);
          requiredRevision(c, found.revision);
          const to = { ...found, ...change, updatedAt: clock.now(), updatedBy: byWhom(c) };
          await requireNamed(db, workspaceId, to);
          if (!(await alertRules.update(db, workspaceId, to))) throw overtaken();
          await writeDown(c, db, 'update', to, change);
          const told = await alerts.toldBy(db, workspaceId);
          return { rule: { ...to, revision: to.revision + 1 }, told: told.get(id) };
        });
        announce(c, id);
        c.header('etag', etagOf(saved.rule.revision));
        return c.json(shown(saved.rule, saved.told), 200);
      },
    )
    .openapi(
      operation('administer', {
        method: 'delete',
        path: `${path}/{id}`,
        tags,
        summary: 'Delete an alert rule and what it held back',
        request: { params: Params },
        responses: { 204: { description: 'It is gone' } },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        await database.forWorkspace(workspaceId).write(async (db) => {
          const found = await get(db, workspaceId, id);
          await alertRules.remove(db, workspaceId, id);
          await writeDown(c, db, 'delete', found);
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
        summary: 'Send a test to everybody whom a rule tells',
        request: { params: Params },
        responses: { 204: { description: 'It is on its way' } },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const told = await database.forWorkspace(workspaceId).write(async (db) => {
          const rule = await get(db, workspaceId, id);
          await writeDown(c, db, 'test', rule);
          const url = `${settings.publicUrl}/console/settings/alerts`;
          return sendAlert(
            db,
            workspaceId,
            {
              rule,
              told: { kind: 'answers', rule: rule.name, isTest: true, count: 0, answers: [], url },
              notice: { kind: 'answer', contactId: null, about: { rule: rule.name, isTest: true } },
              responseIds: [],
              at: clock.now(),
            },
            deps,
          );
        });
        live.publish(workspaceId, { type: 'notice', members: told });
        announce(c, id);
        return c.body(null, 204);
      },
    );
};

/** Members must be of the organisation that the workspace belongs to. @throws {AppError} `invalid` */
async function requireMembers(
  { database }: Pick<Deps, 'database'>,
  workspaceId: string,
  { receivers }: Pick<AlertRuleRecord, 'receivers'>,
): Promise<void> {
  if (receivers.members.type !== 'members') return;
  const nameOf = await members.namesOf(database.control, workspaceId);
  if (receivers.members.ids.some((id) => nameOf(id) === undefined))
    throw unknown('receivers.members.ids', 'member');
}

/** What a rule names must be of the workspace. @throws {AppError} `invalid` */
async function requireNamed(
  db: Db,
  workspaceId: string,
  { when, receivers }: AlertRuleRecord,
): Promise<void> {
  const known = new Set((await webhooks.list(db, workspaceId)).map(({ id }) => id));
  if (receivers.webhookIds.some((id) => !known.has(id))) throw unknown('receivers.webhookIds', 'webhook');
  if (when.surveyId !== null && !(await contents.find(db, workspaceId, 'survey', when.surveyId)))
    throw unknown('when.surveyId', 'survey');
  if (when.type === 'drop') return;
  const { topicId, segmentId } = when;
  if (topicId !== null && !(await topics.list(db, workspaceId)).some(({ id }) => id === topicId))
    throw unknown('when.topicId', 'topic');
  if (segmentId !== null && !(await segments.conditions(db, workspaceId)).has(segmentId))
    throw unknown('when.segmentId', 'segment');
}

/** A foreign thing answers exactly like an absent one. */
const unknown = (field: string, what: string): AppError =>
  invalidField(field, 'unknown', `there is no such ${what}`);

const NOTHING_TOLD: alerts.Told = { lastAt: null, waiting: 0 };

const shown = (
  { updatedBy: _, revision: __, lookedAt: ___, ...record }: AlertRuleRecord,
  told: alerts.Told = NOTHING_TOLD,
): AlertRule =>
  // read back as it was written: by the schema of the wire
  AlertRule.parse({ ...record, told });
