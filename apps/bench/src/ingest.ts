import { readFileSync } from 'node:fs';
import { answerBody, install, openSession } from './installation.ts';
import { CONNECTIONS, load } from './load.ts';
import { type Row, spreadOf } from './report.ts';
import { onBothDatabases, startApi, startEcho } from './servers.ts';

const ROUNDS = 3;
const SECONDS = 4;
/** So many that nobody answers more than a few dozen times. */
const PEOPLE = 2_048;
const MIB = 1_048_576;

function residentMib(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return (pages * 4_096) / MIB;
}

/** Durable ingest over the whole path beside a bare Hono + zod echo, in turn, on one database. */
async function ingestOn(name: string, databaseUrl: string | undefined): Promise<Row[]> {
  const [api, echo] = [await startApi(databaseUrl), await startEcho()];
  try {
    const installation = await install(api.url);
    const sessions: string[] = [];
    for (let n = 0; n < PEOPLE; n += CONNECTIONS) {
      sessions.push(
        ...(await Promise.all(
          Array.from({ length: CONNECTIONS }, (_, more) => openSession(installation, `user-${n + more}`)),
        )),
      );
    }
    let turn = 0;
    const path = `/v1/w/${installation.key}/sync`;
    const request = (connection: number) => ({
      path,
      headers: { authorization: `Bearer ${sessions[turn++ % PEOPLE] ?? ''}` },
      body: answerBody(installation.surveyId, connection % 11),
    });

    const ratios: number[] = [];
    const latencies: number[] = [];
    let refused = 0;
    await load(api.url, 1, request);
    for (let round = 0; round < ROUNDS; round++) {
      const bare = await load(echo.url, SECONDS, request);
      const durable = await load(api.url, SECONDS, request);
      ratios.push(durable.perSecond / bare.perSecond);
      latencies.push(durable.p99Ms);
      refused += durable.refused;
    }
    const memory = residentMib(api.pid);
    return [
      {
        what: `durable ingest, ${name}, 64 connections`,
        ...spreadOf(ratios),
        unit: '× echo',
        limit: '≥ 0.35 × echo',
        within: spreadOf(ratios).median >= 0.35,
      },
      {
        what: `p99, ${name}`,
        ...spreadOf(latencies),
        unit: 'ms',
        limit: '≤ 15 ms',
        within: spreadOf(latencies).median <= 15,
      },
      {
        what: `memory after it, ${name}`,
        median: memory,
        min: memory,
        max: memory,
        unit: 'MiB',
        limit: '≤ 200 MiB',
        within: memory <= 200,
      },
      {
        what: `answers refused, ${name}`,
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

/** Durable ingest on SQLite, and on PostgreSQL that flushes. */
export const benchIngest = (): Promise<Row[]> => onBothDatabases(ingestOn);
