import type { Notice } from '@banso/contract/alert';
import { NoticeQuery, Notices, NoticesRead } from '@banso/contract/alert';
import type { Db, NoticeRecord } from '@banso/database';
import { contents, followUps, notices, recordedResponses } from '@banso/database';
import type { Deps } from '../../app-env.ts';
import { body, json, operation, router } from '../../operation.ts';
import { cursorOf, pageOf } from '../../paging.ts';

const tags = ['alerts'];
const path = '/v1/notices';

/** What a member finds at the bell. Mounted at the root: `/v1/notices`. */
export const noticeRoutes = ({ database, clock, live }: Deps) =>
  router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'List your own notices, the newest first',
        description: 'They are kept for 90 days. A key has none.',
        request: { query: NoticeQuery },
        responses: { 200: json(Notices, 'A page of notices, and how many are unread in all') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { limit, cursor } = c.req.valid('query');
        const page = { after: cursorOf(cursor, 'ntc'), limit: limit + 1 };
        return c.json(
          await database.forWorkspace(workspaceId).read(async (db) => {
            const found = await notices.list(db, workspaceId, principal.id, page);
            const answers = await answersOf(db, workspaceId, found);
            return {
              ...pageOf(found, limit, (record) => onWire(record, answers)),
              unread: await notices.countUnread(db, workspaceId, principal.id),
            };
          }),
          200,
        );
      },
    )
    .openapi(
      operation('read', {
        method: 'post',
        path: `${path}/read`,
        tags,
        summary: 'Mark your own notices as read: some, or all',
        request: { body: body(NoticesRead) },
        responses: { 204: { description: 'They are read' } },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { ids } = c.req.valid('json');
        await database
          .forWorkspace(workspaceId)
          .write((db) => notices.markRead(db, workspaceId, principal.id, ids, clock.now()));
        live.publish(workspaceId, { type: 'notice', members: [principal.id] });
        return c.body(null, 204);
      },
    );

type Answer = Extract<Notice, { kind: 'answer' }>['answer'];

/** The answers that notices lead to, as they are now. */
async function answersOf(
  db: Db,
  workspaceId: string,
  found: readonly NoticeRecord[],
): Promise<Map<string, Answer>> {
  const ids = [...new Set(found.flatMap(({ about }) => textIn(about, 'responseId') ?? []))];
  const responses = await recordedResponses.list(db, workspaceId, ids);
  const people = await followUps.people(
    db,
    workspaceId,
    responses.map(({ contactId }) => contactId),
  );
  const surveys = await contents.listByIds(db, workspaceId, [
    ...new Set(responses.map(({ contentId }) => contentId)),
  ]);
  return new Map(
    responses.map((response) => {
      const person = people.get(response.contactId);
      return [
        response.id,
        {
          responseId: response.id,
          surveyName: surveys.find(({ id }) => id === response.contentId)?.name ?? '',
          score: response.score,
          words: person ? response.comment : null,
          contactName: person?.name ?? null,
          accountName: person?.account?.name ?? null,
        },
      ];
    }),
  );
}

function onWire(record: NoticeRecord, answers: ReadonlyMap<string, Answer>): Notice {
  const { id, createdAt, readAt, about } = record;
  const base = { id, createdAt, readAt };
  const rule = textIn(about, 'rule') ?? '';
  const answer = answers.get(textIn(about, 'responseId') ?? '') ?? null;
  const number = (key: string) => (typeof about[key] === 'number' ? about[key] : 0);
  switch (record.kind) {
    case 'answer':
      return { ...base, kind: 'answer', rule, isTest: about['isTest'] === true, answer };
    case 'answers':
      return { ...base, kind: 'answers', rule, count: number('count'), answer };
    case 'drop': {
      const scoreKind = textIn(about, 'scoreKind');
      return {
        ...base,
        kind: 'drop',
        rule,
        surveyId: textIn(about, 'surveyId') ?? '',
        surveyName: textIn(about, 'surveyName') ?? '',
        scoreKind: scoreKind === 'csat' || scoreKind === 'ces' ? scoreKind : 'nps',
        before: number('before'),
        after: number('after'),
      };
    }
    case 'webhook':
      return {
        ...base,
        kind: 'webhook',
        webhookId: textIn(about, 'webhookId') ?? '',
        name: textIn(about, 'name') ?? '',
        reason: about['reason'] === 'gone' ? 'gone' : 'failing',
      };
    default:
      return record.kind satisfies never;
  }
}

const textIn = (about: NoticeRecord['about'], key: string): string | undefined =>
  typeof about[key] === 'string' ? about[key] : undefined;
