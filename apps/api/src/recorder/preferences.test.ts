import { DIALECTS } from '@banso/database/testing';
import { addMs, DAY_MS, MINUTE_MS } from '@banso/domain/time';
import { describe, expect, test } from 'vitest';
import { aFact, aSource, aSurvey } from './testing/rig.ts';
import { codesOf, newResponse, recorderSuite, SURVEY } from './testing/suite.ts';

describe.each(DIALECTS)('preferences on %s', (dialect) => {
  const suite = recorderSuite(dialect);
  const chose = (said: { asking?: 'usual' | 'less' | 'never'; locale?: string | null }, agoMs = 0) => {
    const fact = aFact(suite.rig, 'preference_set', said);
    return { ...fact, occurredAt: addMs(fact.occurredAt, -agoMs) };
  };
  const kept = async () => {
    const { asking, chosen_locale, revision } = await suite.only('contact');
    return { asking, chosen_locale, revision };
  };

  test('are as usual for whoever has chosen nothing, and stay what they are until the person says so', async () => {
    const mika = await aSource(suite.rig, 'mika');
    expect(await kept()).toEqual({ asking: 'usual', chosen_locale: null, revision: 1 });
    await suite.rig.recorder.record(mika, [chose({ asking: 'less' }), chose({ locale: 'ja' })]);
    suite.rig.clock.advance(DAY_MS);
    await aSource(suite.rig, 'mika', { locale: 'en', traits: { plan: 'pro' } });
    expect(await kept()).toMatchObject({ asking: 'less', chosen_locale: 'ja' });
    suite.rig.clock.advance(1);
    await suite.rig.recorder.record(mika, [chose({ locale: null })]);
    expect(await kept()).toMatchObject({ asking: 'less', chosen_locale: null });
  });

  test('are not undone by what was chosen before and comes in late, nor by what comes twice', async () => {
    const mika = await aSource(suite.rig, 'mika');
    const first = chose({ asking: 'less', locale: 'ko' }, 3 * MINUTE_MS);
    await suite.rig.recorder.record(mika, [first]);
    await suite.rig.recorder.record(mika, [chose({ asking: 'never' })]);
    const verdicts = await suite.rig.recorder.record(mika, [
      first,
      chose({ asking: 'usual', locale: 'ja' }, 2 * MINUTE_MS),
    ]);
    expect(codesOf(verdicts)).toEqual(['accepted', 'accepted']);
    expect(await kept()).toMatchObject({ asking: 'never', chosen_locale: 'ja' });
    expect((await suite.rows('event')).filter(({ type }) => type === 'preference_set')).toHaveLength(3);
  });

  test('"never" refuses a claim that comes after it, also in the same batch', async () => {
    await suite.rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
    const mika = await aSource(suite.rig, 'mika');
    suite.rig.clock.advance(DAY_MS);
    const claim = aFact(suite.rig, 'content_claimed', { contentId: SURVEY, version: 1 });
    expect(await suite.rig.recorder.record(mika, [chose({ asking: 'never' }), claim])).toMatchObject([
      { accepted: true },
      { accepted: false, code: 'not_granted', message: 'asked_never' },
    ]);
    suite.rig.clock.advance(1);
    const again = aFact(suite.rig, 'content_claimed', { contentId: SURVEY, version: 1 });
    expect(codesOf(await suite.rig.recorder.record(mika, [chose({ asking: 'usual' }), again]))).toEqual([
      'accepted',
      'accepted',
    ]);
  });

  test('the language they choose is the one that their answers are in', async () => {
    await suite.rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
    const mika = await aSource(suite.rig, 'mika', { locale: 'en' });
    await suite.rig.recorder.record(mika, [chose({ locale: 'ja' }), suite.answer('score', 9, newResponse())]);
    expect(await suite.column('response', 'locale')).toEqual(['ja']);
  });
});
