import { describe, expect, test } from 'vitest';
import { anAnnouncement, aResource, aSurvey } from '../testing/bodies.ts';
import { aChecklist, aStep } from '../testing/checklists.ts';
import { missingTexts, textFields } from './text-fields.ts';

const paths = (missing: readonly { path: string }[]): string[] => missing.map(({ path }) => path);

describe('missingTexts', () => {
  test('of a checklist: titles and labels in every language, other texts once they are written in one', () => {
    const body = aChecklist(
      [
        aStep('a', { title: { en: 'Invite', ja: '招待' }, body: { ja: '三人から' } }),
        aStep('b', { title: { en: 'Import' }, action: { label: { en: 'Import', ja: ' ' }, url: '/import' } }),
      ],
      { title: { en: 'Start', ja: '始める' } },
    );
    expect(missingTexts('checklist', body, ['en', 'ja'])).toEqual([
      { path: 'steps.0.body.en', locale: 'en' },
      { path: 'steps.1.title.ja', locale: 'ja' },
      { path: 'steps.1.action.label.ja', locale: 'ja' },
    ]);
  });

  test('of a survey: questions, labels and the follow-ups that are asked', () => {
    expect(paths(missingTexts('survey', aSurvey(), ['ko']))).toEqual([
      'title.ko',
      'questions.0.text.ko',
      'questions.0.labels.low.ko',
      'questions.0.labels.high.ko',
      'followUps.detractor.ko',
    ]);
  });

  test('of a survey: endings, if there are any', () => {
    const endings = { detractor: { en: 'Thank you for being open.' }, passive: {}, promoter: {} };
    expect(paths(missingTexts('survey', aSurvey({ endings }), ['en', 'ko']))).toContain(
      'endings.detractor.ko',
    );
  });

  test('of a resource: the text itself only of an article', () => {
    expect(paths(missingTexts('resource', aResource({ body: {} }), ['en']))).toEqual(['body.en']);
    expect(missingTexts('resource', aResource({ type: 'video', body: {} }), ['en'])).toEqual([]);
  });

  test('of an announcement: title and label always, the text if there is any', () => {
    const action = { label: { en: 'See how' }, url: '/go' };
    expect(paths(missingTexts('announcement', anAnnouncement({ action }), ['ja']))).toEqual([
      'title.ja',
      'body.ja',
      'action.label.ja',
    ]);
    expect(paths(missingTexts('announcement', anAnnouncement({ body: {} }), ['ja']))).toEqual(['title.ja']);
  });

  test('are none when everything is written', () => {
    expect(missingTexts('survey', aSurvey(), ['en'])).toEqual([]);
  });
});

test('textFields name every text of a content once', () => {
  const body = aChecklist([aStep('a', { action: { label: { en: 'Go' }, url: '/go' } })]);
  expect(paths(textFields('checklist', body))).toEqual([
    'title',
    'intro',
    'steps.0.title',
    'steps.0.body',
    'steps.0.action.label',
    'celebration',
  ]);
});
