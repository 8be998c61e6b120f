import type { report } from '@banso/contract';
import { SECOND_MS } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import type { createAdmission } from '../../admission.ts';
import type { AppDeps } from '../../app-env.ts';
import { operation, router } from '../../operation.ts';

const HEARTBEAT_MS = 15 * SECOND_MS;
/** Told to the browser: how long it waits before it connects again. */
const RETRY_MS = 2 * SECOND_MS;
/** A reader so far behind is gone, or had better read everything anew. */
const MAX_WAITING = 1_000;

/**
 * The console's live feed as server-sent events. Mounted at the root: `/v1/live`.
 * @param admit - Asked again at each heartbeat: whoever lost session, role or key hears nothing any more.
 */
export const liveRoutes = ({ live, newId, stopping }: AppDeps, admit: ReturnType<typeof createAdmission>) =>
  router().openapi(
    operation('read', {
      method: 'get',
      path: '/v1/live',
      tags: ['live'],
      summary: 'Hear what happens in the workspace, as server-sent events',
      description:
        'Each event is named by its type and holds ids, and names of the team. A comment every 15 s keeps the connection. What happened while nobody was connected is not told again: read the lists after connecting. `workspace` may name the workspace, since an EventSource cannot send headers.',
      request: { query: z.object({ workspace: z.string().optional() }) },
      responses: {
        200: { description: 'The stream', content: { 'text/event-stream': { schema: z.string() } } },
      },
    }),
    (c) => {
      const { workspaceId } = c.var;
      const asker = { headers: new Headers(c.req.raw.headers), workspaceInQuery: workspaceId };
      c.header('x-accel-buffering', 'no'); // nginx would hold events back
      return streamSSE(c, async (stream) => {
        const waiting: report.LiveEvent[] = [];
        let wake = Promise.withResolvers<void>();
        let isOver = stopping.aborted;
        const end = () => {
          isOver = true;
          wake.resolve();
        };
        const stop = live.subscribe(workspaceId, (event) => {
          if (waiting.length >= MAX_WAITING) end();
          else waiting.push(event);
          wake.resolve();
        });
        let isDue = false;
        const heartbeat = setInterval(() => {
          isDue = true;
          wake.resolve();
        }, HEARTBEAT_MS);
        stream.onAbort(end);
        stopping.addEventListener('abort', end);
        try {
          await stream.write(`retry: ${RETRY_MS}\n: hello\n\n`);
          while (!isOver && !stream.aborted) {
            await wake.promise;
            wake = Promise.withResolvers();
            for (const event of waiting.splice(0))
              await stream.writeSSE({ id: newId(), event: event.type, data: JSON.stringify(event) });
            if (!isDue) continue;
            isDue = false;
            const isStillIn = await admit('read', asker).then(
              () => true,
              () => false,
            );
            if (!isStillIn) return;
            await stream.write(': still here\n\n');
          }
        } finally {
          clearInterval(heartbeat);
          stopping.removeEventListener('abort', end);
          stop();
        }
      });
    },
  );
