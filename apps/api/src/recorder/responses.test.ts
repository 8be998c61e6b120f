import { responses } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import type { Instant } from '@banso/domain/time';
import { addMs, DAY_MS } from '@banso/domain/time';
import { beforeEach, describe, expect, test } from 'vitest';
import { aFact, aSource, aSurvey } from './testing/rig.ts';
import { codesOf, newResponse, SURVEY, recorderSuite, sorted } from './testing/suite.ts';

describe.each(DIALECTS)('responses on %s', (dialect) => {
  const suite = recorderSuite(dialect);

  beforeEach(() => suite.rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey() }));

  test('keep each answer as it comes, and their comment', async () => {
    const mika = await aSource(suite.rig, 'mika', {
      account: { externalId: 'acme', traits: {}, signed: true },
    });
    const responseId = newResponse();
    await suite.rig.recorder.record(mika, [suite.answer('score', 3, responseId)]);
    expect(await suite.only('response')).toMatchObject({
      score: 3,
      comment: null,
      completed_at: null,
      verified: 1,
      account_id: mika.accountId,
    });
    await suite.rig.recorder.record(mika, [suite.answer('more', 'Slow', responseId)]);
    expect(await suite.only('response')).toMatchObject({ comment: 'Slow' });
    await suite.rig.recorder.record(mika, [
      suite.answer('reason', 'It crashed', responseId),
      aFact(suite.rig, 'survey_completed', { contentId: SURVEY, version: 1, responseId }),
    ]);
    expect(await suite.only('response')).toMatchObject({
      score: 3,
      comment: 'It crashed',
      completed_at: suite.rig.clock.now(),
    });
    expect(await suite.only('contact')).toMatchObject({ last_score: 3 });
  });

  test('count a changed answer once, with its last value, whichever arrives first', async () => {
    const mika = await aSource(suite.rig, 'mika');
    const responseId = newResponse();
    const first = suite.answer('score', 2, responseId);
    suite.rig.clock.advance(1_000);
    const second = suite.answer('score', 9, responseId);
    await suite.rig.recorder.record(mika, [second]);
    await suite.rig.recorder.record(mika, [first]);
    expect(await suite.only('response')).toMatchObject({ score: 9 });
    expect((await suite.rows('score_hour')).filter(({ count }) => count !== 0)).toMatchObject([
      { score: 9, count: 1, latest: 1 },
    ]);
  });

  test('take a changed answer also when the call with the first one was the slower', async () => {
    const mika = await aSource(suite.rig, 'mika');
    const responseId = newResponse();
    const said = (value: number, at: Instant) =>
      aFact(
        suite.rig,
        'survey_answered',
        { contentId: SURVEY, version: 1, responseId, question: 'score', value },
        { at },
      );
    const start = suite.rig.clock.now();
    suite.rig.clock.advance(5_000);
    await suite.rig.recorder.record(mika, [said(2, addMs(start, 3_000))]);
    await suite.rig.recorder.record(mika, [said(9, addMs(start, 1_000))]);
    expect(await suite.only('response')).toMatchObject({ score: 9, score_at: addMs(start, 1_000) });
    expect((await suite.rows('score_hour')).filter(({ count }) => count !== 0)).toMatchObject([
      { score: 9, count: 1, latest: 1 },
    ]);
  });

  test('never count what was skipped', async () => {
    const mika = await aSource(suite.rig, 'mika');
    await suite.rig.recorder.record(mika, [
      suite.answer('score', null, newResponse()),
      suite.answer('more', '  ', newResponse()),
    ]);
    expect(await suite.rows('score_hour')).toEqual([]);
    expect(await suite.rows('content_day')).toEqual([]);
    expect(await suite.rows('counter')).toEqual([]);
    expect(suite.rig.heard).toEqual([]);
  });

  test('stay with the version that was shown, and take its answers after the team published another', async () => {
    const mika = await aSource(suite.rig, 'mika');
    const responseId = newResponse();
    await suite.rig.recorder.record(mika, [suite.answer('score', 8, responseId)]);
    const questions = aSurvey()
      .questions.filter(({ key }) => key === 'score')
      .map((question) => ({ ...question, key: 'nps' }));
    await suite.rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey({ questions }) });
    const verdicts = await suite.rig.recorder.record(mika, [
      suite.answer('more', 'Still here', responseId, 1),
      suite.answer('score', 8, newResponse(), 2),
      suite.answer('nps', 10, newResponse(), 2),
      suite.answer('nps', 10, newResponse(), 3),
    ]);
    expect(codesOf(verdicts)).toEqual(['accepted', 'unknown_question', 'accepted', 'unknown_content']);
    const kept = (await suite.rows('response')).map(({ version, score, comment }) => [
      version,
      score,
      comment,
    ]);
    expect(sorted(kept)).toEqual([
      [1, 8, 'Still here'],
      [2, 10, null],
    ]);
  });

  test('of somebody else cannot be touched', async () => {
    const [mika, jun] = [await aSource(suite.rig, 'mika'), await aSource(suite.rig, 'jun')];
    const responseId = newResponse();
    await suite.rig.recorder.record(mika, [suite.answer('score', 8, responseId)]);
    const completes = aFact(suite.rig, 'survey_completed', { contentId: SURVEY, version: 1, responseId });
    const unheard = aFact(suite.rig, 'survey_completed', {
      contentId: SURVEY,
      version: 1,
      responseId: newResponse(),
    });
    expect(
      codesOf(
        await suite.rig.recorder.record(jun, [suite.answer('score', 0, responseId), completes, unheard]),
      ),
    ).toEqual(['unknown_response', 'unknown_response', 'unknown_response']);
    expect(await suite.only('response')).toMatchObject({ score: 8, completed_at: null });
  });

  test('are followed by the person’s next one, also when an old one is completed later', async () => {
    const mika = await aSource(suite.rig, 'mika');
    const ids = [newResponse(), newResponse(), newResponse()];
    const times = [];
    for (const [n, responseId] of ids.entries()) {
      suite.rig.clock.advance(DAY_MS);
      times.push(suite.rig.clock.now());
      await suite.rig.recorder.record(mika, [suite.answer('score', n, responseId)]);
    }
    suite.rig.clock.advance(DAY_MS);
    await suite.rig.recorder.record(mika, [suite.answer('reason', 'Late', ids[0]!)]);
    const followed = new Map((await suite.rows('response')).map((row) => [row['id'], row['superseded_at']]));
    expect(ids.map((each) => followed.get(each))).toEqual([times[1], times[2], null]);
  });

  test('wait to be read again when something new stands in them', async () => {
    const mika = await aSource(suite.rig, 'mika');
    const responseId = newResponse();
    await suite.rig.recorder.record(mika, [suite.answer('score', 8, responseId)]);
    await suite.rig.database
      .forWorkspace(suite.rig.workspaceId)
      .write((db) => responses.setRead(db, suite.rig.workspaceId, responseId, suite.rig.clock.now()));
    expect((await suite.only('counter'))['value']).toBe(0);
    await suite.rig.recorder.record(mika, [suite.answer('score', 8, responseId)]);
    expect((await suite.only('counter'))['value']).toBe(0);
    await suite.rig.recorder.record(mika, [suite.answer('reason', 'Great', responseId)]);
    expect((await suite.only('counter'))['value']).toBe(1);
    expect((await suite.only('response'))['read_at']).toBeNull();
  });
});
