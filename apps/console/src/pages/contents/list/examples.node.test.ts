import { content } from '@banso/contract';
import { expect, test } from 'vitest';
import { draftProblems } from '../model/draft-problems.ts';
import { exampleDraft } from './examples.ts';

test.each([
  { locales: ['en', 'ja', 'ko'], defaultLocale: 'en' },
  { locales: ['ja'], defaultLocale: 'ja' },
  { locales: ['de', 'ja-JP'], defaultLocale: 'de' },
])('the checklist of the empty page can be published at once in $locales', ({ locales, defaultLocale }) => {
  const draft = exampleDraft('checklist', locales, defaultLocale) as Parameters<
    typeof draftProblems<'checklist'>
  >[1];
  expect(draftProblems('checklist', draft, content.checklist.Draft)).toEqual([]);
});

test('so can the article, and its words are only those of the languages of the workspace', () => {
  const draft = exampleDraft('resource', ['ko'], 'ko') as Parameters<typeof draftProblems<'resource'>>[1];
  expect(draftProblems('resource', draft, content.resource.Draft)).toEqual([]);
  expect(Object.keys(draft.body.title)).toEqual(['ko']);
});

test('so can the announcement', () => {
  const draft = exampleDraft('announcement', ['en', 'ja', 'ko'], 'en') as Parameters<
    typeof draftProblems<'announcement'>
  >[1];
  expect(draftProblems('announcement', draft, content.announcement.Draft)).toEqual([]);
});

test('a survey starts from what the server makes', () =>
  expect(exampleDraft('survey', ['en'], 'en')).toBeUndefined());
