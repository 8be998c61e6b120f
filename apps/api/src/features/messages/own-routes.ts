import { message } from '@banso/contract';
import { accounts, messages, people } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { mayRead, requirePresent } from '../../may-read.ts';
import { invalid, json, operation, router } from '../../operation.ts';
import { createWidgetDoor } from '../../widget-door.ts';
import { WidgetKey } from '../../widget-key.ts';
import { ownMessages } from './records.ts';

const PAGE = 50;
const Query = z.object({ before: z.string().max(500).optional() });

const readOwn = operation('widget', {
  method: 'get',
  path: '/v1/w/{key}/messages',
  tags: ['widget'],
  summary: 'The messages of the person whose session it is, and who reads theirs',
  description: `The latest ${PAGE}, the oldest first; \`before\` asks for earlier ones. Nobody reads in the name of a user id that no identity token vouches for.`,
  request: { params: WidgetKey, query: Query },
  responses: { 200: json(message.OwnThread, 'The thread') },
});

/** A person's own thread, in the widget. Mounted at the root: `/v1/w/{key}/messages`. */
export function ownMessageRoutes(deps: Pick<Deps, 'database' | 'clock' | 'log'>) {
  const { database } = deps;
  const door = createWidgetDoor(deps);

  const routes = router();
  routes.openAPIRegistry.registerPath(readOwn);
  routes.get('/v1/w/:key/messages', async (c) => {
    const workspaceId = await door.workspaceOf(c.req.param('key'));
    const { contactId, accountId } = await door.sourceOf(workspaceId, c.req.header('authorization'));
    const query = Query.safeParse(c.req.query());
    if (!query.success) throw invalid(query.error, 'query');
    const thread = await database.forWorkspace(workspaceId).read(async (db) => {
      const [person] = await people.list(db, workspaceId, [contactId]);
      if (!person) throw new AppError('session_expired', 'The person of this session is not known any more.');
      requirePresent(person);
      if (!mayRead(person))
        throw new AppError('forbidden', 'Messages are read by people with an identity token only.');
      const account = accountId === null ? undefined : await accounts.find(db, workspaceId, accountId);
      const { data, nextCursor } = await messages.list(
        db,
        workspaceId,
        { contactId },
        { cursor: query.data.before, limit: PAGE },
      );
      return {
        with: account?.owner ? { name: account.owner.name } : null,
        messages: await ownMessages(db, workspaceId, data),
        before: nextCursor,
      } satisfies message.OwnThread;
    });
    c.header('cache-control', 'no-store');
    return c.json(thread);
  });
  return routes;
}
