import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DIALECTS } from '@banso/database/testing';
import type { Dialect } from '@banso/database';
import { startPostgres } from '@banso/testkit/postgres';
import BetterSqlite from 'better-sqlite3';
import { Client } from 'pg';
import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { kept, recounted, rowsOf } from './testing/recount/recount.ts';
import { peopleOnline } from './testing/people-online.ts';
import type { TestContent } from './testing/rig.ts';
import { aChecklist, aStep, aSurvey } from './testing/rig.ts';
import type { Place } from './testing/served.ts';
import { furnish, openPlace, served } from './testing/served.ts';

/** Kills for each database; a release is audited with 200. */
const KILLS = Number(process.env['BANSO_AUDIT_KILLS'] ?? 12);
const PEOPLE = 32;
const SERVERS = 4;
const DERIVED = new Set(['first_seen', 'checklist_completed']);

const [SURVEY, CHECKLIST] = ['srv', 'chk'].map(
  (prefix) => `${prefix}_0195d000-0000-7000-8000-0000000000a1`,
) as [string, string];
const CONTENTS: readonly TestContent[] = [
  { id: SURVEY, kind: 'survey', body: aSurvey() },
  {
    id: CHECKLIST,
    kind: 'checklist',
    body: aChecklist([aStep('invite'), aStep('connect')], { progressOf: 'account' }),
  },
];

/** Answers, changed answers, steps, and plain facts. */
function doing(person: number, turn: number): Record<string, unknown>[] {
  const survey = { contentId: SURVEY, version: 1, responseId: responses[person] };
  switch (turn % 4) {
    case 0:
      responses[person] = `rsp_${uuidv7()}`;
      return [
        {
          type: 'survey_answered',
          ...survey,
          responseId: responses[person],
          question: 'score',
          value: (person + turn) % 11,
        },
      ];
    case 1:
      return [
        { type: 'survey_answered', ...survey, question: 'score', value: turn % 11 },
        { type: 'track', name: 'saved' },
      ];
    case 2:
      return [
        { type: 'survey_answered', ...survey, question: 'reason', value: `because of ${turn}` },
        { type: 'survey_completed', ...survey },
      ];
    default:
      return [
        {
          type: 'step_completed',
          contentId: CHECKLIST,
          version: 1,
          step: turn % 8 === 3 ? 'invite' : 'connect',
        },
        { type: 'content_shown', contentId: CHECKLIST, version: 1, surface: 'panel' },
      ];
  }
}
const responses: string[] = [];

/** Something that can be killed beside the service itself: one of the database's processes, which takes all with it. */
type Crash = () => Promise<void>;

async function aPlace(
  dialect: Dialect,
): Promise<{ place: Place; crash: Crash | undefined; remove: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'banso-kill-'));
  const removeFolder = () => rmSync(dataDir, { recursive: true, force: true });
  if (dialect === 'sqlite')
    return { place: { dataDir }, crash: undefined, remove: async () => removeFolder() };
  const postgres = await startPostgres({ durable: true });
  if (!postgres) throw new Error('No PostgreSQL to kill');
  return {
    place: { dataDir, databaseUrl: postgres.url },
    crash: () => killBackend(postgres.url),
    async remove() {
      await postgres.stop();
      removeFolder();
    },
  };
}

/** PostgreSQL answers the death of one of its processes by ending all of them and recovering from its log. */
async function killBackend(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
  );
  await client.end().catch(() => undefined);
  const pid = rows[0]?.pid;
  if (pid !== undefined) execFileSync('kill', ['-9', `${pid}`]);
}

describe.each(DIALECTS)('killed over and over under load on %s', (dialect) => {
  test(
    `loses nothing that was acknowledged, doubles nothing, and counts right (${KILLS} kills)`,
    async () => {
      const { place, crash, remove } = await aPlace(dialect);
      const workspace = await furnish(place, CONTENTS);
      const { workspaceId } = workspace;
      const service = await served(place);
      await service.start();
      const online = peopleOnline(service.url, workspace, PEOPLE, doing, SERVERS);
      try {
        for (let kill = 0; kill < KILLS; kill += 1) {
          await online.untilAccepted(PEOPLE);
          await sleep(20 + Math.random() * 200); // anywhere in the work
          if (crash && kill % 2 === 1) await crash();
          else {
            await service.kill();
            await service.start();
          }
        }
        await online.untilAccepted(PEOPLE);
        await online.leave();
        expect(await service.stop()).toBe(0);
      } finally {
        await service.stop();
      }

      const { journal } = online;
      const database = await openPlace(place);
      const log = (await rowsOf(database, workspaceId, 'event')).filter(
        ({ type }) => !DERIVED.has(String(type)),
      );
      const logged = log.map(({ id }) => String(id));
      expect(journal).toMatchObject({ refused: [], lostSessions: 0 });
      expect(journal.unanswered).toBeGreaterThan(0);
      expect(new Set(logged)).toEqual(journal.accepted);
      expect(new Set(logged)).toEqual(journal.sent);
      expect(logged).toHaveLength(journal.sent.size);
      expect(await kept(database, workspaceId)).toEqual(await recounted(database, workspaceId, CONTENTS));
      await database.close();
      if (dialect === 'sqlite') {
        const file = new BetterSqlite(join(place.dataDir, 'banso.db'));
        expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
        file.close();
      }
      await remove();
    },
    60_000 + KILLS * 30_000,
  );
});
