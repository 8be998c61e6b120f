import type { Instant } from '../time/instant.ts';
import type { LocalizedText } from './localized.ts';

export const RESOURCE_TYPES = ['article', 'video', 'webinar', 'document', 'link'] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

export interface ResourceBody {
  type: ResourceType;
  title: LocalizedText;
  summary: LocalizedText;
  /** Markdown subset; an article's text. */
  body: LocalizedText;
  /** http or https; where a video, document, link or webinar lives. */
  url?: string | undefined;
  section: LocalizedText;
  tags: readonly string[];
  /** A webinar's hours. */
  startsAt?: Instant | undefined;
  endsAt?: Instant | undefined;
  recordingUrl?: string | undefined;
}
