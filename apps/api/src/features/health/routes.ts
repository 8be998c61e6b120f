import { isIP } from 'node:net';
import { timingSafeEqual } from 'node:crypto';
import type { Database } from '@banso/database';
import { schemaState } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppDeps, AppEnv } from '../../app-env.ts';
import { credentialHash } from '../../credential.ts';
import { AppError } from '../../errors.ts';
import { incomingOf } from '../../middleware/body-limit.ts';
import { json, operation, router } from '../../operation.ts';

const tags = ['service'];
const Healthy = z.object({ status: z.literal('ok') });
const OK = { status: 'ok' } as const;

/**
 * What whoever runs the service asks. Mounted at the root.
 * @param database - The database as it was opened: its schema is asked for.
 */
export const healthRoutes = ({ settings, metrics, stopping }: AppDeps, database: Database) =>
  router()
    .openapi(
      operation('public', {
        method: 'get',
        path: '/healthz',
        tags,
        summary: 'Say that the process lives; asks nobody else',
        responses: { 200: json(Healthy, 'It lives') },
      }),
      (c) => c.json(OK, 200),
    )
    .openapi(
      operation('public', {
        method: 'get',
        path: '/readyz',
        tags,
        summary:
          'Say whether requests can be served: the database answers, its schema fits, nobody asked to stop',
        responses: { 200: json(Healthy, 'Send requests') },
      }),
      async (c) => {
        if (stopping.aborted)
          throw new AppError('unavailable', 'The service is stopping.', { retryAfter: 5 });
        await database.ping().catch((cause: unknown) => {
          throw new AppError('unavailable', 'The database does not answer.', { cause, retryAfter: 2 });
        });
        if ((await schemaState(database)) !== 'current')
          throw new AppError('unavailable', 'The schema of the database is not the one of this version.');
        return c.json(OK, 200);
      },
    )
    .openapi(
      operation('public', {
        method: 'get',
        path: '/metrics',
        tags,
        summary: 'Figures for Prometheus',
        description:
          'For this machine only; with BANSO_METRICS_TOKEN for whoever sends it as a bearer token, and for nobody else.',
        responses: { 200: { description: 'The figures', content: { 'text/plain': { schema: z.string() } } } },
      }),
      async (c) => {
        if (!mayRead(c, settings.metricsToken))
          throw new AppError('not_found', 'There is nothing at this address.');
        return c.text(await metrics.text(), 200, { 'content-type': metrics.contentType });
      },
    );

function mayRead(c: Context<AppEnv>, token: string | undefined): boolean {
  if (token === undefined) return isFromHere(c);
  const sent = /^bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  return timingSafeEqual(Buffer.from(credentialHash(sent)), Buffer.from(credentialHash(token)));
}

/** A proxy on the same machine calls from here too, so a forwarded request counts as one from elsewhere. */
function isFromHere(c: Context<AppEnv>): boolean {
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip'].some(
    (name) => c.req.header(name) !== undefined,
  );
  const remote = incomingOf(c)?.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  return !forwarded && (isIP(remote) === 4 ? remote.startsWith('127.') : remote === '::1');
}
