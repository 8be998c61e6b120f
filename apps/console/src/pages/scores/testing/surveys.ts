import type { content } from '@banso/contract';
import type * as z from 'zod';
import type { Kind } from '../report.ts';

/** A published survey with one question of this kind. */
export function aSurveySummary(id: string, kind: Kind): z.infer<typeof content.survey.Summary> {
  const at = '2026-01-01T00:00:00.000Z';
  return {
    id,
    slug: 'relationship',
    name: 'Relationship',
    status: 'published',
    version: 1,
    publishedAt: at,
    edited: false,
    defaultLocale: 'en',
    locales: ['en'],
    translations: [],
    createdAt: at,
    updatedAt: at,
    updatedBy: null,
    lastVersion: 1,
    draftedBy: null,
    startsAt: null,
    endsAt: null,
    next: null,
    review: null,
    openComments: 0,
    tags: [],
    scales: [kind],
    last30Days: { shown: 0, opened: 0, answered: 0, completed: 0, dismissed: 0 },
  };
}
