import { readdirSync, readFileSync } from 'node:fs';
import { CONTENT_KINDS, missingTexts, publishProblems, textFields } from '@banso/domain/content';
import { unsafeLinks } from '@banso/domain/editing';
import { isMarkdown } from '@banso/domain/translation';
import { plainText } from '@banso/domain/text';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../kinds.ts';
import { richText } from '../rich-text.ts';
import { TEMPLATES } from './all.ts';
import { templateDraft } from './template-draft.ts';

const AT = '2026-11-22T09:30:00.000Z';
const OURS = { locales: ['en', 'ja', 'ko'], defaultLocale: 'ja' };
const draftIn = (template: (typeof TEMPLATES)[number], languages = OURS) =>
  templateDraft(template, AT, languages);

test('there are sixteen of them, for every kind, each under a name of its own', () => {
  expect(TEMPLATES).toHaveLength(16);
  expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(16);
  expect(new Set(TEMPLATES.map(({ kind }) => kind))).toEqual(new Set(CONTENT_KINDS));
});

describe.each(TEMPLATES.map((template) => ({ template, id: template.id })))('$id', ({ template }) => {
  const { kind } = template;
  const draft = draftIn(template);
  const { body } = draft;
  const fields = textFields(kind, body);

  test('can be published as it is, in each language', () => {
    expect(KINDS[kind].schemas.Draft.safeParse(draftIn(template)).error).toBeUndefined();
    for (const locale of OURS.locales)
      expect(publishProblems(kind, { ...draft, defaultLocale: locale })).toEqual([]);
    expect(missingTexts(kind, body, OURS.locales)).toEqual([]);
  });

  test('says everything in three languages, each in its own words', () => {
    const { name, purpose, adjust } = template;
    const about = [name, purpose, adjust].map((text, index) => ({ path: `about ${index}`, text }));
    for (const { path, text } of [...fields, ...about]) {
      const words = OURS.locales.map((locale) => text[locale] ?? '').filter((each) => each !== '');
      expect([path, new Set(words).size]).toEqual([path, words.length]);
      expect(words.length === 0 || words.length === OURS.locales.length).toBe(true);
    }
  });

  test('is written in the script of each language, without exclamation marks', () => {
    for (const { text } of fields.filter(({ text: words }) => words['en'])) {
      expect(text['ja']).toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
      expect(text['ko']).toMatch(/\p{sc=Hangul}/u);
      expect(text['ja']).not.toMatch(/\p{sc=Hangul}/u);
      expect(text['ko']).not.toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
      expect(Object.values(text).join('')).not.toMatch(/[!！]/);
    }
  });

  test('has rich texts of the same shape in every language, whose links work', () => {
    for (const { path, text } of fields.filter((field) => isMarkdown(kind, field.path))) {
      const shapes = OURS.locales.map((locale) => richText(text[locale] ?? '').map((block) => block.type));
      expect([path, new Set(shapes.map(String)).size]).toEqual([path, 1]);
      for (const locale of OURS.locales) {
        const words = text[locale] ?? '';
        expect(unsafeLinks(words)).toEqual([]);
        expect(plainText(richText(words))).not.toMatch(/\*\*|\]\(/);
      }
    }
  });

  test('starts in English where the workspace has a default language that nobody has written', () => {
    const foreign = draftIn(template, { locales: ['de', 'ja-JP', 'fr'], defaultLocale: 'de' });
    expect(publishProblems(kind, foreign)).toEqual([]);
    const [title] = textFields(kind, foreign.body);
    expect(title?.text).toEqual({ de: fields[0]?.text['en'], 'ja-JP': fields[0]?.text['ja'], fr: '' });
  });
});

test('dates are counted from when it is made', () => {
  const webinar = TEMPLATES.find(({ id }) => id === 'webinar-series');
  const maintenance = TEMPLATES.find(({ id }) => id === 'maintenance');
  expect(webinar && draftIn(webinar).body).toMatchObject({
    startsAt: '2026-12-06T09:00:00.000Z',
    endsAt: '2026-12-06T10:00:00.000Z',
  });
  expect(maintenance && draftIn(maintenance).delivery.endsAt).toBe('2026-11-29T09:00:00.000Z');
});

test('each file can be read in one go', () => {
  for (const file of readdirSync(import.meta.dirname).filter((name) => !name.endsWith('.test.ts'))) {
    const lines = readFileSync(`${import.meta.dirname}/${file}`, 'utf8').split('\n').length;
    expect([file, lines <= 165]).toEqual([file, true]);
  }
});
