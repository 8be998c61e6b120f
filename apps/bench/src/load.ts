import autocannon from 'autocannon';

export interface Load {
  /** Requests answered with 2xx, a second. */
  perSecond: number;
  p99Ms: number;
  refused: number;
}

const CONNECTIONS = 64;

/** Sends for some seconds over 64 connections; each connection asks `request` for its next one. */
export function load(url: string, seconds: number, request: (connection: number) => { path: string; headers: Record<string, string>; body: string }): Promise<Load> {
  let connections = 0;
  return new Promise((done, fail) => {
    const run = autocannon(
      {
        url,
        connections: CONNECTIONS,
        duration: seconds,
        setupClient(client) {
          const connection = connections++;
          const next = () => {
            const { path, headers, body } = request(connection % CONNECTIONS);
            client.setRequest({ method: 'POST', path, headers: { 'content-type': 'application/json', ...headers }, body });
          };
          next();
          client.on('response', next);
        },
      },
      (error: Error | null, result: { '2xx': number; non2xx: number; errors: number; duration: number; latency: { p99: number } }) => {
        if (error) fail(error);
        else done({ perSecond: result['2xx'] / result.duration, p99Ms: result.latency.p99, refused: result.non2xx + result.errors });
      },
    );
    run.on('error', fail);
  });
}
