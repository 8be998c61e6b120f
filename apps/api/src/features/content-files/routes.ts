import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { json, operation, router } from '../../operation.ts';
import { createWidgetDoor } from '../../widget-door.ts';
import { WidgetKey } from '../../widget-key.ts';
import { createFileShelf } from './file-shelf.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

const getContent = operation('public', {
  method: 'get',
  path: '/v1/w/{key}/content/{hash}',
  tags: ['widget'],
  summary: 'The published content of a workspace in one language',
  description: 'Immutable under its hash: to be kept for a year by browsers and anything in between.',
  request: { params: WidgetKey.extend({ hash: z.string() }) },
  responses: {
    200: json(z.object({ locale: z.string(), contents: z.array(z.unknown()) }), 'The content'),
    304: { description: 'It is what the browser has' },
  },
});

/** What the widget shows. Mounted at the root: `/v1/w/{key}/content/{hash}`. */
export function contentFileRoutes(deps: Pick<Deps, 'database' | 'clock' | 'published' | 'log'>) {
  const door = createWidgetDoor(deps);
  const shelf = createFileShelf(deps.published);

  const routes = router();
  routes.openAPIRegistry.registerPath(getContent);
  routes.get('/v1/w/:key/content/:hash', async (c) => {
    const workspaceId = await door.workspaceOf(c.req.param('key'));
    const hash = c.req.param('hash');
    const text = await shelf.find(workspaceId, hash);
    if (text === undefined) throw new AppError('not_found', 'There is no such content.');
    const etag = `"${hash}"`;
    const headers = { etag, 'cache-control': FOR_EVER };
    if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
    return c.body(text, 200, { ...headers, 'content-type': 'application/json; charset=utf-8' });
  });
  return routes;
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((known) => ['*', etag].includes(known.trim().replace(/^W\//, '')));
}
