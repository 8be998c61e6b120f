import { DIALECTS } from '@banso/database/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { rowsOf } from './testing/recount/recount.ts';
import { aFact, aSource, aSurvey, rigOn } from './testing/rig.ts';
import { codesOf, newResponse, OTHER_SURVEY, SURVEY, recorderSuite } from './testing/suite.ts';

describe.each(DIALECTS)('recording facts on %s', (dialect) => {
  const suite = recorderSuite(dialect);

  beforeEach(() => suite.rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey() }));

  test('are kept once, however often and together with whatever they come', async () => {
    const mika = await aSource(suite.rig, 'mika');
    const [one, two] = [
      aFact(suite.rig, 'track', { name: 'saved' }),
      aFact(suite.rig, 'track', { name: 'saved' }),
    ];
    await suite.rig.recorder.record(mika, [one]);
    const again = await Promise.all([
      suite.rig.recorder.record(mika, [one, one, two]),
      suite.rig.recorder.record(mika, [two, one]),
    ]);
    expect(again.map(codesOf)).toEqual([
      ['accepted', 'accepted', 'accepted'],
      ['accepted', 'accepted'],
    ]);
    expect((await suite.rows('event')).filter(({ type }) => type === 'track')).toHaveLength(2);
    expect((await suite.only('event_count'))['count']).toBe(2);
  });

  test('are refused one by one, and the good ones of the same batch are kept', async () => {
    const mika = await aSource(suite.rig, 'mika');
    const verdicts = await suite.rig.recorder.record(mika, [
      suite.answer('score', 9, newResponse()),
      suite.answer('score', 11, newResponse()),
      aFact(suite.rig, 'content_shown', { contentId: OTHER_SURVEY, version: 1, surface: 'panel' }),
      aFact(suite.rig, 'track', { name: 'saved' }),
    ]);
    expect(codesOf(verdicts)).toEqual(['accepted', 'invalid', 'unknown_content', 'accepted']);
    expect(await suite.column('event', 'type')).toEqual(['first_seen', 'survey_answered', 'track']);
  });

  test.each([11, -1, 7.5, 1e300, '9', ''])(
    'with the score %j are refused and leave nothing behind',
    async (value) => {
      const mika = await aSource(suite.rig, 'mika');
      const [verdict] = await suite.rig.recorder.record(mika, [suite.answer('score', value, newResponse())]);
      expect(verdict).toMatchObject({
        accepted: false,
        code: 'invalid',
        message: 'value: must be a whole number from 0 to 10',
      });
      expect(await suite.rows('response')).toEqual([]);
      expect(await suite.rows('score_hour')).toEqual([]);
    },
  );

  test('of two workspaces in one commit do not meet', async () => {
    const elsewhere = await rigOn(suite.rig.database);
    const [here, there] = [await aSource(suite.rig, 'mika'), await aSource(elsewhere, 'mika')];
    const fact = aFact(suite.rig, 'track', { name: 'saved' });
    const foreign = aFact(suite.rig, 'content_shown', { contentId: SURVEY, version: 1, surface: 'panel' });
    const verdicts = await Promise.all([
      suite.rig.recorder.record(here, [fact, foreign]),
      suite.rig.recorder.record(there, [fact, foreign]),
    ]);
    expect(verdicts.map(codesOf)).toEqual([
      ['accepted', 'accepted'],
      ['accepted', 'unknown_content'],
    ]);
    expect((await rowsOf(suite.rig.database, elsewhere.workspaceId, 'event_count'))[0]).toMatchObject({
      subject_id: there.contactId,
      count: 1,
    });
  });

  test('of somebody who was removed fail alone', async () => {
    const mika = await aSource(suite.rig, 'mika');
    const ghost = { ...mika, contactId: 'con_gone' };
    const results = await Promise.allSettled([
      suite.rig.recorder.record(mika, [aFact(suite.rig, 'track', { name: 'a' })]),
      suite.rig.recorder.record(ghost, [aFact(suite.rig, 'track', { name: 'b' })]),
      suite.rig.recorder.record(mika, [aFact(suite.rig, 'track', { name: 'c' })]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { code: 'session_expired' } });
    expect(await suite.column('event_count', 'name')).toEqual(['a', 'c']);
  });

  test('are told to the console after the commit', async () => {
    const mika = await aSource(suite.rig, 'mika');
    const responseId = newResponse();
    await suite.rig.recorder.record(mika, [suite.answer('score', 9, responseId)]);
    expect(suite.rig.heard).toEqual([{ type: 'response', id: responseId, surveyId: SURVEY }]);
  });
});
