import { uuidv7 } from 'uuidv7';
import { answerBody, install } from './installation.ts';
import type { LoadRequest } from './load.ts';
import { load } from './load.ts';
import type { Row } from './report.ts';
import { spreadOf } from './report.ts';
import { startApi, startEcho } from './servers.ts';

const ROUNDS = 3;
const SECONDS = 3;
const PEOPLE = 2_048;
/** A key may make 6,000 requests a minute: enough of them that none is used up. */
const KEYS = 60;
/** As many as the stock client of Segment sends at once. */
const BATCH = 15;

let [turn, requests] = [0, 0];

function batchOf(size: number): string {
  const timestamp = new Date().toISOString();
  const batch = Array.from({ length: size }, () => ({
    type: 'track',
    messageId: uuidv7(),
    userId: `user-${turn++ % PEOPLE}`,
    event: 'ticket_closed',
    properties: { ticketId: `T-${turn}`, minutes: turn % 90 },
    timestamp,
  }));
  return JSON.stringify({ batch, sentAt: timestamp });
}

/** What servers tell, over the whole path and durable, on SQLite: beside a bare Hono + zod echo of one answer. */
export async function benchTracking(): Promise<Row[]> {
  const [api, echo] = [await startApi(), await startEcho()];
  try {
    const installation = await install(api.url);
    const keys = await installation.secretKeys(KEYS);
    const telling = (size: number) => (): LoadRequest => {
      const key = keys[requests++ % KEYS] ?? '';
      return {
        path: '/v1/batch',
        headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
        body: batchOf(size),
      };
    };
    const echoed = (connection: number): LoadRequest => ({
      path: `/v1/w/${installation.key}/sync`,
      headers: {},
      body: answerBody(installation.surveyId, connection % 11),
    });
    const ratios: Record<1 | typeof BATCH, number[]> = { 1: [], [BATCH]: [] };
    let refused = 0;
    await load(api.url, 1, telling(1));
    for (let round = 0; round < ROUNDS; round++) {
      const bare = await load(echo.url, SECONDS, echoed);
      for (const size of [1, BATCH] as const) {
        const durable = await load(api.url, SECONDS, telling(size));
        ratios[size].push((size * durable.perSecond) / bare.perSecond);
        refused += durable.refused;
      }
    }
    const row = (size: 1 | typeof BATCH, what: string): Row => ({
      what,
      ...spreadOf(ratios[size]),
      unit: '× echo',
      limit: 'for comparison',
      within: true,
    });
    return [
      row(1, 'facts from servers a second, one a request, 64 connections'),
      row(BATCH, `facts from servers a second, ${BATCH} a request`),
      {
        what: 'requests refused',
        median: refused,
        min: refused,
        max: refused,
        unit: '',
        limit: '0',
        within: refused === 0,
      },
    ];
  } finally {
    await api.stop();
    await echo.stop();
  }
}
