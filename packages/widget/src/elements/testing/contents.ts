import type {
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
