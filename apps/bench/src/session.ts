import { install, sessionBody } from './installation.ts';
import { load } from './load.ts';
import { type Row, spreadOf } from './report.ts';
import { startApi, startEcho } from './servers.ts';

const ROUNDS = 3;
const SECONDS = 4;

/** The session call (identity, decision, progress, one durable commit) beside the bare echo. */
export async function benchSession(): Promise<Row[]> {
  const [api, echo] = [await startApi(), await startEcho()];
  try {
    const installation = await install(api.url);
    const request = (connection: number) => ({
      path: `/v1/w/${installation.key}/session`,
      headers: {},
      body: JSON.stringify(sessionBody(`user-${connection}`)),
    });
    const echoed = () => ({
      path: '/',
      headers: {},
      body: JSON.stringify({ events: [], page: { url: '' }, sentAt: '' }),
    });
    const ratios: number[] = [];
    await load(api.url, 1, request);
    for (let round = 0; round < ROUNDS; round++) {
      const bare = await load(echo.url, SECONDS, echoed);
      ratios.push((await load(api.url, SECONDS, request)).perSecond / bare.perSecond);
    }
    const { median, min, max } = spreadOf(ratios);
    return [
      {
        what: 'session call, SQLite, 64 connections',
        median,
        min,
        max,
        unit: '× echo',
        limit: 'no limit is set; for comparison',
        within: true,
      },
    ];
  } finally {
    await api.stop();
    await echo.stop();
  }
}
