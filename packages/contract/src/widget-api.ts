import { CONTENT_KINDS } from '@banso/domain/content';
import { ASKING } from '@banso/domain/asking';
import { themeProblems } from '@banso/domain/theme';
import type { Theme as DomainTheme, ThemeProblemCode } from '@banso/domain/theme';
import * as z from 'zod';
import { AccountId, ContactId, ContentId, ExternalId, Instant, Locale, TimeZone, Traits } from './common.ts';
import { Trigger } from './content.ts';
import { EVENT_REFUSALS } from './problem.ts';

/** A random id of this browser; the prefix keeps a real user id from passing as anonymous. */
export const AnonymousId = z
  .string()
  .regex(/^anon_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** Where a person is in the host product. */
export const PageOf = z.strictObject({ url: z.string().max(2_000), device: z.enum(['desktop', 'mobile']) });

export const SessionRequest = z.strictObject({
  user: z
    .strictObject({ id: ExternalId, traits: Traits.optional(), token: z.string().max(4_096).optional() })
    .optional(),
  account: z.strictObject({ id: ExternalId, traits: Traits.optional() }).optional(),
  anonymousId: AnonymousId,
  page: PageOf,
  locale: Locale,
  timeZone: TimeZone.optional(),
});
export type SessionRequest = z.infer<typeof SessionRequest>;

export const ShownContent = z.object({
  contentId: ContentId,
  /** As the content file has it; facts hand it back. */
  version: z.number(),
  kind: z.enum(CONTENT_KINDS),
  surface: z.enum(['popover', 'banner', 'panel']),
  when: z.object({ delaySeconds: z.int(), pages: z.array(z.string()), trigger: Trigger.optional() }),
  reason: z.string(),
  /** Counts in `unread`; absent where it does not. */
  unread: z.literal(true).optional(),
});
export type ShownContent = z.infer<typeof ShownContent>;

export const StepProgress = z.object({
  key: z.string(),
  state: z.enum(['done', 'open', 'locked']),
  /** The first step that wants doing. */
  current: z.boolean(),
  doneAt: Instant.optional(),
  /** Name of the person who did it; absent when it was this person or an event. */
  doneBy: z.string().optional(),
  /** Keys of the steps that open this one. */
  lockedBy: z.array(z.string()),
  dueAt: Instant.optional(),
});
export type StepProgress = z.infer<typeof StepProgress>;

/** Hidden steps are left out; optional ones count neither in `done` nor in `total`. */
export const Progress = z.object({
  steps: z.array(StepProgress),
  done: z.int(),
  total: z.int(),
  completedAt: Instant.optional(),
});
export type Progress = z.infer<typeof Progress>;

/** What the person has chosen themselves, in the widget. */
export const Preferences = z.object({
  asking: z.enum(ASKING),
  /** Wins over what the page says; null: nothing was chosen. */
  locale: Locale.nullable(),
});
export type Preferences = z.infer<typeof Preferences>;

/** What is on offer for this person now. */
const Offer = {
  show: z.array(ShownContent),
  /** Why the rest is not shown, by content id; for `why()`. */
  held: z.record(ContentId, z.string()),
  /** By checklist id. */
  progress: z.record(z.string(), Progress),
  /**
   * New resources that this person has not opened, new announcements that they have neither opened nor closed, and messages of the
   * team that they have not read.
   */
  unread: z.int(),
  /** Absent for people who named a user id that nobody vouches for: they could read a stranger's messages. */
  messages: z.object({ unread: z.int() }).optional(),
  preferences: Preferences,
};

const hex = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { error: 'must be a colour such as #3350a8' })
  .optional();
// Words with blanks between them and none around: there is one way to read it, however long it is.
const FAMILY = /(?:"[^"'\\;{}]+"|'[^"'\\;{}]+'|[\p{L}\p{N}_-]+(?: +[\p{L}\p{N}_-]+)*)/u.source;

/** The workspace's look; absent values are the widget's defaults. */
const ThemeFields = z.strictObject({
  accent: hex,
  surface: hex,
  surfaceDark: hex,
  ink: hex,
  inkDark: hex,
  radius: z.int().min(0).max(24).optional(),
  font: z
    .string()
    .max(200)
    .regex(new RegExp(`^\\s*${FAMILY}\\s*(?:,\\s*${FAMILY}\\s*)*$`, 'u'), {
      error: 'must be font families with commas between them',
    })
    .optional(),
  density: z.number().min(0.8).max(1.2).optional(),
  scheme: z.enum(['auto', 'light', 'dark']).optional(),
  side: z.enum(['left', 'right']).optional(),
  offsetX: z.int().min(0).max(400).optional(),
  offsetY: z.int().min(0).max(400).optional(),
  zIndex: z.int().min(1).max(2_147_483_646).optional(),
}) satisfies z.ZodType<DomainTheme>;

const UNREADABLE: Readonly<Record<ThemeProblemCode, string>> = {
  surface_too_dark: 'must be light (luminance of at least 0.8)',
  surface_too_light: 'must be dark (luminance of at most 0.02)',
  ink_too_weak: 'must stand out more from the surface',
};

/** See `ThemeFields`; a theme whose texts could not be read is refused. */
export const Theme = ThemeFields.superRefine((theme, context) => {
  for (const { path, code } of themeProblems(theme))
    context.addIssue({ code: 'custom', path: [path], message: UNREADABLE[code] });
});
export type Theme = z.infer<typeof Theme>;

/** The look as the widget takes it: `css` holds everything that can be said in declarations. */
export const SessionTheme = ThemeFields.extend({ css: z.string() });
/** What of it the elements look at. */
export type WidgetTheme = Partial<Pick<z.infer<typeof SessionTheme>, 'side' | 'scheme' | 'css'>>;

export const SessionResponse = z.object({
  session: z.string(),
  expiresAt: Instant,
  serverTime: Instant,
  contact: z.object({ id: ContactId, verified: z.boolean() }),
  content: z.object({ url: z.string() }),
  theme: SessionTheme,
  /**
   * What is about to open by itself: its content, which then need not be fetched first, and for how many milliseconds from this answer
   * on it may be shown without asking; its claim follows. 0: it has to be claimed as ever.
   */
  opens: z
    .object({ content: z.looseObject({ id: ContentId, kind: z.enum(CONTENT_KINDS) }), keptMs: z.int() })
    .optional(),
  /** What the person may choose from. */
  languages: z.array(Locale),
  ...Offer,
});
export type SessionResponse = z.infer<typeof SessionResponse>;

export const SyncRequest = z.object({
  /** Each event is checked by itself, so that one bad event does not take the others with it. */
  events: z.array(z.unknown()).max(500),
  page: PageOf,
  /** The sender's clock when it sent; with each event's `at` it gives the age, whatever the clock says. */
  sentAt: Instant,
});
export type SyncRequest = z.infer<typeof SyncRequest>;

export const RefusedEvent = z.object({ id: z.string(), code: z.enum(EVENT_REFUSALS), message: z.string() });
export type RefusedEvent = z.infer<typeof RefusedEvent>;

/** `accepted` means: committed and flushed to the disk. */
export const SyncResponse = z.object({
  accepted: z.array(z.string()),
  refused: z.array(RefusedEvent),
  /** Changes when something was published; fetch it when it differs. */
  content: z.object({ url: z.string() }),
  ...Offer,
});
export type SyncResponse = z.infer<typeof SyncResponse>;

export const KEPT = ['visits', 'events', 'answers', 'messages', 'steps', 'exposures'] as const;

/** What is known of the person whose session it is. */
export const MeResponse = z.object({
  contact: z.object({
    /** Null for an anonymous visitor. */
    userId: z.string().nullable(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    locale: Locale.nullable(),
    timeZone: z.string().nullable(),
    traits: Traits,
    firstSeenAt: Instant.nullable(),
    lastSeenAt: Instant.nullable(),
  }),
  account: z.object({ id: AccountId, name: z.string() }).nullable(),
  /** How much is kept beside that; every kind is there, also where nothing is kept. */
  kept: z.array(z.object({ what: z.enum(KEPT), count: z.int() })),
  /** When the person asked for erasure; null: no request is open. */
  erasureRequestedAt: Instant.nullable(),
});
export type MeResponse = z.infer<typeof MeResponse>;

/** `/w/integrity.json`: what a page needs that pins the widget to its bytes. */
export const Integrity = z.object({
  /** The package's version, and eight digits of what the loader is: it never stands for other bytes. */
  version: z.string(),
  /** Path of the loader that stays as it is. */
  script: z.string(),
  /** For the script element. */
  integrity: z.string(),
  /** For the `integrity` of an import map: each file that the loader may fetch, by its path. */
  files: z.record(z.string(), z.string()),
});
export type Integrity = z.infer<typeof Integrity>;
