import type {
  PublishedAnnouncement,
  PublishedChecklist,
  PublishedResource,
  PublishedStep,
  PublishedSurvey,
  widgetApi,
} from '@banso/contract';
import type { RichText } from '@banso/domain/text';

/** Sunday, early in the afternoon where the tests run. */
export const NOW = new Date(2026, 10, 22, 13, 30);
export const now = (): Date => NOW;

/** A time some days from {@link NOW}, as the wire writes it. */
export const inDays = (days: number): string => new Date(NOW.getTime() + days * 86_400_000).toISOString();

export const paragraph = (text: string): RichText => [{ type: 'paragraph', of: [{ type: 'text', text }] }];

export const aStep = (key: string, over: Partial<PublishedStep> = {}): PublishedStep => ({
  key,
  title: `Step ${key}`,
  body: paragraph(`About ${key}`),
  action: null,
  manual: true,
  optional: false,
  owner: 'customer',
  ...over,
});

export const aChecklist = (over: Partial<PublishedChecklist> = {}): PublishedChecklist => ({
  id: 'chk_1',
  slug: 'start',
  version: 3,
  lang: 'en',
  kind: 'checklist',
  title: 'Set up your space',
  intro: [],
  steps: [aStep('a'), aStep('b'), aStep('c')],
  progressOf: 'contact',
  celebration: 'Well done, all of you.',
  ...over,
});

export const aProgress = (
  steps: readonly Partial<widgetApi.StepProgress>[],
  over: Partial<widgetApi.Progress> = {},
): widgetApi.Progress => ({
  steps: steps.map((step) => ({ key: '', state: 'open', current: false, lockedBy: [], ...step })),
  done: steps.filter(({ state }) => state === 'done').length,
  total: steps.length,
  ...over,
});

export const aSurvey = (over: Partial<PublishedSurvey> = {}): PublishedSurvey => ({
  id: 'srv_1',
  slug: 'nps',
  version: 2,
  lang: 'en',
  kind: 'survey',
  title: 'Kumo asks',
  questions: [
    {
      key: 'score',
      type: 'nps',
      text: 'How likely are you to recommend Kumo?',
      required: true,
      labels: { low: 'Not likely', high: 'Very likely' },
    },
  ],
  followUps: { detractor: 'What is wrong?', passive: 'What would be better?', promoter: 'What do you like?' },
  endings: { detractor: 'We read this today.', passive: 'We read this.', promoter: 'Glad to hear.' },
  ...over,
});

/**
 * Every type of question, branching: whoever is not satisfied is asked why, and who says that it was the price goes straight to
 * the last words.
 */
export const aBranchingSurvey = (over: Partial<PublishedSurvey> = {}): PublishedSurvey => {
  const labels = { low: 'Very dissatisfied', high: 'Very satisfied' };
  const options = (...keys: string[]) => keys.map((key) => ({ key, text: `The ${key}` }));
  return aSurvey({
    slug: 'csat',
    title: 'About the import',
    questions: [
      {
        key: 'csat',
        type: 'csat',
        text: 'How satisfied are you with the import?',
        required: true,
        labels,
        next: [{ when: { type: 'between', low: 4, high: 5 }, to: 'uses' }],
      },
      {
        key: 'why',
        type: 'choice',
        text: 'What was it?',
        required: true,
        options: options('price', 'speed'),
        other: 'Something else',
        random: false,
        next: [{ when: { type: 'chosen', options: ['price'] }, to: 'last' }],
      },
      {
        key: 'uses',
        type: 'choices',
        text: 'What do you use every week?',
        required: false,
        options: options('search', 'export', 'calendar'),
        other: null,
        random: false,
      },
      {
        key: 'effort',
        type: 'ces',
        text: 'Kumo made it easy to import.',
        required: false,
        labels: { low: 'Strongly disagree', high: 'Strongly agree' },
      },
      { key: 'read', type: 'statement', text: 'Nearly there.', required: false },
      { key: 'stars', type: 'rating', text: 'And the new look?', required: false, labels },
      { key: 'last', type: 'text', text: 'What would you change first?', required: false },
    ],
    followUps: { detractor: null, passive: null, promoter: null },
    endings: { detractor: '', passive: '', promoter: '' },
    ending: 'We read every answer.',
    ...over,
  });
};

export const aResource = (id: string, over: Partial<PublishedResource> = {}): PublishedResource => ({
  id: `res_${id}`,
  slug: id,
  version: 1,
  lang: 'en',
  kind: 'resource',
  type: 'article',
  title: `Guide ${id}`,
  summary: '',
  body: paragraph(`Text of ${id}`),
  section: 'First steps',
  tags: [],
  ...over,
});

export const aShown = (
  contentId: string,
  kind: widgetApi.ShownContent['kind'],
  over: Partial<widgetApi.ShownContent> = {},
): widgetApi.ShownContent => ({
  contentId,
  version: 1,
  kind,
  surface: 'panel',
  when: { delaySeconds: 0, pages: [] },
  reason: 'eligible',
  ...over,
});

export const anAnnouncement = (over: Partial<PublishedAnnouncement> = {}): PublishedAnnouncement => ({
  id: 'ann_1',
  slug: 'folders',
  version: 2,
  lang: 'en',
  kind: 'announcement',
  mode: 'popover',
  title: 'Shared folders are here',
  body: paragraph('One place for what belongs to everyone.'),
  action: { label: 'Try it', url: '/folders' },
  publishedAt: inDays(-4),
  ...over,
});
