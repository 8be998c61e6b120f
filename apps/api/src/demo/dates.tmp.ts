import { mkdirSync } from 'node:fs';
import { openTestDatabase } from '@banso/database/testing';
import { internalsOf } from '../../../../packages/database/src/internals.ts';
import { sql } from 'kysely';
import { pino } from 'pino';
import { newId } from '../clock.ts';
import { seedDemo } from './seed.ts';
const [from, count, step] = [process.argv[2]!, Number(process.argv[3]), Number(process.argv[4] ?? 1)];
mkdirSync('/tmp/pg/dates', { recursive: true });
const scores: number[] = [];
for (let i = 0; i < count; i++) {
  const now = new Date(Date.parse(from) + i * step * 86400000 + (i * 7919 % 1440) * 60000).toISOString();
  const database = await openTestDatabase('sqlite');
  try {
    await seedDemo({ settings: { dataDir: '/tmp/pg/dates', publicUrl: 'http://127.0.0.1:4340', secret: 'x'.repeat(20) + 'abcdefghijklmnop' } as never, database, clock: { now: () => now }, newId, log: pino() });
    const r = (await sql<{ n: number; s: number; s90: number; n90: number; e: number; u: number }>`select (select count(*) from response) n, (select round(100.0*(sum(score>=9)-sum(score<=6))/count(*),1) from response) s, (select round(100.0*(sum(score>=9)-sum(score<=6))/count(*),1) from response where answered_at > ${new Date(Date.parse(now) - 90*86400000).toISOString()}) s90, (select count(*) from response where answered_at > ${new Date(Date.parse(now) - 90*86400000).toISOString()}) n90, (select count(*) from event) e, (select value from counter) u`.execute(internalsOf(database).root)).rows[0]!;
    console.log(now, JSON.stringify(r));
  } catch (e) { console.log('FAILED', now, (e as Error).message); }
  await database.close();
}
