import { DIALECTS } from '@banso/database/testing';
import { addMs, DAY_MS, MINUTE_MS } from '@banso/domain/time';
import { describe, expect, test } from 'vitest';
import { aFact, aSource } from './testing/rig.ts';
import { OTHER_SURVEY, recorderSuite } from './testing/suite.ts';

describe.each(DIALECTS)('visits on %s', (dialect) => {
  const suite = recorderSuite(dialect);

  test('begin after half an hour of silence', async () => {
    const mika = await aSource(suite.rig, 'mika');
    const seen: unknown[] = [];
    for (const minutes of [30, 31, 1, 600]) {
      suite.rig.clock.advance(minutes * MINUTE_MS);
      await suite.rig.recorder.record(mika, [
        aFact(suite.rig, 'page', { url: 'https://app.example/a?secret=1#b' }),
      ]);
      seen.push((await suite.only('contact'))['visits']);
    }
    expect(seen).toEqual([1, 2, 2, 3]);
  });

  test('are not made by facts that are refused or known', async () => {
    const mika = await aSource(suite.rig, 'mika');
    const known = aFact(suite.rig, 'track', { name: 'saved' });
    await suite.rig.recorder.record(mika, [known]);
    suite.rig.clock.advance(DAY_MS);
    await suite.rig.recorder.record(mika, [
      known,
      aFact(suite.rig, 'content_opened', { contentId: OTHER_SURVEY, version: 1 }),
    ]);
    expect(await suite.only('contact')).toMatchObject({
      visits: 1,
      last_seen_at: addMs(suite.rig.clock.now(), -DAY_MS),
    });
  });

  test('leave addresses without query and fragment', async () => {
    const mika = await aSource(suite.rig, 'mika');
    await suite.rig.recorder.record(mika, [
      aFact(suite.rig, 'page', { url: 'https://ann:pw@app.example/a?token=1#b' }),
    ]);
    const payload = (await suite.rows('event')).find(({ type }) => type === 'page')?.['payload'];
    expect(JSON.parse(String(payload))).toEqual({ url: 'https://app.example/a' });
  });
});
