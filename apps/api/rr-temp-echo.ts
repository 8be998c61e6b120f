import { Hono } from 'hono';
import { serve } from '@hono/node-server';
import { event, widgetApi } from '@banso/contract';
const app = new Hono().post('/v1/w/:key/sync', async (c) => {
  const parsed = widgetApi.SyncRequest.parse(await c.req.json());
  for (const e of parsed.events) event.Event.parse(e);
  return c.json({ accepted: parsed.events.map((e: any) => e.id) });
});
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 8791), hostname: '127.0.0.1' });
console.log('{}');
