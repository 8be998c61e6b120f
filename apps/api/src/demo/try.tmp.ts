import { mkdirSync, rmSync } from 'node:fs';
import { openDatabase, migrate } from '@banso/database';
import { pino } from 'pino';
import { newId, systemClock } from '../clock.ts';
import { seedDemo } from './seed.ts';
const dir = process.argv[2] ?? '/tmp/pg/d1';
rmSync(dir, { recursive: true, force: true });
mkdirSync(dir, { recursive: true });
const database = await openDatabase({
  url: process.env.DBURL,
  listenUrl: undefined,
  file: `${dir}/banso.db`,
} as never);
let t = performance.now();
await migrate(database);
console.log('migrate', Math.round(performance.now() - t));
t = performance.now();
const facts = await seedDemo({
  settings: {
    dataDir: dir,
    publicUrl: 'http://127.0.0.1:4340',
    secret: 'x'.repeat(20) + 'abcdefghijklmnop',
  } as never,
  database,
  clock: systemClock,
  newId,
  log: pino(),
});
console.log('seed', Math.round(performance.now() - t), facts?.workspaceId);
await database.close();
