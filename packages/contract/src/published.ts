import type { ContentKind, ResourceType } from '@banso/domain/content';
import type { NpsBand } from '@banso/domain/statistics';
import type { RichText } from '@banso/domain/text';

/**
 * What the widget fetches: the published content of a workspace in one language, immutable under its hash. Typed by hand
 * because only our own server writes it and the widget may not carry a schema library.
 */
export interface PublishedFile {
  locale: string;
  contents: readonly PublishedContent[];
}

interface PublishedBase {
  id: string;
  slug: string;
  version: number;
  /** The language of the texts: the file's, or the fall-back where a translation is missing. */
  lang: string;
}

export interface PublishedStep {
  key: string;
  title: string;
  body: RichText;
  action: { label: string; url: string } | null;
  /** The person ticks it; otherwise an event does. */
  manual: boolean;
  optional: boolean;
  owner: 'customer' | 'team';
}

export interface PublishedChecklist extends PublishedBase {
  kind: 'checklist';
  title: string;
  intro: RichText;
  steps: readonly PublishedStep[];
  progressOf: 'contact' | 'account';
  celebration: string;
}

export type PublishedQuestion =
  | { key: string; type: 'nps'; text: string; required: boolean; labels: { low: string; high: string } }
  | { key: string; type: 'text'; text: string; required: boolean };

export interface PublishedSurvey extends PublishedBase {
  kind: 'survey';
  title: string;
  questions: readonly PublishedQuestion[];
  followUps: Readonly<Record<NpsBand, string | null>>;
  endings: Readonly<Record<NpsBand, string>>;
}

export interface PublishedResource extends PublishedBase {
  kind: 'resource';
  type: ResourceType;
  title: string;
  summary: string;
  body: RichText;
  url?: string;
  section: string;
  tags: readonly string[];
  startsAt?: string;
  endsAt?: string;
  recordingUrl?: string;
}

export type PublishedContent = PublishedChecklist | PublishedSurvey | PublishedResource;
export type PublishedOf<K extends ContentKind> = Extract<PublishedContent, { kind: K }>;
