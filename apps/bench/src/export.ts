import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fill, type Words } from './fill.ts';
import { answerBody, type Installation, install, openSession } from './installation.ts';
import { load, type LoadRequest } from './load.ts';
import { type Row, spreadOf } from './report.ts';
import { onBothDatabases, startApi } from './servers.ts';

/** `BENCH_ANSWERS`: fewer, to see that it runs. */
const ANSWERS = Number(process.env['BENCH_ANSWERS'] ?? 1_000_000);
const PEOPLE = 512;
const ROUNDS = 5;
const SECONDS = 4;
/** So few that widgets' calls do not wait for each other: what delays them is the export. */
const CONNECTIONS = 8;

/** One of five has a comment. */
const answers = ({ numbers, before, padded }: Words, surveyId: string): readonly string[] => [
  `insert into response (workspace_id, id, content_id, version, contact_id, account_id, locale, verified, score, score_question, score_at,
    answered_at, read_at, comment, source)
  select workspace_id, 'rsp_bench' || ${padded('i')}, '${surveyId}', 1, id, account_id, 'en', 1, i % 11, 'score', at, at, at,
    case when i % 5 = 0 then 'The export stops at the end of the month.' end, 'widget'
  from (select i, ${before('2026-11-01T00:00:00Z', '(i * 104729) % 63072000')} as at from ${numbers(ANSWERS)} as n) as answer
  join (select *, row_number() over () - 1 as n from contact) as people on people.n = i % ${PEOPLE}`,
  `insert into response_answer (workspace_id, response_id, question, number, walked, answered_at)
  select workspace_id, id, 'score', score, 1, answered_at from response where id like 'rsp_bench%'`,
];

/** Makes an export of everything, and begins to fetch its file. @returns what ends it, and tells how many lines came. */
async function beginExport({ url }: Installation, key: string): Promise<() => Promise<number>> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ kind: 'responses', format: 'csv' });
  const made = await fetch(`${url}/v1/exports`, { method: 'POST', headers, body });
  if (!made.ok) throw new Error(`The export was refused: ${made.status} ${await made.text()}`);
  const { id } = (await made.json()) as { id: string };
  const drain = fileURLToPath(new URL('./drain.ts', import.meta.url));
  const child = spawn(process.execPath, [drain, `${url}/v1/exports/${id}/file`, key], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child.stdout, 'data');
  return async () => {
    if (said.includes('ended'))
      throw new Error('The export was through before the calls: it has too few rows');
    child.kill();
    if (child.exitCode === null) await once(child, 'close');
    return Number(/stopped (\d+)/.exec(said)?.[1]);
  };
}

/** What a widget's calls take while a million rows are fetched, held against what they take alone. */
async function exportOn(name: string, databaseUrl: string | undefined): Promise<Row[]> {
  const api = await startApi(databaseUrl);
  try {
    const installation = await install(api.url);
    const [key = ''] = await installation.secretKeys(1);
    const sessions: string[] = [];
    for (let n = 0; n < PEOPLE; n++) sessions.push(await openSession(installation, `user-${n}`));
    await fill({ url: databaseUrl, file: join(api.folder, 'banso.db') }, (words) =>
      answers(words, installation.surveyId),
    );

    let turn = 0;
    const request = (connection: number): LoadRequest => ({
      path: `/v1/w/${installation.key}/sync`,
      headers: { authorization: `Bearer ${sessions[turn++ % PEOPLE] ?? ''}` },
      body: answerBody(installation.surveyId, connection % 11),
    });
    const ratios = { p50Ms: [] as number[], p99Ms: [] as number[] };
    const speeds: number[] = [];
    await load(api.url, 1, request, CONNECTIONS);
    for (let round = 0; round < ROUNDS; round++) {
      const alone = await load(api.url, SECONDS, request, CONNECTIONS);
      const stop = await beginExport(installation, key);
      const beside = await load(api.url, SECONDS, request, CONNECTIONS);
      speeds.push((await stop()) / SECONDS);
      for (const figure of ['p50Ms', 'p99Ms'] as const) ratios[figure].push(beside[figure] / alone[figure]);
    }
    const delays = (['p50Ms', 'p99Ms'] as const).map((figure) => ({
      what: `widget's call while ${ANSWERS} rows are exported, ${figure.slice(0, 3)}, ${name}, ${CONNECTIONS} connections`,
      ...spreadOf(ratios[figure]),
      unit: '× without the export',
      limit: '≤ 2 × without',
      within: spreadOf(ratios[figure]).median <= 2,
    }));
    const speed = {
      ...spreadOf(speeds),
      unit: 'rows/s',
      limit: 'no limit is set; for comparison',
      within: true,
    };
    return [...delays, { what: `export beside these calls, ${name}`, ...speed }];
  } finally {
    await api.stop();
  }
}

/** Durable answers beside an export of a million rows, on SQLite and on PostgreSQL that flushes. */
export const benchExport = (): Promise<Row[]> => onBothDatabases(exportOn);
