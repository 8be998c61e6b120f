import { expect, test } from 'vitest';
import { aChecklist } from '../testing/drafts.ts';
import { frameLanguage, previewDraft } from './preview-language.ts';

const draft = aChecklist({ title: { en: 'Start', ja: '始める' } }, { locales: ['en', 'ja'] });

test('an invented language changes the texts of one language, and only in a copy', () => {
  const drawn = previewDraft('checklist', draft, { locale: 'en', pseudo: 'pseudo' });
  expect(drawn.body.title).toEqual({ en: '⟦Šţåŕţ öñé⟧', ja: '始める' });
  expect(draft.body.title['en']).toBe('Start');
  expect(previewDraft('checklist', draft, { locale: 'ja' })).toBe(draft);
});

test('the widget around it turns round with a language that runs from right to left', () => {
  expect(frameLanguage({ locale: 'en', pseudo: 'pseudo-rtl' })).toBe('ar');
  expect(frameLanguage({ locale: 'en', pseudo: 'pseudo' })).toBe('en');
});
