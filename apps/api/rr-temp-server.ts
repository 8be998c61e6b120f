import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase, organisations, workspaces, keys, contents } from '@banso/database';
import { createApp } from './src/app.ts';
import { newId, systemClock as clock } from './src/clock.ts';
import { openLive } from './src/live.ts';
import { openLog } from './src/log.ts';
import { createMetrics } from './src/metrics.ts';
import { publishedContents } from './src/published-contents.ts';
import { openRateLimits } from './src/rate-limit.ts';
import { createRecorder } from './src/recorder/create-recorder.ts';
import { createAuth } from './src/auth.ts';
import { listen } from './src/server.ts';
import { newCredential } from './src/credential.ts';
import { publishContent, aSurvey, aChecklist, aStep, aResource } from './src/recorder/testing/rig.ts';

process.on('SIGINT', () => process.exit(0));
const dir = mkdtempSync(join(process.env.RR_DIR ?? tmpdir(), 'rr-'));
const settings: any = {
  port: Number(process.env.PORT ?? 8790),
  host: '127.0.0.1',
  dataDir: dir,
  databaseUrl: process.env.DATABASE_URL,
  databaseListenUrl: process.env.DATABASE_URL,
  publicUrl: 'http://127.0.0.1:8790',
  secret: 'a-secret-for-tests-only-0123456789',
  trustedProxies: 0,
  metricsToken: undefined,
  widgetLimit: 0,
  logLevel: 'warn',
  production: false,
  empty: true,
};
const database = await openDatabase({
  url: settings.databaseUrl,
  listenUrl: settings.databaseUrl,
  file: join(dir, 'banso.db'),
});
await migrate(database);
let RRCOUNT = 0;
const rec = database.record;
(database as any).record = (w: any) => {
  RRCOUNT++;
  return rec.call(database, w);
};
process.on('SIGUSR2', () => {
  console.error('commits', RRCOUNT);
  RRCOUNT = 0;
});
const log = openLog('warn');
const live = await openLive({ database, log, processId: newId() });
const limits = await openRateLimits({ settings, clock });
const published = publishedContents({ database, live, clock });
const recorder = createRecorder({ database, published, live, clock, newId });
const auth = createAuth({ settings, database });
const stopping = new AbortController();
const app = createApp({
  settings,
  database,
  clock,
  newId,
  auth,
  recorder,
  live,
  published,
  log,
  limits,
  metrics: createMetrics(),
  stopping: stopping.signal,
} as any);
const at = clock.now();
const org = newId('org'),
  ws = newId('ws');
await organisations.create(database.control, { id: org, name: 'x', createdAt: at });
await workspaces.create(database.control, {
  id: ws,
  organisationId: org,
  name: 'P',
  identityMode: 'measure',
  defaultLocale: 'en',
  locales: ['en'],
  timeZone: 'UTC',
  theme: {},
  createdAt: at,
  updatedAt: at,
});
const { value, hash, hint } = newCredential('bpk');
await database
  .forWorkspace(ws)
  .write((db) =>
    keys.create(db, ws, {
      id: newId('key'),
      kind: 'publishable',
      name: 'k',
      hint,
      scopes: [],
      createdAt: at,
      hash,
      algorithm: null,
      material: value,
    } as any),
  );
const ids = { survey: newId('srv'), checklist: newId('chk'), guide: newId('res') };
await publishContent(database, ws, { id: ids.survey, kind: 'survey', body: aSurvey() }, at);
if (!process.env.RR_ONE) {
  await publishContent(
    database,
    ws,
    {
      id: ids.checklist,
      kind: 'checklist',
      body: aChecklist([
        aStep('a'),
        aStep('b', {
          completeWhen: {
            type: 'event',
            subject: 'contact',
            name: 'created',
            op: 'at_least',
            count: 1,
            withinDays: null,
          },
        }),
      ]),
    },
    at,
  );
  await publishContent(database, ws, { id: ids.guide, kind: 'resource', body: aResource() }, at);
}
await listen(app.fetch as any, settings);
console.log(JSON.stringify({ key: value, ...ids, ws }));
if (process.env.RR_PROF) setInterval(() => {}, 1e6);
