import { createServer, type Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { SECOND_MS } from '@banso/domain/time';
import { CannotStart } from './cannot-start.ts';

/** Connections on which nothing happens for so long after the call to stop are closed. */
const QUIET_MS = SECOND_MS;
/** Whoever is not done by then is cut off. */
const PATIENCE_MS = 8 * SECOND_MS;

export interface RunningServer {
  /**
   * Takes no new connections, lets every request under way finish, and closes what is idle; what still runs after eight
   * seconds is cut off. Answers given meanwhile should carry `connection: close`.
   */
  stop(): Promise<void>;
}

/** @throws {CannotStart} when it cannot listen there. */
export async function listen(
  fetch: Parameters<typeof getRequestListener>[0],
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  const answer = getRequestListener(fetch, { hostname: host });
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  // behind a proxy that keeps connections for 60 s the proxy should be the one to close them
  server.keepAliveTimeout = 65 * SECOND_MS;
  server.headersTimeout = 20 * SECOND_MS;
  server.requestTimeout = 60 * SECOND_MS;
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(explained(error, host, port)));
    server.listen(port, host, done);
  });
  return { stop: () => stop(server) };
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new CannotStart(
      `Port ${port} is in use on ${host}. Set PORT to another one, e.g. PORT=${port + 1} npm start`,
    );
  if (error.code === 'EACCES')
    return new CannotStart(
      `Port ${port} needs rights that this process does not have. Set PORT to one over 1023.`,
    );
  if (error.code === 'EADDRNOTAVAIL')
    return new CannotStart(
      `${host} is not an address of this machine. Set HOST to one that is, or to 0.0.0.0.`,
    );
  return error;
}

async function stop(server: Server): Promise<void> {
  let isClosed = false;
  // http's own close() would at once cut idle connections, also those with a request on its way
  const closed = new Promise<void>((done) => {
    NetServer.prototype.close.call(server, () => {
      isClosed = true;
      done();
    });
  });
  await Promise.race([closed, sleep(QUIET_MS, undefined, { ref: false })]);
  const rounds = (PATIENCE_MS - QUIET_MS) / 100;
  for (let round = 0; !isClosed && round < rounds; round += 1) {
    server.closeIdleConnections();
    await Promise.race([closed, sleep(100)]);
  }
  server.closeAllConnections();
  await closed;
}
