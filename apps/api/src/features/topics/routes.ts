import { common } from '@banso/contract';
import * as topic from '@banso/contract/topic';
import { members, topics } from '@banso/database';
import { dayOf } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { requiredRevision } from '../../revision.ts';
import { requireTexts } from '../../withheld-texts.ts';
import { getTopic, topicDesk } from './desk.ts';
import { topicsOnWire } from './records.ts';
import { suggestedTopics } from './suggested.ts';

const tags = ['topics'];
const path = '/v1/topics';
const Params = z.object({ id: common.TopicId });
const IfMatch = z.object({ 'if-match': z.string().optional() });
const recordJson = json(topic.Topic, 'The topic; the ETag guards the next change');

/** Subjects of what customers write. Mounted at the root: `/v1/topics`. */
export const topicRoutes = (deps: Deps) => {
  const { database, clock, newId } = deps;

  const { memberOf, answer, announce, writing, writeDown } = topicDesk(deps);

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'List the topics: pinned ones first, then by name',
        description: `A workspace keeps ${topic.MAX_TOPICS} at most; they come all at once.`,
        responses: { 200: json(z.object({ data: z.array(topic.Topic) }), 'Every topic') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const of = {
          today: dayOf(clock.now()),
          nameOf: await members.namesOf(database.control, workspaceId),
        };
        const data = await database
          .forWorkspace(workspaceId)
          .read(async (db) => topicsOnWire(db, workspaceId, await topics.list(db, workspaceId), of));
        return c.json({ data }, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path,
        tags,
        summary: 'Save a topic',
        description:
          'New answers for which one of its rules holds are about it from now on, in the commit that stores them. Older ones are looked at in portions: see `fill`. Dismissed, it keeps what its rules say from being suggested.',
        request: { body: body(topic.TopicCreate) },
        responses: { 201: recordJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const values = c.req.valid('json');
        if (values.rules.length > 0) requireTexts(c); // what a rule finds tells what is said
        const id = newId('top');
        const at = clock.now();
        await writing(c, async (db, known) => {
          if (known.length >= topic.MAX_TOPICS)
            throw new AppError('conflict', `A workspace keeps ${topic.MAX_TOPICS} topics at most.`);
          await topics.create(db, workspaceId, {
            ...values,
            id,
            fillBefore: '',
            createdAt: at,
            updatedAt: at,
            updatedBy: memberOf(c),
            revision: 1,
          });
          await writeDown(c, db, 'create', id, { name: values.name, status: values.status });
        });
        announce(workspaceId, id);
        return c.json(await answer(c, id), 201);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/suggested`,
        tags,
        summary: 'Suggest topics: what customers talk of more than they did',
        description:
          'Terms of the answers of the last 28 days that are held against the answers before by the log-likelihood ratio (Dunning 1993), each language by itself, without what a topic says already. Where little was said before, the most frequent ones.',
        responses: { 200: json(topic.SuggestedTopics, 'The most surprising first') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const suggested = await database
          .forWorkspace(workspaceId)
          .read((db) => suggestedTopics(db, workspaceId, clock.now()));
        return c.json(suggested, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/{id}`,
        tags,
        summary: 'Read one',
        request: { params: Params },
        responses: { 200: recordJson },
      }),
      async (c) => c.json(await answer(c, c.req.valid('param').id), 200),
    )
    .openapi(
      operation('write', {
        method: 'patch',
        path: `${path}/{id}`,
        tags,
        summary: 'Rename, pin, dismiss a topic, or change its rules',
        description:
          'With other rules, older answers are looked at anew: what a rule gave and does not give any more is taken away, what a person said stays.',
        request: { params: Params, headers: IfMatch, body: body(topic.TopicUpdate) },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const values = c.req.valid('json');
        if (values.rules !== undefined) requireTexts(c);
        await writing(c, async (db, known) => {
          const found = getTopic(known, id);
          requiredRevision(c, found.revision);
          await topics.update(db, workspaceId, id, values, { at: clock.now(), member: memberOf(c) });
          await writeDown(c, db, 'update', id, {
            fields: Object.keys(values),
            name: values.name ?? found.name,
          });
        });
        announce(workspaceId, id);
        return c.json(await answer(c, id), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'delete',
        path: `${path}/{id}`,
        tags,
        summary: 'Delete a topic, and that answers are about it',
        request: { params: Params, headers: IfMatch },
        responses: { 204: { description: 'It is gone' } },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        await writing(c, async (db, known) => {
          const found = getTopic(known, id);
          requiredRevision(c, found.revision);
          await topics.remove(db, workspaceId, id);
          await writeDown(c, db, 'delete', id, { name: found.name });
        });
        announce(workspaceId, id);
        return c.body(null, 204);
      },
    );
};
