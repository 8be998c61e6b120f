import { describe, expect, test } from 'vitest';
import { defaultDelivery } from '../decide/defaults.ts';
import { anAnnouncement, aResource, aSurvey } from '../testing/bodies.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { aChecklist, aStep } from '../testing/checklists.ts';
import { anExperiment } from '../testing/decisions.ts';
import type { Delivery } from './delivery.ts';
import { publishProblems } from './publish-problems.ts';
import type { PublishProblem } from './publish-problems.ts';
import { FOLLOW_UP_KEY } from './survey.ts';

const words = (problems: readonly PublishProblem[]): string[] =>
  problems.map(({ path, code }) => `${path} ${code}`);
const of = <B>(body: B, delivery: Delivery, defaultLocale = 'en') => ({ body, delivery, defaultLocale });
const withAction = (url: string): ReturnType<typeof aChecklist> =>
  aChecklist([aStep('a', { action: { label: { en: 'Go' }, url } })]);
const checklist = (body: ReturnType<typeof aChecklist>): string[] =>
  words(publishProblems('checklist', of(body, defaultDelivery('checklist'))));
const survey = (over: Parameters<typeof aSurvey>[0]): string[] =>
  words(publishProblems('survey', of(aSurvey(over), defaultDelivery('survey'))));
const resource = (over: Parameters<typeof aResource>[0]): string[] =>
  words(publishProblems('resource', of(aResource(over), defaultDelivery('resource'))));
const announcement = (over: Parameters<typeof anAnnouncement>[0]): string[] =>
  words(publishProblems('announcement', of(anAnnouncement(over), defaultDelivery('announcement'))));
const delivered = (over: Partial<Delivery>): string[] =>
  words(publishProblems('survey', of(aSurvey(), { ...defaultDelivery('survey'), ...over })));

describe('publishProblems', () => {
  test('are none of a content that is ready', () => {
    expect([checklist(withAction('/go')), survey({}), resource({}), announcement({})]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test('want every required text in the default language, and point at it', () => {
    const body = aChecklist([aStep('a', { title: { en: 'A' } })], { title: { en: 'Start' } });
    expect(words(publishProblems('checklist', of(body, defaultDelivery('checklist'), 'ja')))).toEqual([
      'title.ja text_missing',
      'steps.0.title.ja text_missing',
    ]);
  });

  test('do not want translations: readers fall back', () => {
    expect(survey({ title: { en: 'NPS', ja: '' } })).toEqual([]);
  });

  test.each([
    { url: 'javascript:alert(1)', code: 'link_unsafe' },
    { url: '//elsewhere.example', code: 'link_unsafe' },
    { url: ' ', code: 'link_missing' },
  ])('refuse the action $url of a step: $code', ({ url, code }) => {
    expect(checklist(withAction(url))).toEqual([`steps.0.action.url ${code}`]);
  });

  test.each(['/settings/team', 'https://example.com', 'mailto:help@example.com', 'tel:+81312345678'])(
    'take the action %s of a step',
    (url) => expect(checklist(withAction(url))).toEqual([]),
  );

  test('want title, label and a safe address of an announcement, and no text', () => {
    expect(announcement({ body: {}, action: { label: { en: 'Go' }, url: '/go' } })).toEqual([]);
    expect(announcement({ title: {}, action: { label: {}, url: 'javascript:alert(1)' } })).toEqual([
      'title.en text_missing',
      'action.label.en text_missing',
      'action.url link_unsafe',
    ]);
    expect(announcement({ action: { label: { en: 'Go' }, url: '' } })).toEqual(['action.url link_missing']);
  });

  test('hold what checklistProblems finds', () => {
    expect(checklist(aChecklist([]))).toEqual(['steps no_steps']);
    expect(checklist(aChecklist([aStep('a', { requires: ['a'] })]))).toEqual([
      'steps.0.requires requirement_cycle',
    ]);
  });

  test('want questions with keys of their own', () => {
    const question = { type: 'text' as const, text: { en: 'Why?' }, required: false };
    expect(survey({ questions: [] })).toEqual(['questions no_questions']);
    expect(
      survey({ questions: ['a', 'a', ' ', FOLLOW_UP_KEY].map((key) => ({ ...question, key })) }),
    ).toEqual([
      'questions.1.key duplicate_key',
      'questions.2.key key_missing',
      'questions.3.key reserved_key',
    ]);
  });

  test('want the address of what lives elsewhere', () => {
    expect(resource({ type: 'video' })).toEqual(['url link_missing']);
    expect(resource({ type: 'link', url: '' })).toEqual(['url link_missing']);
    expect(resource({ type: 'document', url: 'mailto:a@example.com' })).toEqual(['url link_unsafe']);
    expect(resource({ type: 'video', url: 'https://example.com/v' })).toEqual([]);
  });

  test('want the hours of a webinar, in order', () => {
    const webinar = { type: 'webinar' as const, url: 'https://example.com/join' };
    const [early, late] = ['2026-04-01T06:00:00.000Z', '2026-04-01T07:00:00.000Z'];
    expect(resource(webinar)).toEqual(['startsAt dates_missing', 'endsAt dates_missing']);
    expect(resource({ ...webinar, startsAt: late, endsAt: early })).toEqual(['endsAt dates_reversed']);
    expect(resource({ ...webinar, startsAt: early, endsAt: late })).toEqual([]);
  });

  test('let a webinar that is over be its recording', () => {
    const over = { startsAt: '2026-01-01T06:00:00.000Z', endsAt: '2026-01-01T07:00:00.000Z' };
    expect(resource({ type: 'webinar', recordingUrl: 'https://example.com/v', ...over })).toEqual([]);
    expect(resource({ type: 'webinar', recordingUrl: 'data:video', ...over })).toEqual([
      'recordingUrl link_unsafe',
    ]);
  });

  test.each<{ over: Partial<Delivery>; problem: string }>([
    { over: { audience: { type: 'any', of: [] } }, problem: 'delivery.audience audience_never_matches' },
    { over: { samplePercent: 0 }, problem: 'delivery.samplePercent sample_empty' },
    { over: { pages: ['/a', ' '] }, problem: 'delivery.pages.1 pattern_empty' },
    {
      over: { startsAt: '2026-04-02T00:00:00.000Z', endsAt: '2026-04-02T00:00:00.000Z' },
      problem: 'delivery.endsAt dates_reversed',
    },
  ])('find a delivery that reaches nobody: $problem', ({ over, problem }) => {
    expect(delivered(over)).toEqual([problem]);
  });
});

describe('variants', () => {
  const plan = { base: { name: 'Short', weight: 1 }, b: { name: 'Long', weight: 1 } };
  const draft = (
    b: ReturnType<typeof aChecklist>,
    over: Partial<Experiment> = {},
    base = aChecklist([aStep('a')]),
  ) => ({
    ...of(base, {
      ...defaultDelivery('checklist'),
      experiment: anExperiment({ controlPercent: 0, variants: plan, ...over }),
    }),
    variants: { b },
  });
  const longer = aChecklist([aStep('a'), aStep('b')]);

  test.each([
    { what: 'that are ready', of: draft(longer), problems: [] },
    {
      what: 'with a circle, a missing text and a bad link',
      of: draft(
        aChecklist([
          aStep('a', { requires: ['b'], title: {} }),
          aStep('b', { requires: ['a'], action: { label: { en: 'Go' }, url: 'javascript:1' } }),
        ]),
      ),
      problems: [
        'variants.b.steps.0.title.en text_missing',
        'variants.b.steps.0.requires requirement_cycle',
        'variants.b.steps.1.requires requirement_cycle',
        'variants.b.steps.1.action.url link_unsafe',
      ],
    },
    {
      what: 'without a name',
      of: draft(longer, { variants: { ...plan, b: { name: ' ', weight: 1 } } }),
      problems: ['delivery.experiment.variants.b.name variant_unnamed'],
    },
    {
      what: 'that are the same',
      of: draft(aChecklist([aStep('a')])),
      problems: ['delivery.experiment.variants.b variant_same'],
    },
    {
      what: 'that are counted for others',
      of: draft({ ...longer, progressOf: 'account' }),
      problems: ['variants.b.progressOf variant_progress'],
    },
    {
      what: 'of a shared checklist, given to each of its people',
      of: draft(
        { ...longer, progressOf: 'account' },
        { unit: 'contact' },
        aChecklist([aStep('a')], { progressOf: 'account' }),
      ),
      problems: ['delivery.experiment.unit variant_unit'],
    },
  ])('$what', ({ of: given, problems }) => {
    expect(words(publishProblems('checklist', given))).toEqual(problems);
  });
});
