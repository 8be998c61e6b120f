import { Agent, request as send } from 'node:http';

export interface Load {
  /** Requests answered with 2xx, a second. */
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Everything that was not answered with 2xx. */
  refused: number;
}

export const CONNECTIONS = 64;

export interface LoadRequest {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** Sends for some seconds over 64 connections or so many, one request after the other on each. */
export async function load(
  url: string,
  seconds: number,
  requestOf: (connection: number) => LoadRequest,
  connections = CONNECTIONS,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  const latencies: number[] = [];
  let refused = 0;
  const begin = performance.now();
  const end = begin + seconds * 1_000;

  const once = ({ path, headers, body }: LoadRequest) =>
    new Promise<boolean>((done) => {
      const asked = send(
        {
          agent,
          hostname,
          port,
          path,
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            ...headers,
          },
        },
        (answer) => {
          answer.resume();
          answer.once('end', () => done((answer.statusCode ?? 500) < 300));
        },
      );
      asked.once('error', () => done(false));
      asked.end(body);
    });
  const connection = async (_: unknown, index: number) => {
    while (performance.now() < end) {
      const started = performance.now();
      if (await once(requestOf(index))) latencies.push(performance.now() - started);
      else refused++;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const elapsed = (performance.now() - begin) / 1_000;
  agent.destroy();
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return {
    perSecond: latencies.length / elapsed,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    refused,
  };
}
