import { common } from '@banso/contract';
import * as topic from '@banso/contract/topic';
import {
  audit,
  type ContentRecord,
  contents,
  type Db,
  topicAnswers,
  topics,
  workspaces,
} from '@banso/database';
import { addMs, DAY_MS } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { untouched } from '../../contents/lifecycle.ts';
import { AppError, invalidField } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { requiredRevision } from '../../revision.ts';
import { fillTopic, findAnswer } from '../../search/upkeep.ts';
import { writeAlone } from '../../write-alone.ts';
import { announcementTo } from './announcement.ts';
import { getTopic, noTopic, topicDesk } from './desk.ts';

const tags = ['topics'];
const path = '/v1/topics';
const Params = z.object({ id: common.TopicId });
const IfMatch = z.object({ 'if-match': z.string().optional() });

/** What is done with a topic: older answers, other topics, single answers, and those who talk of it. */
export const topicActRoutes = (deps: Deps) => {
  const { database, clock, newId } = deps;
  const { answer, announce, writing, writeDown } = topicDesk(deps);

  /** Says by hand whether one answer is about a topic. */
  const decide = async (
    c: Context<AppEnv>,
    { id, responseId }: z.infer<typeof topic.AnswerTopicParams>,
    isAboutIt: boolean,
  ) => {
    const { workspaceId } = c.var;
    const find = (db: Db) => findAnswer(db, workspaceId, responseId);
    const before = await database.forWorkspace(workspaceId).read(find);
    if (!before) throw new AppError('not_found', 'There is no such response.');
    if (before === 'without words')
      throw new AppError('conflict', 'Nothing was written in this answer, so it is about nothing.');
    await writeAlone(database, workspaceId, [before.contactId], async (db) => {
      getTopic(await topics.listToGive(db, workspaceId), id);
      const now = await find(db);
      if (!now || now === 'without words')
        throw new AppError('conflict', 'Nothing is written in this answer any more.');
      await topicAnswers.decide(db, workspaceId, id, now, isAboutIt);
      await writeDown(c, db, isAboutIt ? 'give' : 'take', id, { response: responseId });
    });
    announce(workspaceId, id);
  };

  return router()
    .openapi(
      operation('write', {
        method: 'post',
        path: `${path}/{id}/fill`,
        tags,
        summary: 'Look at the next 500 older answers with the rules of a topic',
        description:
          'The newest first, until `done`. The service does the same by itself within minutes; who calls this need not wait.',
        request: { params: Params },
        responses: { 200: json(topic.FillProgress, 'How far it is') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const progress = await fillTopic(database, workspaceId, id);
        if (!progress) throw noTopic();
        if (progress.done) announce(workspaceId, id);
        return c.json(progress, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: `${path}/{id}/merge`,
        tags,
        summary: 'Merge a topic into another one',
        description:
          'What was about it is about the other one, which takes over its rules. Where a person said of an answer whether it is about the other one, that stands. The topic is gone.',
        request: { params: Params, headers: IfMatch, body: body(topic.TopicMerge) },
        responses: { 200: json(topic.Topic, 'The topic that stays') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id } = c.req.valid('param');
        const { into } = c.req.valid('json');
        await writing(c, async (db, known) => {
          const from = getTopic(known, id);
          requiredRevision(c, from.revision);
          const to = known.find((one) => one.id === into);
          if (!to || into === id)
            throw invalidField('into', 'unknown', 'is no other topic of this workspace');
          const rules = [...to.rules, ...from.rules];
          if (rules.length > topic.MAX_RULES)
            throw new AppError(
              'conflict',
              `A topic has ${topic.MAX_RULES} rules at most: take some off first.`,
            );
          await topicAnswers.move(db, workspaceId, id, into);
          await topics.remove(db, workspaceId, id);
          const by = { at: clock.now(), member: principal.kind === 'member' ? principal.id : null };
          await topics.update(db, workspaceId, into, { rules }, by);
          await writeDown(c, db, 'merge', into, { from: id, name: from.name });
        });
        announce(workspaceId, id);
        announce(workspaceId, into);
        return c.json(await answer(c, into), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'put',
        path: `${path}/{id}/responses/{responseId}`,
        tags,
        summary: 'Say that an answer is about a topic; no rule changes that',
        request: { params: topic.AnswerTopicParams },
        responses: { 204: { description: 'It is about the topic' } },
      }),
      async (c) => {
        await decide(c, c.req.valid('param'), true);
        return c.body(null, 204);
      },
    )
    .openapi(
      operation('write', {
        method: 'delete',
        path: `${path}/{id}/responses/{responseId}`,
        tags,
        summary: 'Say that an answer is not about a topic; no rule changes that',
        request: { params: topic.AnswerTopicParams },
        responses: { 204: { description: 'It is not about the topic' } },
      }),
      async (c) => {
        await decide(c, c.req.valid('param'), false);
        return c.body(null, 204);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: `${path}/{id}/announcement`,
        tags,
        summary: 'Draft an announcement to those who talk of a topic',
        description: `Its audience lists the people, ${topic.MAX_TOLD} at most, whoever talked of it last first. Nothing is published: what changed is for you to write.`,
        request: { params: Params, body: body(topic.TopicAnnounce) },
        responses: { 201: json(topic.TopicAnnouncement, 'The draft') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id } = c.req.valid('param');
        const { days } = c.req.valid('json');
        const at = clock.now();
        const { locales = ['en'], defaultLocale = 'en' } =
          (await workspaces.find(database.control, workspaceId)) ?? {};
        const announcementId = newId('ann');
        const people = await database.forWorkspace(workspaceId).write(async (db) => {
          const { name } = getTopic(await topics.list(db, workspaceId), id);
          const from = addMs(at, -days * DAY_MS);
          const told = await topicAnswers.contactsOf(db, workspaceId, id, from, topic.MAX_TOLD);
          if (told.length === 0) throw new AppError('conflict', `Nobody talked of it in ${days} days.`);
          const record: ContentRecord = {
            id: announcementId,
            kind: 'announcement',
            slug: announcementId.replace('_', '-'),
            name,
            status: 'draft',
            draft: announcementTo(told, { name, locales, defaultLocale }),
            version: null,
            publishedAt: null,
            edited: true,
            createdAt: at,
            updatedAt: at,
            ...untouched({ workspaceId, principal, at }),
            tags: [],
          };
          if (!(await contents.create(db, workspaceId, record)))
            throw new Error('A slug made of a new id is taken');
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'announcement.create',
            target: announcementId,
            change: { name, topic: id },
          });
          return told.length;
        });
        return c.json({ announcementId, people }, 201);
      },
    );
};
