import { ANNOUNCEMENT_MODES, CONTENT_KINDS, RESOURCE_TYPES } from '@banso/domain/content';
import * as z from 'zod';
import { Locale } from './common.ts';
import { announcement, checklist, resource, survey } from './content.ts';

export const TemplateQuery = z.object({
  kind: z.enum(CONTENT_KINDS).optional(),
  /** The reader's language; the workspace's default one unless said. */
  locale: Locale.optional(),
});

/** A content that is ready to be published, to start from; its words about itself in the reader's language. */
export const Template = z.object({
  /** Stays for ever. */
  id: z.string(),
  kind: z.enum(CONTENT_KINDS),
  name: z.string(),
  /** When to reach for it. */
  purpose: z.string(),
  /** What to look at before publishing: names of events, links, dates. */
  adjust: z.string(),
  /** Minutes that a customer spends on all of it. */
  minutes: z.int(),
  /** Languages in which it is written; a workspace's others start empty. */
  locales: z.array(Locale),
  /** Of a checklist. */
  steps: z.int().optional(),
  /** Of a survey, the follow-up of its score not among them. */
  questions: z.int().optional(),
  /** Of a survey: answers lead to different questions. */
  branching: z.boolean().optional(),
  /** Of a resource. */
  type: z.enum(RESOURCE_TYPES).optional(),
  /** Of an announcement. */
  mode: z.enum(ANNOUNCEMENT_MODES).optional(),
});
export type Template = z.infer<typeof Template>;

/** A template with the draft that a content made from it now would have. */
export const TemplateWithDraft = Template.extend({
  draft: z.union([checklist.Draft, survey.Draft, resource.Draft, announcement.Draft]),
});
