import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { Journal } from './testing/people-online.ts';
import { peopleOnline } from './testing/people-online.ts';
import { unreliableDisk } from './testing/power-cut/disk.ts';
import { syncShim } from './testing/power-cut/sync-shim.ts';
import { kept, recounted, rowsOf } from './testing/recount/recount.ts';
import type { TestContent } from './testing/rig.ts';
import { aSurvey } from './testing/rig.ts';
import { furnish, openPlace, served } from './testing/served.ts';

/** Power cuts; a release is tested with 100. */
const CUTS = Number(process.env['BANSO_POWER_CUTS'] ?? 6);
const PEOPLE = 16;
const SURVEY = 'srv_0195d000-0000-7000-8000-0000000000a1';
const CONTENTS: readonly TestContent[] = [{ id: SURVEY, kind: 'survey', body: aSurvey() }];
const FORGETFUL = pathToFileURL(join(import.meta.dirname, 'testing/power-cut/forgetful.ts')).href;
const isPossible = syncShim(process.platform, process.arch) !== undefined;

const answers = (person: number, turn: number) => [
  {
    type: 'survey_answered',
    contentId: SURVEY,
    version: 1,
    responseId: `rsp_${uuidv7()}`,
    question: 'score',
    value: (person + turn) % 11,
  },
];

/** Cuts the power again and again under load. Answers what people were told, and what the disk holds of it. */
async function cutOverAndOver(
  cuts: number,
  env: NodeJS.ProcessEnv,
  enough: (journal: Journal) => boolean = () => false,
) {
  const disk = unreliableDisk();
  const workspace = await furnish(disk, CONTENTS);
  const service = await served(disk, { env: { ...disk.env, ...env }, watch: (child) => disk.watch(child) });
  await service.start();
  const online = peopleOnline(service.url, workspace, PEOPLE, answers);
  for (let cut = 0; cut < cuts && !enough(online.journal); cut += 1) {
    await online.untilAccepted(2 * PEOPLE + Math.floor(Math.random() * 100));
    await disk.cut();
    await service.kill();
    disk.restore();
    await service.start();
  }
  await online.leave();
  await service.stop();
  const database = await openPlace(disk);
  const logged = (await rowsOf(database, workspace.workspaceId, 'event')).filter(
    ({ type }) => type === 'survey_answered',
  );
  const result = {
    journal: online.journal,
    logged: new Set(logged.map(({ id }) => String(id))),
    kept: await kept(database, workspace.workspaceId),
    recounted: await recounted(database, workspace.workspaceId, CONTENTS),
  };
  await database.close();
  const file = new BetterSqlite(join(disk.dataDir, 'banso.db'));
  const integrity = file.pragma('integrity_check', { simple: true });
  file.close();
  disk.remove();
  return { ...result, integrity };
}

test.runIf(isPossible)(
  `power cuts lose nothing that was acknowledged (${CUTS} cuts)`,
  async () => {
    const { journal, logged, integrity, ...projections } = await cutOverAndOver(CUTS, {});
    expect(journal).toMatchObject({ refused: [], lostSessions: 0 });
    expect(journal.unanswered).toBeGreaterThan(0);
    expect([...journal.accepted].filter((id) => !logged.has(id))).toEqual([]);
    expect(logged).toEqual(journal.sent);
    expect(integrity).toBe('ok');
    expect(projections.kept).toEqual(projections.recounted);
  },
  60_000 + CUTS * 30_000,
);

test.runIf(isPossible)(
  'the same cuts lose acknowledged answers where only checkpoints are flushed',
  async () => {
    const { journal, logged } = await cutOverAndOver(
      3,
      { NODE_OPTIONS: `--import ${FORGETFUL}` },
      ({ lostSessions }) => lostSessions > 0,
    );
    const lost = [...journal.accepted].filter((id) => !logged.has(id));
    expect(lost.length).toBeGreaterThan(0);
  },
  360_000,
);
