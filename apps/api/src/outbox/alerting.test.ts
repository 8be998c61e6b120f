import type { AlertRuleRecord } from '@banso/database';
import { alertRules, alerts, deliveries, webhooks } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { addMs } from '@banso/domain/time';
import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../clock.ts';
import { outboxLanes } from '../jobs/outbox.ts';
import { aSource, aSurvey } from '../recorder/testing/rig.ts';
import { newResponse, recorderSuite, SURVEY } from '../recorder/testing/suite.ts';
import { testSettings } from '../testing.ts';

describe.each(DIALECTS)('alerts of answers on %s', (dialect) => {
  const suite = recorderSuite(dialect);
  let webhookId: string;

  beforeEach(async () => {
    const { rig } = suite;
    await rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
    webhookId = newId('whk');
    const at = rig.clock.now();
    await rig.database.forWorkspace(rig.workspaceId).write((db) =>
      webhooks.create(db, rig.workspaceId, {
        id: webhookId,
        kind: 'webhook',
        name: 'Receiver',
        sealedUrl: '',
        urlHint: '',
        events: [],
        secrets: [],
        status: 'active',
        failingSince: null,
        createdAt: at,
        updatedAt: at,
        revision: 1,
      }),
    );
  });

  async function aRule(over: Partial<AlertRuleRecord> = {}): Promise<AlertRuleRecord> {
    const { rig } = suite;
    const at = rig.clock.now();
    const rule: AlertRuleRecord = {
      id: newId('alr'),
      name: 'Detractors',
      status: 'active',
      when: {
        type: 'answer',
        surveyId: null,
        score: { kind: 'nps', low: 0, high: 6 },
        words: [],
        topicId: null,
        segmentId: null,
      },
      receivers: { members: { type: 'all' }, webhookIds: [webhookId] },
      hours: null,
      perHour: 2,
      createdAt: at,
      updatedAt: at,
      updatedBy: null,
      revision: 1,
      lookedAt: null,
      ...over,
    };
    await rig.database
      .forWorkspace(rig.workspaceId)
      .write((db) => alertRules.create(db, rig.workspaceId, rule));
    return rule;
  }
  async function run(): Promise<void> {
    const { rig } = suite;
    // what is due stays where it is: nobody answers
    const lanes = outboxLanes(
      { ...rig, newId, settings: testSettings(), log: pino({ level: 'silent' }) },
      { egress: () => Promise.reject(new Error('away')), chance: () => 0 },
    );
    await lanes.run(rig.workspaceId);
    await lanes.close();
  }
  const sent = async () => {
    const { database, workspaceId } = suite.rig;
    const found = await database
      .forWorkspace(workspaceId)
      .read((db) => deliveries.list(db, workspaceId, webhookId, { limit: 50 }));
    return found.map(({ body }) => (JSON.parse(body) as { data: { responses: string[] } }).data.responses);
  };
  const lastBody = async () => {
    const { database, workspaceId } = suite.rig;
    const [last] = await database
      .forWorkspace(workspaceId)
      .read((db) => deliveries.list(db, workspaceId, webhookId, { limit: 1 }));
    return last?.body ?? '';
  };
  const told = ({ id }: AlertRuleRecord) => {
    const { database, workspaceId } = suite.rig;
    return database
      .forWorkspace(workspaceId)
      .read((db) => alerts.toldBy(db, workspaceId))
      .then((all) => all.get(id));
  };
  const say = async (who: string, score: number) => {
    const id = newResponse();
    await suite.rig.recorder.record(await aSource(suite.rig, who), [suite.answer('score', score, id)]);
    return id;
  };

  test('a low score is told once, however often the answer goes on; a high one never', async () => {
    await aRule();
    const id = await say('mika', 3);
    await say('jun', 10);
    await run();
    await suite.rig.recorder.record(await aSource(suite.rig, 'mika'), [suite.answer('score', 2, id)]);
    await run();
    expect(await sent()).toEqual([[id]]);
  });

  test('what comes on top of an hour is held back and told together', async () => {
    const rule = await aRule();
    const start = suite.rig.clock.now();
    const at = (minutes: number) => addMs(start, minutes * 60_000);
    expect(await told(rule)).toBeUndefined();
    const ids: string[] = [];
    for (const who of ['a', 'b', 'c', 'd']) {
      suite.rig.clock.advance(60_000);
      ids.push(await say(who, 0));
      await run();
    }
    expect(await sent()).toHaveLength(2);
    expect(await told(rule)).toEqual({ lastAt: at(2), waiting: 2 });
    suite.rig.clock.advance(3_600_000);
    await run();
    expect(await told(rule)).toEqual({ lastAt: suite.rig.clock.now(), waiting: 0 });
    const [last] = await sent();
    expect(last?.toSorted()).toEqual(ids.slice(2).toSorted());
    const { database, workspaceId, clock } = suite.rig;
    const due = await database
      .forWorkspace(workspaceId)
      .read((db) => alerts.listDue(db, workspaceId, clock.now()));
    expect(due).not.toContain(rule.id);
  });

  test('a score that fell from one closed week to the next is told once, and looked for once an hour', async () => {
    const { rig } = suite;
    const when = { type: 'drop', kind: 'nps', surveyId: SURVEY } as const;
    const rule = await aRule({ when });
    const DAY = 86_400_000;
    const week = async (scores: readonly number[]) => {
      for (const [n, score] of scores.entries()) await say(`person-${n}`, score);
    };
    const looked = () =>
      rig.database
        .forWorkspace(rig.workspaceId)
        .read((db) => alertRules.find(db, rig.workspaceId, rule.id))
        .then((found) => found?.lookedAt);
    // the clock stands at the noon of a Monday
    await week([9, 10, 9, 10, 9, 10, 7, 9, 10, 8]);
    rig.clock.advance(7 * DAY);
    await week([2, 3, 9, 5, 4, 1, 3, 2]);
    await run();
    expect(await sent(), 'the second week is not over').toEqual([]);
    rig.clock.advance(6 * DAY + 12 * 3_600_000);
    await run();
    const monday = rig.clock.now();
    expect([await sent(), await looked()]).toEqual([[[]], monday]);
    const { data } = JSON.parse(await lastBody()) as { data: { text: string } };
    expect(data.text).toContain('fell from 80 to -75');
    rig.clock.advance(60_000);
    await run();
    expect([(await sent()).length, await looked()]).toEqual([1, monday]);
    rig.clock.advance(3_600_000);
    await run();
    expect([(await sent()).length, await looked()]).toEqual([1, rig.clock.now()]);
  });

  test('what comes in quiet hours goes out when they end', async () => {
    const { rig } = suite;
    // Monday noon in UTC is nine in the evening in Tokyo
    await aRule({ hours: { timeZone: 'Asia/Tokyo', days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' } });
    const id = await say('mika', 1);
    await run();
    expect(await sent()).toEqual([]);
    rig.clock.advance(12 * 3_600_000);
    await run();
    expect(await sent()).toEqual([[id]]);
  });
});
