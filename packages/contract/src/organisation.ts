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
import { KEY_SCOPES, ROLES } from './permission.ts';
import { Theme } from './widget-api.ts';

const name = z.string().trim().min(1).max(200);
const email = z.email().max(254);
/** 8 to 128 characters, whatever they are. */
export const Password = z.string().min(8, { error: 'must have at least 8 characters' }).max(128);
export const LANGUAGES = ['en', 'ja', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

export const Organisation = z.object({ id: OrganisationId, name, createdAt: Instant });
export const OrganisationUpdate = z.strictObject({ name });

export const Member = z.object({
  id: MemberId,
  name,
  email,
  role: z.enum(ROLES),
  createdAt: Instant,
  lastSeenAt: Instant.nullable(),
});
export const MemberUpdate = z.strictObject({ role: z.enum(ROLES) });

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
export const InvitationCreated = Invitation.extend({ url: z.string() });
export const InvitationAccept = z.strictObject({
  token: z.string().min(20).max(200),
  name,
  password: Password,
});

export const Workspace = z.object({
  id: WorkspaceId,
  name,
  identityMode: z.enum(['required', 'measure']),
  defaultLocale: Locale,
  locales: z.array(Locale).min(1).max(50),
  timeZone: TimeZone,
  theme: Theme,
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
});

/** What has arrived from the customer's pages: "we saw your page 4 s ago". */
export const Installation = z.object({
  lastSeenAt: Instant.nullable(),
  lastPageUrl: z.string().nullable(),
  sessions24h: z.int(),
  verifiedSessions24h: z.int(),
  contacts: z.int(),
  lastEvents: z.array(
    z.object({ type: z.string(), name: z.string().nullable(), at: Instant, contact: z.string().nullable() }),
  ),
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

export const Me = z.object({
  user: z.object({ id: z.string(), name, email, language: z.enum(LANGUAGES).nullable() }),
  member: z.object({ id: MemberId, role: z.enum(ROLES), permissions: z.array(z.string()) }),
  organisation: Organisation,
  workspaces: z.array(Workspace),
  /** This installation holds demo data. */
  demo: z.boolean(),
});
export const MeUpdate = z.strictObject({ name: name.optional(), language: z.enum(LANGUAGES).optional() });

/** What the sign-in page needs to know before anybody is signed in. */
export const SetupState = z.object({ needed: z.boolean(), demo: z.boolean() });
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
