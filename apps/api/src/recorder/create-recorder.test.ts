import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rig } from './testing/rig.ts';
import { aFact, anArrival, aSource, aSurvey, openRig } from './testing/rig.ts';

const SURVEY = 'srv_0195d000-0000-7000-8000-0000000000a1';

describe.each(DIALECTS)('the recorder on %s', (dialect) => {
  let rig: Rig;
  beforeEach(async () => void (rig = await openRig(dialect)));
  afterEach(() => rig.close());

  test('smoke', async () => {
    await rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
    const mika = await aSource(rig, 'mika');
    const verdicts = await rig.recorder.record(mika, [
      aFact(rig, 'survey_answered', { contentId: SURVEY, version: 1, responseId: 'rsp_1', question: 'score', value: 9 }),
      aFact(rig, 'track', { name: 'x' }),
    ]);
    expect(verdicts).toMatchObject([{ accepted: true }, { accepted: true }]);
    expect(anArrival('a', 'b')).toBeDefined();
  });
});
