import { expect, test } from 'vitest';
import { aChecklist, aStep } from '../testing/drafts.ts';
import { withLanguage, withLanguageBack, withoutLanguage } from './languages.ts';

const draft = aChecklist(
  { title: { en: 'Start', ja: '始める' }, steps: [aStep('a', { title: { en: 'A', ja: 'エー' } })] },
  { locales: ['en', 'ja'] },
);

test('a language is added once', () => {
  expect(withLanguage(draft, 'ko').locales).toEqual(['en', 'ja', 'ko']);
  expect(withLanguage(draft, 'ja')).toBe(draft);
});

test('a language goes with its texts, because readers would get what stays behind', () => {
  const { draft: without } = withoutLanguage('checklist', draft, 'ja');
  expect([without.locales, without.body.title, without.body.steps[0]?.title]).toEqual([
    ['en'],
    { en: 'Start' },
    { en: 'A' },
  ]);
});

test('the default language stays', () => expect(withoutLanguage('checklist', draft, 'en').draft).toBe(draft));

test('a language comes back with its texts, beside what was edited since', () => {
  const { draft: without, texts } = withoutLanguage('checklist', draft, 'ja');
  const edited = { ...without, body: { ...without.body, title: { en: 'Begin' } } };
  const back = withLanguageBack('checklist', edited, 'ja', texts);
  expect([back.locales, back.body.title, back.body.steps[0]?.title]).toEqual([
    ['en', 'ja'],
    { en: 'Begin', ja: '始める' },
    { en: 'A', ja: 'エー' },
  ]);
});
