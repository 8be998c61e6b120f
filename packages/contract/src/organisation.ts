import { tagKey } from '@banso/domain/content';
import { RETENTION_DAYS } from '@banso/domain/retention';
import type { FatigueBudget as DomainBudget } from '@banso/domain/decide';
import * as z from 'zod';
import {
  Instant,
  InvitationId,
  KeyId,
  Locale,
  MemberId,
  OrganisationId,
  TimeZone,
  WorkspaceId,
} from './common.ts';
import { KEY_SCOPES, PERMISSIONS, ROLES } from './permission.ts';
import { Tag } from './tags.ts';
import { Theme } from './widget-api.ts';

const name = z.string().trim().min(1).max(200);
const email = z.email().max(254);
/** 8 to 128 characters, whatever they are. */
export const Password = z.string().min(8, { error: 'must have at least 8 characters' }).max(128);
export const LANGUAGES = ['en', 'ja', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

export const Organisation = z.object({ id: OrganisationId, name, createdAt: Instant });
export const OrganisationUpdate = z.strictObject({ name });

const overrides = z.strictObject({ read_texts: z.boolean().nullable(), reply: z.boolean().nullable() });

export const Member = z.object({
  id: MemberId,
  name,
  email,
  role: z.enum(ROLES),
  /** What this member is given or denied whatever the role says; null: as the role says. */
  overrides,
  /** What follows from role and overrides. */
  permissions: z.array(z.enum(PERMISSIONS)),
  createdAt: Instant,
  lastSeenAt: Instant.nullable(),
});
/** What is left out stays as it is. */
export const MemberUpdate = z
  .strictObject({ role: z.enum(ROLES).optional(), overrides: overrides.partial().optional() })
  .refine(({ role, overrides: changed }) => role !== undefined || changed !== undefined, {
    error: 'must change something',
  });

export const Invitation = z.object({
  id: InvitationId,
  email,
  role: z.enum(ROLES),
  invitedBy: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
});
export const InvitationCreate = z.strictObject({ email, role: z.enum(ROLES).exclude(['owner']) });
/** The link is answered once, for copying; no mail server is needed. */
export const InvitationCreated = Invitation.extend({
  url: z.string(),
  /** Sent by mail too; without a mail server it is not. */
  mailed: z.boolean(),
});
export const InvitationAccept = z.strictObject({
  token: z.string().min(20).max(200),
  name,
  password: Password,
});

const days = z.int().min(1).max(365);
const limit = z.strictObject({ count: z.int().min(1).max(100), days }).nullable();
const tagLimit = z.strictObject({ tag: Tag, count: z.int().min(1).max(100), days });
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of day such as 09:30' });

/** Rules over everything that opens by itself; null: no such rule. */
export const FatigueBudget = z.strictObject({
  minDaysBetween: days.nullable(),
  perPerson: limit,
  perKind: z.strictObject({ survey: limit, checklist: limit, announcement: limit }),
  /** Of one person, by what carries a tag, whatever its kind; what carries several is held by each. */
  perTag: z
    .array(tagLimit)
    .max(20)
    .refine((limits) => new Set(limits.map(({ tag }) => tagKey(tag))).size === limits.length, {
      error: 'must not name a tag twice',
    }),
  perSession: z.int().min(1).max(20).nullable(),
  /** Of an account's people in one UTC day; one is always allowed. */
  accountDailyPercent: z.int().min(1).max(100).nullable(),
  /** By the person's clock; over midnight where `to` is before `from`. */
  quietHours: z
    .strictObject({ from: time, to: time })
    .refine(({ from, to }) => from !== to, { error: 'must not be the same as from', path: ['to'] })
    .nullable(),
  /** 1 is Monday, 7 is Sunday, by the person's calendar. */
  quietDays: z
    .array(z.literal([1, 2, 3, 4, 5, 6, 7]))
    .max(6)
    .refine((list) => new Set(list).size === list.length, { error: 'must not name a day twice' }),
  skipFirstSession: z.boolean(),
  skipOpenCase: z.boolean(),
  /** Days before a person's next relationship NPS in which no other survey opens. */
  npsReserveDays: days.nullable(),
}) satisfies z.ZodType<DomainBudget>;
export type FatigueBudget = z.infer<typeof FatigueBudget>;

/** Replies of the team are mailed to customers who have not read them in the widget. */
const ReplyMail = z.strictObject({
  /** How long somebody has time to read a reply in the widget first. */
  afterMinutes: z.int().min(1).max(1_440),
  /** Where the mail leads: the page of the product where the widget is. */
  productUrl: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://app.example.com' })
    .max(2_000),
});

export const Workspace = z.object({
  id: WorkspaceId,
  name,
  identityMode: z.enum(['required', 'measure']),
  defaultLocale: Locale,
  locales: z.array(Locale).min(1).max(50),
  timeZone: TimeZone,
  theme: Theme,
  /** For how many days a decision is remembered after another one has taken its place. */
  decisionRetentionDays: z.int(),
  fatigue: FatigueBudget,
  /** Nothing is published that nobody with the right to has approved. */
  requireApproval: z.boolean(),
  /** Null: replies are not mailed. */
  replyMail: ReplyMail.nullable(),
  createdAt: Instant,
});
export const WorkspaceCreate = z.strictObject({
  name,
  defaultLocale: Locale.default('en'),
  locales: z.array(Locale).min(1).max(50).optional(),
  timeZone: TimeZone.default('UTC'),
});
export const WorkspaceUpdate = z.strictObject({
  name: name.optional(),
  identityMode: z.enum(['required', 'measure']).optional(),
  defaultLocale: Locale.optional(),
  locales: z.array(Locale).min(1).max(50).optional(),
  timeZone: TimeZone.optional(),
  theme: Theme.optional(),
  decisionRetentionDays: z.int().min(RETENTION_DAYS.least).max(RETENTION_DAYS.most).optional(),
  /** What is left out stays as it is. */
  fatigue: FatigueBudget.partial().optional(),
  requireApproval: z.boolean().optional(),
  replyMail: ReplyMail.nullable().optional(),
});

/** What has arrived from the customer's pages: "we saw your page 4 s ago". */
const ArrivedEvent = z.object({
  type: z.string(),
  name: z.string().nullable(),
  at: Instant,
  receivedAt: Instant,
  contact: z.string().nullable(),
  erased: z.boolean(),
});
export const Installation = z.object({
  lastSeenAt: Instant.nullable(),
  lastPageUrl: z.string().nullable(),
  sessions24h: z.int(),
  verifiedSessions24h: z.int(),
  contacts: z.int(),
  lastEvents: z.array(ArrivedEvent),
  /** What the servers of the product told last, by the tracking API. */
  lastFromServers: z.array(ArrivedEvent),
  /** Names of tracked events among the newest facts. */
  eventNames: z.array(z.string()),
});

export const Key = z.object({
  id: KeyId,
  kind: z.enum(['publishable', 'secret', 'identity']),
  name,
  /** The last four characters, or of an uploaded public key its fingerprint's. */
  hint: z.string(),
  scopes: z.array(z.enum(KEY_SCOPES)),
  algorithm: z.enum(['HS256', 'EdDSA']).nullable(),
  /** What is no secret: a publishable key itself, or an uploaded public key as PEM. Null for secrets. */
  value: z.string().nullable(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export const KeyCreate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('publishable'), name }),
  z.strictObject({ kind: z.literal('secret'), name, scopes: z.array(z.enum(KEY_SCOPES)).min(1) }),
  z.discriminatedUnion('algorithm', [
    z.strictObject({ kind: z.literal('identity'), name, algorithm: z.literal('HS256') }),
    z.strictObject({
      kind: z.literal('identity'),
      name,
      algorithm: z.literal('EdDSA'),
      publicKey: z.string().min(40).max(2_000),
    }),
  ]),
]);
/** The key itself is in this answer and never again; null for an uploaded public key. */
export const KeyCreated = Key.extend({ key: z.string().nullable() });

export const TokenCheckRequest = z.strictObject({ token: z.string().min(1).max(4_096) });
export const TOKEN_VERDICTS = [
  'valid',
  'too_long',
  'malformed',
  'wrong_algorithm',
  'no_key',
  'bad_signature',
  'wrong_audience',
  'no_subject',
  'expired',
  'not_yet_valid',
  'bad_traits',
] as const;
export type TokenVerdict = (typeof TOKEN_VERDICTS)[number];
export const TokenCheck = z.object({
  verdict: z.enum(TOKEN_VERDICTS),
  subject: z.string().nullable(),
  account: z.string().nullable(),
  expiresAt: Instant.nullable(),
  keyName: z.string().nullable(),
});

/** When the weekly digest comes, if it does. */
export const Digest = z.strictObject({
  on: z.boolean(),
  /** 1 is Monday, 7 is Sunday. */
  weekday: z.literal([1, 2, 3, 4, 5, 6, 7]),
  hour: z.int().min(0).max(23),
});
export type Digest = z.infer<typeof Digest>;

export const Me = z.object({
  user: z.object({ id: z.string(), name, email, language: z.enum(LANGUAGES).nullable() }),
  member: z.object({
    id: MemberId,
    role: z.enum(ROLES),
    permissions: z.array(z.string()),
    /** Null: that of each workspace. */
    timeZone: z.string().nullable(),
    digest: Digest,
  }),
  organisation: Organisation,
  workspaces: z.array(Workspace),
  /** This installation holds demo data. */
  demo: z.boolean(),
  /** This installation has a mail server. */
  mail: z.boolean(),
});
export const MeUpdate = z.strictObject({
  name: name.optional(),
  language: z.enum(LANGUAGES).optional(),
  /** Null: that of each workspace. */
  timeZone: TimeZone.nullable().optional(),
  digest: Digest.optional(),
});
/** Whether a digest was mailed; not where there is nothing to say. */
export const DigestSent = z.object({ mailed: z.boolean() });

/** What the sign-in page needs to know before anybody is signed in. */
export const SetupState = z.object({
  needed: z.boolean(),
  demo: z.boolean(),
  /** The request came with the session of somebody. */
  signedIn: z.boolean(),
  /** This installation has a mail server: whoever forgot a password can get a link. */
  mail: z.boolean(),
});
export const PasswordResetRequest = z.strictObject({
  email,
  /** In which the mail is written to somebody who chose none in the console. */
  language: z.enum(LANGUAGES).optional(),
});
export const PasswordReset = z.strictObject({ token: z.string().min(20).max(200), password: Password });
export const SetupRequest = z.strictObject({
  organisation: name,
  workspace: name,
  name,
  email,
  password: Password,
  defaultLocale: Locale.default('en'),
  timeZone: TimeZone.default('UTC'),
});

export const AuditEntry = z.object({
  id: z.string(),
  at: Instant,
  actor: z.object({ kind: z.enum(['member', 'key', 'system']), id: z.string(), name: z.string() }),
  action: z.string(),
  target: z.string(),
  change: z.record(z.string(), z.unknown()),
});

/** What the first start made. */
export const SetupDone = z.object({
  organisationId: OrganisationId,
  workspaceId: WorkspaceId,
  publishableKey: z.string(),
});

export const SignInRequest = z.strictObject({ email, password: z.string().min(1).max(128) });
/** Who is signed in, and until when without another request. */
export const SessionState = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  expiresAt: Instant,
});
export const PasswordChange = z.strictObject({
  currentPassword: z.string().min(1).max(128),
  newPassword: Password,
});

/** What an invitation's link says before it is accepted. */
export const InvitationPreview = z.object({
  organisation: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  expiresAt: Instant,
  /** Somebody with this e-mail signs in here already: their own password accepts the invitation. */
  known: z.boolean(),
});

/** Demo only: a token for one of the made-up customers, as their product's server would sign it. */
export const DemoTokenRequest = z.strictObject({
  userId: z.string().min(1).max(200),
  accountId: z.string().min(1).max(200).optional(),
});
export const DemoToken = z.object({ token: z.string() });
/** Demo only: what a playground page embeds the widget with. */
export const PlaygroundConfig = z.object({ workspaceId: WorkspaceId, publishableKey: z.string() });
