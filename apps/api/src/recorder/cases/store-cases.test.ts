import { cases, caseSettings } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import type { CaseSettings } from '@banso/domain/cases';
import { closed, touched } from '@banso/domain/cases';
import { DAY_MS, HOUR_MS } from '@banso/domain/time';
import { beforeEach, describe, expect, test } from 'vitest';
import { aFact, aSource, aSurvey } from '../testing/rig.ts';
import { newResponse, recorderSuite, SURVEY } from '../testing/suite.ts';

describe.each(DIALECTS)('cases on %s', (dialect) => {
  const suite = recorderSuite(dialect);

  beforeEach(() => suite.rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey() }));

  const mika = () =>
    aSource(suite.rig, 'mika', { account: { externalId: 'acme', traits: {}, signed: true } });
  const note = (text: string) => aFact(suite.rig, 'message_sent', { text });
  const all = () => suite.rows('customer_case');
  const change = async (settings: (of: CaseSettings) => CaseSettings) => {
    const { database, workspaceId, clock } = suite.rig;
    const { settings: before, updatedAt } = await caseSettings.get(database.control, workspaceId);
    await caseSettings.put(database.control, workspaceId, updatedAt, settings(before), clock.now());
  };
  /** Changes the open case of a person as somebody on the team would. */
  const act = async (contactId: string, how: 'touch' | 'close') => {
    const { database, workspaceId, clock } = suite.rig;
    const at = clock.now();
    await database.forWorkspace(workspaceId).write(async (db) => {
      const [open] = await cases.listOf(db, workspaceId, [contactId]);
      const settings = await caseSettings.get(db, workspaceId);
      if (!open) throw new Error('There is no case');
      const after = how === 'touch' ? touched(open, at, true) : closed(settings.clock, open, 'resolved', at);
      await cases.update(db, workspaceId, { ...open, ...after }, at);
    });
  };

  test('a low score opens one, once, in the commit that records it; a good one none', async () => {
    const source = await mika();
    const responseId = newResponse();
    const fact = suite.answer('score', 3, responseId);
    await suite.rig.recorder.record(source, [fact]);
    await suite.rig.recorder.record(source, [fact]);
    await suite.rig.another().record(source, [fact]);
    expect(await all()).toMatchObject([
      {
        contact_id: source.contactId,
        account_id: source.accountId,
        response_id: responseId,
        cause: 'detractor',
        score: 3,
        priority: 'high',
        status: 'open',
        opened_at: suite.rig.clock.now(),
        // Monday noon in UTC, from nine to six: a business day later
        due_at: '2026-03-03T12:00:00.000Z',
      },
    ]);
    expect(suite.rig.heard.filter(({ type }) => type === 'case')).toHaveLength(1);
    await suite.rig.recorder.record(await aSource(suite.rig, 'jun'), [
      suite.answer('score', 9, newResponse()),
    ]);
    expect(await all()).toHaveLength(1);
  });

  test('two processes that hear the same person open one together', async () => {
    const source = await mika();
    const other = suite.rig.another();
    await Promise.all([
      suite.rig.recorder.record(source, [suite.answer('score', 2, newResponse())]),
      other.record(source, [note('Nothing works today')]),
    ]);
    expect(await all()).toMatchObject([{ status: 'open', cause: 'detractor', score: 2 }]);
  });

  test('a score that is changed to a better one takes its case back, and to a worse one brings it again', async () => {
    const source = await mika();
    const responseId = newResponse();
    const say = async (value: number) => {
      suite.rig.clock.advance(1_000);
      await suite.rig.recorder.record(source, [suite.answer('score', value, responseId)]);
    };
    await say(3);
    await say(9);
    expect(await all()).toMatchObject([{ status: 'closed', outcome: 'withdrawn', first_touch_at: null }]);
    await say(2);
    expect(await all()).toMatchObject([{ status: 'open', outcome: null, score: 2, reopenings: 0 }]);
    await act(source.contactId, 'touch');
    await say(9);
    expect(await all(), 'somebody is on it').toMatchObject([{ status: 'open' }]);
  });

  test('what a person says later joins the open one', async () => {
    const source = await mika();
    await suite.rig.recorder.record(source, [note('The export is slow')]);
    expect(await all()).toMatchObject([{ cause: 'message', response_id: null, priority: 'normal' }]);
    suite.rig.clock.advance(HOUR_MS);
    const later = newResponse();
    await suite.rig.recorder.record(source, [suite.answer('score', 1, later)]);
    await suite.rig.recorder.record(source, [suite.answer('score', 9, newResponse())]);
    expect(await all()).toMatchObject([
      { cause: 'detractor', response_id: later, score: 1, due_at: '2026-03-03T12:00:00.000Z' },
    ]);
  });

  test('who writes within a week after it was closed opens it again, and later a new one', async () => {
    const source = await mika();
    await suite.rig.recorder.record(source, [note('It crashed')]);
    await act(source.contactId, 'close');
    suite.rig.clock.advance(3 * DAY_MS);
    await suite.rig.recorder.record(source, [note('Again')]);
    expect(await all()).toMatchObject([{ status: 'open', reopenings: 1 }]);
    await act(source.contactId, 'close');
    suite.rig.clock.advance(8 * DAY_MS);
    await suite.rig.recorder.record(source, [note('Something else')]);
    expect((await all()).map(({ status }) => status).toSorted()).toEqual(['closed', 'open']);
  });

  test('the workspace says what opens one', async () => {
    await change((of) => ({
      ...of,
      targets: {
        ...of.targets,
        detractor: { opens: false, days: 1 },
        promoter: { opens: true, days: 2 },
        message: { opens: false, days: 1 },
      },
    }));
    const source = await mika();
    await suite.rig.recorder.record(source, [suite.answer('score', 0, newResponse()), note('Hello')]);
    expect(await all()).toEqual([]);
    suite.rig.clock.advance(DAY_MS);
    await suite.rig.recorder.record(source, [suite.answer('score', 10, newResponse())]);
    expect(await all()).toMatchObject([{ cause: 'promoter', priority: 'low' }]);
  });

  test('a low mark for satisfaction opens one too', async () => {
    const text = { en: 'How was it?' };
    const question = {
      key: 'csat',
      type: 'csat' as const,
      text,
      required: true,
      labels: { low: text, high: text },
    };
    await suite.rig.publish({ id: SURVEY, kind: 'survey', body: { ...aSurvey(), questions: [question] } });
    const source = await mika();
    const fact = aFact(suite.rig, 'survey_answered', {
      contentId: SURVEY,
      version: 2,
      responseId: newResponse(),
      question: 'csat',
      value: 2,
    });
    await suite.rig.recorder.record(source, [fact]);
    expect(await all()).toMatchObject([{ cause: 'low_csat', score: 2 }]);
  });
});
