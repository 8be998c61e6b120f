import { event, widgetApi } from '@banso/contract';
import type { Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { createOffers } from '../../offer/offers.ts';
import { body, invalid, json, operation, router } from '../../operation.ts';
import type { Verdict } from '../../recorder/recorder.ts';
import { widgetBody } from '../../widget-body.ts';
import { createWidgetDoor } from '../../widget-door.ts';
import { WidgetKey } from '../../widget-key.ts';
import { readEvents } from '../../read-events.ts';

const syncEvents = operation('widget', {
  method: 'post',
  path: '/v1/w/{key}/sync',
  tags: ['widget'],
  summary: 'Report what a person did, and hear what is on offer now',
  description:
    'Each event is judged by itself: a bad one is refused with its id and reason, and the others go on. An id that was seen before is accepted again and changes nothing. What is accepted is on the disk. JSON, or the same JSON as text/plain.',
  request: { params: WidgetKey, body: body(widgetApi.SyncRequest) },
  responses: { 200: json(widgetApi.SyncResponse, 'What was accepted and refused, and what is on offer') },
});

/** The way in for what people do. Mounted at the root: `/v1/w/{key}/sync`. */
export function syncRoutes(
  deps: Pick<Deps, 'database' | 'clock' | 'recorder' | 'memory' | 'published' | 'log'>,
) {
  const { clock, recorder, published } = deps;
  const door = createWidgetDoor(deps);
  const offers = createOffers(deps);

  const routes = router();
  routes.openAPIRegistry.registerPath(syncEvents);
  routes.post('/v1/w/:key/sync', async (c) => {
    const key = c.req.param('key');
    const workspaceId = await door.workspaceOf(key);
    const source = await door.sourceOf(workspaceId, c.req.header('authorization'));
    const request = readRequest(await widgetBody(c));

    const now = clock.now();
    const { facts, refused } = readEvents(request.events, { sentAt: request.sentAt, receivedAt: now });
    const verdicts = await recorder.record(source, facts);
    const { offer, editions } = await offers.of({
      workspaceId,
      actor: source,
      page: request.page,
      now: clock.now(),
    });
    const file = await published.file(workspaceId, offer.preferences.locale ?? source.locale, editions);
    return c.json({
      accepted: verdicts.filter(({ accepted }) => accepted).map(({ id }) => id),
      refused: [
        ...refused,
        ...verdicts.filter(isRefused).map(({ id, code, message }) => ({ id, code, message })),
      ],
      content: { url: `/v1/w/${encodeURIComponent(key)}/content/${file.hash}` },
      ...offer,
    });
  });
  return routes;
}

function isRefused(verdict: Verdict): verdict is Extract<Verdict, { accepted: false }> {
  return !verdict.accepted;
}

function readRequest(value: unknown): widgetApi.SyncRequest {
  const parsed = widgetApi.SyncRequest.safeParse(value);
  if (parsed.success) return parsed.data;
  const isTooMany = parsed.error.issues.some(
    ({ code, path }) => code === 'too_big' && path.join('.') === 'events',
  );
  if (isTooMany)
    throw new AppError('too_large', `A batch may hold at most ${event.MAX_BATCH_EVENTS} events.`);
  throw invalid(parsed.error, 'json');
}
