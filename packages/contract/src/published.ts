import type { AnnouncementMode, ContentKind, NextRule, ResourceType, ScaleType } from '@banso/domain/content';
import type { NpsBand } from '@banso/domain/statistics';
import type { ContentTheme } from '@banso/domain/theme';
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
  /** Of a variant with which one it is behind the point; facts hand it back. */
  version: number;
  /** The language of the texts: the file's, or the fall-back where a translation is missing. */
  lang: string;
  /** What it wears in place of the default theme; absent: that. */
  theme?: ContentTheme | undefined;
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

interface AskedQuestion {
  key: string;
  text: string;
  required: boolean;
  /** Absent: the next question in order, whatever the answer. */
  next?: readonly NextRule[] | undefined;
}

export interface PublishedScale extends AskedQuestion {
  type: ScaleType;
  labels: { low: string; high: string };
}

export interface PublishedChoice extends AskedQuestion {
  type: 'choice' | 'choices';
  options: readonly { key: string; text: string }[];
  other: string | null;
  random: boolean;
}

export interface PublishedWords extends AskedQuestion {
  type: 'text' | 'statement';
}

export type PublishedQuestion = PublishedScale | PublishedChoice | PublishedWords;

export interface PublishedSurvey extends PublishedBase {
  kind: 'survey';
  title: string;
  questions: readonly PublishedQuestion[];
  followUps: Readonly<Record<NpsBand, string | null>>;
  endings: Readonly<Record<NpsBand, string>>;
  /** Where there is no score. Absent: the ending of passives. */
  ending?: string;
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

export interface PublishedAnnouncement extends PublishedBase {
  kind: 'announcement';
  mode: AnnouncementMode;
  title: string;
  body: RichText;
  action: { label: string; url: string } | null;
  /** When people could see it first. */
  publishedAt: string;
}

export type PublishedContent =
  | PublishedChecklist
  | PublishedSurvey
  | PublishedResource
  | PublishedAnnouncement;
export type PublishedOf<K extends ContentKind> = Extract<PublishedContent, { kind: K }>;
