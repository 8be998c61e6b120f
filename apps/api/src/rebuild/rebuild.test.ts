import type { CounterTable } from '@banso/database';
import { counters, events } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kept, rowsOf } from '../recorder/testing/recount/recount.ts';
import type { Rig } from '../recorder/testing/rig.ts';
import { aChecklist, aFact, aSource, aStep, aSurvey, openRig, testId } from '../recorder/testing/rig.ts';
import { compare, isClean } from './compare.ts';
import { putRight } from './put-right.ts';

const SURVEY = 'srv_0195d000-0000-7000-8000-0000000000b1';
const CHECKLIST = 'chk_0195d000-0000-7000-8000-0000000000b2';

describe.each(DIALECTS)('counters on %s', (dialect) => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await openRig(dialect);
    await rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
    await rig.publish({ id: CHECKLIST, kind: 'checklist', body: aChecklist([aStep('invite')]) });
    for (const [who, scores] of [
      ['ann', [3, 9]],
      ['bob', [10]],
    ] as const) {
      const source = await aSource(rig, who, { account: { externalId: 'acme', traits: {}, signed: true } });
      const of = (contentId: string) => ({ contentId, version: 1 });
      for (const value of scores) {
        rig.clock.advance(3_600_000);
        const said = { ...of(SURVEY), responseId: testId('rsp'), question: 'score', value };
        await rig.recorder.record(source, [aFact(rig, 'survey_answered', said)]);
      }
      await rig.recorder.record(source, [
        aFact(rig, 'track', { name: 'exported' }),
        aFact(rig, 'content_shown', { ...of(SURVEY), surface: 'panel' }),
        aFact(rig, 'content_dismissed', of(SURVEY)),
        aFact(rig, 'step_completed', { ...of(CHECKLIST), step: 'invite' }),
      ]);
    }
  });
  afterEach(() => rig.close());

  const own = () => rig.database.forWorkspace(rig.workspaceId);
  const found = () => own().snapshot((db) => compare(db, rig.workspaceId));
  const right = async () => {
    const comparison = await found();
    return own().write((db) => putRight(db, rig.workspaceId, comparison));
  };

  test('are all there, and right', async () => {
    const comparison = await found();
    expect(isClean(comparison)).toBe(true);
    expect(comparison.people).toBe(2);
    // every table of counters is in the comparison
    for (const table of counters.COUNTER_TABLES)
      expect(await own().read((db) => counters.list(db, rig.workspaceId, { table })), table).not.toEqual([]);
  });

  test('are put right in every table: one too many, one too few, one that is nobody’s', async () => {
    const before = await kept(rig.database, rig.workspaceId);
    for (const table of counters.COUNTER_TABLES) {
      await tamper(table);
      const { wrong } = await found();
      expect(new Set(wrong.map((each) => each.table))).toEqual(new Set([table]));
      expect(await right()).toBe(true);
    }
    expect(isClean(await found())).toBe(true);
    expect(await kept(rig.database, rig.workspaceId)).toEqual(before);
  });

  async function tamper(table: CounterTable): Promise<void> {
    await own().write(async (db) => {
      const rows = await counters.list(db, rig.workspaceId, { table });
      const [first, second] = rows;
      const by = (row: typeof first, sum: number) =>
        row ? [{ ...row, sums: row.sums.map((_, at) => (at === 0 ? sum : 0)) }] : [];
      await counters.add(db, rig.workspaceId, by(first, 4));
      await counters.add(db, rig.workspaceId, by(second, -1));
      if (table === 'event_count')
        await events.addCounts(db, rig.workspaceId, [
          { subjectId: 'acc_gone', name: 'exported', day: '2026-03-02', count: 3 },
        ]);
    });
  }

  test('and what follows from scores: which is the latest, and a person’s last', async () => {
    const before = await kept(rig.database, rig.workspaceId);
    await own().write(async (db) => {
      const none = { superseded_at: null };
      await db.updateTable('response').set(none).where('workspace_id', '=', rig.workspaceId).execute();
      const wrong = { last_score: 1, last_score_at: '2020-01-01T00:00:00.000Z' };
      await db.updateTable('contact').set(wrong).where('workspace_id', '=', rig.workspaceId).execute();
    });
    const comparison = await found();
    expect([comparison.successors.length, comparison.scores.length]).toEqual([1, 2]);
    expect(await right()).toBe(true);
    expect(await kept(rig.database, rig.workspaceId)).toEqual(before);
  });

  test('stay counted that come in between the comparison and its repair, and two repairs do not add up', async () => {
    await tamper('content_day');
    const [one, other] = [await found(), await found()];
    const source = await aSource(rig, 'bob');
    const shown = { contentId: SURVEY, version: 1, surface: 'panel' } as const;
    await rig.recorder.record(source, [aFact(rig, 'content_shown', shown)]);
    expect(await own().write((db) => putRight(db, rig.workspaceId, one))).toBe(true);
    expect(await own().write((db) => putRight(db, rig.workspaceId, other))).toBe(false);
    expect(isClean(await found())).toBe(true);
    const days = await rowsOf(rig.database, rig.workspaceId, 'content_day');
    const times = days.filter(({ metric, content_id }) => metric === 'shown' && content_id === SURVEY);
    expect(times.reduce((sum, { count }) => sum + Number(count), 0)).toBe(3);
  });
});
