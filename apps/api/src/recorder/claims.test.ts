import { DIALECTS } from '@banso/database/testing';
import { MINUTE_MS } from '@banso/domain/time';
import { beforeEach, describe, expect, test } from 'vitest';
import { aFact, aSource, aSurvey } from './testing/rig.ts';
import { SURVEY, recorderSuite } from './testing/suite.ts';

describe.each(DIALECTS)('claims on %s', (dialect) => {
  const suite = recorderSuite(dialect);

  const claim = () => aFact(suite.rig, 'content_claimed', { contentId: SURVEY, version: 1 });
  beforeEach(() => suite.rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey() }));

  /** Somebody whose first visit is over. */
  async function returning(name: string, account?: string) {
    const source = await aSource(
      suite.rig,
      name,
      account === undefined ? {} : { account: { externalId: account, traits: {}, signed: true } },
    );
    suite.rig.clock.advance(31 * MINUTE_MS);
    await suite.rig.recorder.record(source, [aFact(suite.rig, 'page', { url: 'https://app.example/' })]);
    return source;
  }

  test('are granted to one of many tabs and devices', async () => {
    const mika = await returning('mika');
    const other = suite.rig.another();
    const claims = Array.from({ length: 12 }, claim);
    const verdicts = await Promise.all(
      claims.map((fact, n) => (n % 2 === 0 ? suite.rig.recorder : other).record(mika, [fact])),
    );
    const granted = verdicts.flat().filter((verdict) => verdict.accepted);
    expect(granted).toHaveLength(1);
    expect(await suite.only('exposure')).toMatchObject({ id: granted[0]?.id, contact_id: mika.contactId });
    expect(await suite.only('contact')).toMatchObject({
      visit_interruptions: 1,
      last_interrupted_at: suite.rig.clock.now(),
    });
    expect(await suite.only('content_state')).toMatchObject({ attempts: 1 });
    await other.close();
  });

  test('are granted again under the same id, and refused ones are not kept', async () => {
    const mika = await returning('mika');
    const [granted, late] = [claim(), claim()];
    await suite.rig.recorder.record(mika, [granted]);
    const [again, refused] = await suite.rig.recorder.record(mika, [granted, late]);
    expect(again).toEqual({ id: granted.event.id, accepted: true });
    expect(refused).toMatchObject({ accepted: false, code: 'not_granted', message: 'claimed_elsewhere' });
    expect((await suite.rows('event')).filter(({ type }) => type === 'content_claimed')).toHaveLength(1);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['first_session', () => aSource(suite.rig, 'mika')],
    [
      'not_interruptive',
      async () => {
        await suite.rig.publish({
          id: SURVEY,
          kind: 'survey',
          body: aSurvey(),
          delivery: { interruptive: false },
        });
        return returning('mika');
      },
    ],
    [
      'not_published',
      async () => {
        await suite.rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey(), status: 'paused' });
        return returning('mika');
      },
    ],
    [
      'not_started',
      async () => {
        await suite.rig.publish({
          id: SURVEY,
          kind: 'survey',
          body: aSurvey(),
          delivery: { startsAt: '2027-01-01T00:00:00.000Z' },
        });
        return returning('mika');
      },
    ],
    [
      'not_sampled',
      async () => {
        await suite.rig.publish({
          id: SURVEY,
          kind: 'survey',
          body: aSurvey(),
          delivery: { samplePercent: 0 },
        });
        return returning('mika');
      },
    ],
  ])('are refused with the reason that holds: %s', async (reason, prepare) => {
    await prepare();
    const mika = await aSource(suite.rig, 'mika');
    expect(await suite.rig.recorder.record(mika, [claim()])).toMatchObject([
      { code: 'not_granted', message: reason },
    ]);
  });

  test('leave most people of an account in peace', async () => {
    const people = [];
    for (let n = 0; n < 10; n += 1) people.push(await returning(`user-${n}`, 'acme'));
    const other = suite.rig.another();
    const verdicts = await Promise.all(
      people.map((person, n) => (n % 2 === 0 ? suite.rig.recorder : other).record(person, [claim()])),
    );
    const refused = verdicts.flat().filter((verdict) => !verdict.accepted);
    expect(refused).toHaveLength(8);
    expect(refused.every((verdict) => !verdict.accepted && verdict.message === 'account_budget')).toBe(true);
    await other.close();
  });
});
