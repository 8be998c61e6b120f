import { content } from '@banso/contract';
import type { ContentKind } from '@banso/domain/content';

/** The kinds of content: same lifecycle, other bodies. */
export const KINDS = {
  checklist: {
    kind: 'checklist',
    noun: 'checklists',
    prefix: 'chk',
    name: 'Checklist',
    schemas: content.checklist,
  },
  survey: { kind: 'survey', noun: 'surveys', prefix: 'srv', name: 'Survey', schemas: content.survey },
  resource: {
    kind: 'resource',
    noun: 'resources',
    prefix: 'res',
    name: 'Resource',
    schemas: content.resource,
  },
  announcement: {
    kind: 'announcement',
    noun: 'announcements',
    prefix: 'ann',
    name: 'Announcement',
    schemas: content.announcement,
  },
} as const satisfies Record<
  ContentKind,
  { kind: ContentKind; noun: string; prefix: string; name: string; schemas: object }
>;

export type Kind = (typeof KINDS)[ContentKind];
