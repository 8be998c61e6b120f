import { DIALECTS, openTestDatabase } from '@banso/database/testing';
import { addMs, MINUTE_MS } from '@banso/domain/time';
import { describe, expect, test } from 'vitest';
import { kept, recounted } from './testing/recount/recount.ts';
import { aChecklist, aFact, anArrival, aSource, aStep, aSurvey, rigOn } from './testing/rig.ts';
import { CHECKLIST, newResponse, OTHER_SURVEY, SURVEY, recorderSuite } from './testing/suite.ts';

describe.each(DIALECTS)('the recorder on %s', (dialect) => {
  const suite = recorderSuite(dialect);

  test('refuses everybody while the suite.rig.database is away, and keeps nothing of them', async () => {
    const own = await rigOn(await openTestDatabase(dialect));
    const mika = await aSource(own, 'mika');
    await own.database.close();
    const results = await Promise.allSettled([
      own.recorder.record(mika, [aFact(own, 'track', { name: 'a' })]),
      own.recorder.arrive(anArrival(own.workspaceId, 'jun')),
    ]);
    for (const result of results)
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
  });

  test('counts right when several processes record the same people at once', async () => {
    const contents = [
      { id: SURVEY, kind: 'survey' as const, body: aSurvey() },
      { id: OTHER_SURVEY, kind: 'survey' as const, body: aSurvey() },
      {
        id: CHECKLIST,
        kind: 'checklist' as const,
        body: aChecklist([aStep('invite'), aStep('connect')], { progressOf: 'account' }),
      },
    ];
    for (const content of contents) await suite.rig.publish(content);
    const recorders = [suite.rig.recorder, suite.rig.another(), suite.rig.another()];
    const people = [];
    for (let n = 0; n < 6; n += 1)
      people.push(
        await aSource(suite.rig, `user-${n}`, {
          account: { externalId: `acme-${n % 2}`, traits: {}, signed: true },
        }),
      );
    for (let round = 0; round < 12; round += 1) {
      suite.rig.clock.advance(40 * MINUTE_MS);
      await Promise.all(
        people.flatMap((person, n) =>
          recorders.map(async (recorder, r) => {
            const responseId = newResponse();
            const at = addMs(suite.rig.clock.now(), -(round * 100 + n * 10 + r));
            const said = { contentId: SURVEY, version: 1 };
            const facts = [
              aFact(suite.rig, 'track', { name: 'saved' }),
              aFact(suite.rig, 'content_claimed', { contentId: OTHER_SURVEY, version: 1 }),
              aFact(
                suite.rig,
                'survey_answered',
                { ...said, responseId, question: 'score', value: (round + n + r) % 11 },
                { at },
              ),
              aFact(suite.rig, 'survey_completed', { ...said, responseId }),
              aFact(suite.rig, 'step_completed', {
                contentId: CHECKLIST,
                version: 1,
                step: n % 2 === 0 ? 'invite' : 'connect',
              }),
            ];
            await recorder.record(person, facts);
            await recorders[(r + 1) % 3]!.record(
              person,
              facts.filter(({ event }) => event.type !== 'content_claimed'),
            );
          }),
        ),
      );
    }
    expect(await kept(suite.rig.database, suite.rig.workspaceId)).toEqual(
      await recounted(suite.rig.database, suite.rig.workspaceId, contents),
    );
    await Promise.all(recorders.map((recorder) => recorder.close()));
  }, 60_000);
});
