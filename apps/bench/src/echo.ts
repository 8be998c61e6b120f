import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import * as z from 'zod';

/** The limit of durable ingest: Hono parses the same body with zod and answers, and stores nothing. */
const Body = z.object({
  events: z.array(z.object({ id: z.string(), type: z.string() }).loose()),
  page: z.object({ url: z.string() }).loose(),
  sentAt: z.string(),
});

const app = new Hono().post('*', async (c) => {
  const { events } = Body.parse(await c.req.json());
  return c.json({ accepted: events.map(({ id }) => id), refused: [] });
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  process.stdout.write(`Ready: http://127.0.0.1:${port}\n`),
);
