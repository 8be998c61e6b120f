import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aChoiceQuestion, aSurvey } from '../testing/bodies.ts';
import { aChecklist, aStep } from '../testing/checklists.ts';
import { someSurvey } from '../testing/surveys.ts';
import { missingTexts } from '../content/text-fields.ts';
import { completeness, outdatedTexts, translationUnits, withTranslations } from './translations.ts';

const keys = (units: readonly { key: string }[]) => units.map(({ key }) => key);

describe('translationUnits', () => {
  test('go by the keys of steps, questions and options, not by their place', () => {
    const [a, b] = [aStep('a'), aStep('b', { action: { label: { en: 'Go' }, url: '/' } })];
    expect(keys(translationUnits('checklist', aChecklist([a, b])))).toEqual([
      'title',
      'steps.a.title',
      'steps.b.title',
      'steps.b.action.label',
    ]);
    expect(keys(translationUnits('survey', aSurvey({ questions: [aChoiceQuestion('why')] })))).toContain(
      'questions.why.options.b.text',
    );
  });

  test('leave out optional texts that are written nowhere', () => {
    expect(keys(translationUnits('checklist', aChecklist([], { celebration: { ja: '完了' } })))).toEqual([
      'title',
      'celebration',
    ]);
  });

  test('have a key of their own each, whatever the draft', () => {
    const body = aChecklist([aStep('a'), aStep('a'), aStep('1'), aStep('')]);
    const found = keys(translationUnits('checklist', body));
    expect(new Set(found).size).toBe(found.length);
  });
});

describe('withTranslations', () => {
  test('fills exactly the texts that it is given', () => {
    fc.assert(
      fc.property(someSurvey, fc.infiniteStream(fc.boolean()), (survey, choices) => {
        const units = translationUnits('survey', survey);
        const words = new Map(
          units.flatMap(({ key }) => (choices.next().value ? [[key, `ko ${key}`] as const] : [])),
        );
        const draft = { body: survey };
        const filled = withTranslations('survey', draft, 'ko', words);
        for (const { key, text } of translationUnits('survey', filled.body))
          expect(text['ko']).toBe(words.get(key));
        expect(withTranslations('survey', draft, 'ko', new Map([['nowhere', 'x']]))).toEqual(draft);
      }),
    );
  });

  test('leaves the rest of the draft alone', () => {
    const body = aChecklist([aStep('a')]);
    const filled = withTranslations('checklist', { body }, 'ko', new Map([['steps.a.title', '하나']]));
    expect(filled).toEqual({ body: aChecklist([aStep('a', { title: { en: 'Step a', ko: '하나' } })]) });
  });

  test('tells the text of a variant from that of the base', () => {
    const body = aChecklist([aStep('a')]);
    const draft = { body, variants: { c: body } };
    const words = new Map([['variants.c.steps.a.title', '하나']]);
    expect(withTranslations('checklist', draft, 'ko', words)).toEqual({
      body,
      variants: { c: aChecklist([aStep('a', { title: { en: 'Step a', ko: '하나' } })]) },
    });
    expect(completeness('checklist', draft, ['en'])).toEqual([{ locale: 'en', written: 4, total: 4 }]);
  });
});

test('completeness counts what missingTexts misses', () => {
  fc.assert(
    fc.property(someSurvey, fc.constantFrom('en', 'ko'), (survey, locale) => {
      const [one] = completeness('survey', { body: survey }, [locale]);
      const missing = missingTexts('survey', survey, [locale]).length;
      expect((one?.total ?? 0) - (one?.written ?? 0)).toBe(missing);
    }),
  );
});

describe('outdatedTexts', () => {
  const step = (en: string, ja: string) => aStep('a', { title: { en, ja } });
  const was = aChecklist([step('Invite', '招待'), aStep('b')]);
  test.each([
    {
      now: step('Invite three', '招待'),
      outdated: ['steps.a.title'],
      because: 'only the source has changed',
    },
    { now: step('Invite three', '三人招待'), outdated: [], because: 'both have' },
    { now: step('Invite', '三人招待'), outdated: [], because: 'only the translation has' },
    { now: step('Invite three', ''), outdated: [], because: 'it is missing, which is said elsewhere' },
  ])('$because', ({ now, outdated }) => {
    const body = aChecklist([aStep('b'), now]);
    expect([...outdatedTexts('checklist', was, body, 'en', 'ja')]).toEqual(outdated);
  });

  test('nothing is, that was not there', () =>
    expect(outdatedTexts('checklist', aChecklist([]), was, 'en', 'ja').size).toBe(0));
});
