// Apart from the index, so that only the parts of the console that need it carry it.
import { VARIANTS } from '@banso/domain/experiment';
import * as z from 'zod';
import { ContactId, Instant, Locale } from './common.ts';
import { Verdict } from './decision.ts';
import { Progress, Theme } from './widget-api.ts';

/** The parameter of a page's address that holds a preview's token. */
export const PREVIEW_PARAMETER = 'banso_preview';

/** Where a draft is to be looked at. */
export const PreviewLinkRequest = z.strictObject({
  /** A page of the customer's product that has our script. */
  url: z.url({ protocol: /^https?$/, error: 'must be the address of a page' }).max(2_000),
  /** Which variant of the draft; absent: the base. */
  variant: z.enum(VARIANTS).optional(),
});
export type PreviewLinkRequest = z.infer<typeof PreviewLinkRequest>;

/** A page's address that shows a draft to whoever opens it. */
export const PreviewLink = z.object({ url: z.string(), expiresAt: Instant });
export type PreviewLink = z.infer<typeof PreviewLink>;

/** What a page asks with that was opened by such an address. */
export const PreviewRequest = z.strictObject({ token: z.string().max(2_000), locale: Locale });
export type PreviewRequest = z.infer<typeof PreviewRequest>;

/** The draft as the widget gets it, in the language nearest to the page's. */
export const PreviewResponse = z.object({
  content: z.looseObject({}),
  /** Name of the content, for those who work on it. */
  name: z.string(),
  theme: Theme,
  expiresAt: Instant,
});
export type PreviewResponse = z.infer<typeof PreviewResponse>;

/** How one person would find a draft if it were live now. */
export const PreviewAs = z.object({
  contact: ContactId,
  at: Instant,
  /** The language of the draft in which they would read it. */
  locale: Locale,
  /** The variant that they would get; null: the base. */
  variant: z.enum(VARIANTS).nullable(),
  /** What would be decided on a page that it is for. */
  verdict: Verdict,
  /** Of a checklist, how far they are. */
  progress: Progress.nullable(),
});
export type PreviewAs = z.infer<typeof PreviewAs>;
