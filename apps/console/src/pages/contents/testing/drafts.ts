import type {
  AnnouncementBody,
  ChecklistBody,
  ChecklistStep,
  ResourceBody,
  SurveyBody,
} from '@banso/domain/content';

import { completeness } from '@banso/domain/translation';
import { defaultDelivery } from '@banso/domain/decide';
import type { ContentRecord, Draft } from '../model/content-draft.ts';

/** An id as the API makes them. */
export const anId = (
  prefix: 'chk' | 'srv' | 'res' | 'ann' | 'con' | 'acc' | 'ws' | 'mem' | 'org',
  n = 1,
): string => `${prefix}_0192f0c1-${`${n}`.padStart(4, '0')}-7abc-8def-0123456789ab`;

/** A step in English that the person ticks. */
export function aStep(key: string, over: Partial<ChecklistStep> = {}): ChecklistStep {
  return {
    key,
    title: { en: `Step ${key}` },
    body: {},
    action: null,
    completeWhen: null,
    requires: [],
    optional: false,
    visibleWhen: null,
    dueInDays: null,
    owner: 'customer',
    ...over,
  };
}

/** A checklist in English, ready to be published. */
export function aChecklist(
  over: Partial<ChecklistBody> = {},
  more: Partial<Draft<'checklist'>> = {},
): Draft<'checklist'> {
  const body: ChecklistBody = {
    title: { en: 'Start' },
    intro: {},
    steps: [aStep('a'), aStep('b'), aStep('c')],
    ordered: false,
    progressOf: 'contact',
    celebration: {},
    ...over,
  };
  return { defaultLocale: 'en', locales: ['en'], delivery: defaultDelivery('checklist'), body, ...more };
}

/** An NPS survey in English, ready to be published. */
export function aSurvey(
  over: Partial<SurveyBody> = {},
  more: Partial<Draft<'survey'>> = {},
): Draft<'survey'> {
  const body: SurveyBody = {
    title: { en: 'NPS' },
    questions: [
      {
        key: 'score',
        type: 'nps',
        text: { en: 'How likely?' },
        required: true,
        labels: { low: { en: 'Not' }, high: { en: 'Very' } },
      },
    ],
    followUps: { detractor: { en: 'Why?' }, passive: null, promoter: null },
    endings: { detractor: {}, passive: {}, promoter: {} },
    ...over,
  };
  return { defaultLocale: 'en', locales: ['en'], delivery: defaultDelivery('survey'), body, ...more };
}

/** An article in English, ready to be published. */
export function aResource(
  over: Partial<ResourceBody> = {},
  more: Partial<Draft<'resource'>> = {},
): Draft<'resource'> {
  const body: ResourceBody = {
    type: 'article',
    title: { en: 'Guide' },
    summary: {},
    body: { en: 'Text' },
    section: {},
    tags: [],
    ...over,
  };
  return { defaultLocale: 'en', locales: ['en'], delivery: defaultDelivery('resource'), body, ...more };
}

/** A badge in English, ready to be published. */
export function anAnnouncement(
  over: Partial<AnnouncementBody> = {},
  more: Partial<Draft<'announcement'>> = {},
): Draft<'announcement'> {
  const body: AnnouncementBody = {
    title: { en: 'News' },
    body: { en: 'Text' },
    action: null,
    mode: 'badge',
    ...over,
  };
  return { defaultLocale: 'en', locales: ['en'], delivery: defaultDelivery('announcement'), body, ...more };
}

/** A checklist as the server holds it. */
export function aRecord(
  draft: Draft<'checklist'> = aChecklist(),
  over: Partial<ContentRecord<'checklist'>> = {},
): ContentRecord<'checklist'> {
  return {
    id: anId('chk'),
    slug: 'start',
    name: 'Start',
    status: 'draft',
    version: null,
    publishedAt: null,
    edited: true,
    defaultLocale: draft.defaultLocale,
    locales: [...draft.locales],
    translations: completeness('checklist', draft, draft.locales),
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    updatedBy: null,
    draftedBy: null,
    lastVersion: over.version ?? 0,
    startsAt: null,
    endsAt: null,
    next: null,
    review: null,
    openComments: 0,
    tags: [],
    last30Days: { shown: 0, opened: 0, answered: 0, completed: 0, dismissed: 0 },
    draft,
    ...over,
  };
}
