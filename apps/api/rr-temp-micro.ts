import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, openDatabase, organisations, workspaces } from '@banso/database';
import { newId, systemClock as clock } from './src/clock.ts';
import { publishedContents } from './src/published-contents.ts';
import { createRecorder } from './src/recorder/create-recorder.ts';
import { createOffers } from './src/offer/offers.ts';
import {
  publishContent,
  aSurvey,
  aChecklist,
  aStep,
  aResource,
  anArrival,
} from './src/recorder/testing/rig.ts';
const dir = mkdtempSync('/tmp/rr-');
const database = await openDatabase({
  url: process.env.DATABASE_URL,
  listenUrl: process.env.DATABASE_URL,
  file: join(dir, 'banso.db'),
} as any);
await migrate(database);
const live: any = { publish() {}, subscribe: () => () => {} };
const published = publishedContents({ database, live, clock });
const recorder = createRecorder({ database, published, live, clock, newId });
const offers = createOffers({ database, published });
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
const U = 4000;
const people = await Promise.all(
  Array.from({ length: U }, async (_, i) => ({
    workspaceId: ws,
    verified: true,
    locale: 'en',
    ...(await recorder.arrive(anArrival(ws, `user-${i}`, {}))),
  })),
);
const W = Number(process.env.W ?? 20);
const run = async (n: number, offer: boolean) => {
  let k = 0;
  const c = process.cpuUsage();
  const t = performance.now();
  await Promise.all(
    Array.from({ length: W }, async () => {
      while (k < n) {
        const i = k++;
        const at = clock.now();
        const source = people[i % U]!;
        await recorder.record(source, [
          {
            event: {
              id: newId(),
              at,
              type: 'survey_answered',
              contentId: ids.survey,
              version: 1,
              responseId: newId('rsp'),
              question: 'score',
              value: i % 11,
              url: 'https://app.example/x',
            } as any,
            occurredAt: at,
          },
        ]);
        if (offer)
          await offers.of({
            workspaceId: ws,
            actor: source,
            page: { url: 'https://app.example/x', device: 'desktop' },
            now: at,
          });
      }
    }),
  );
  const u = process.cpuUsage(c);
  console.log(
    offer ? 'record+offer' : 'record',
    'W',
    W,
    'cpu us/req',
    Math.round((u.user + u.system) / n),
    'wall us/req',
    Math.round(((performance.now() - t) * 1000) / n),
  );
};
await run(4000, false);
await run(16000, false);
process.exit(0);
