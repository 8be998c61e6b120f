import type { Day, Instant } from '@banso/domain/time';
import type { Kysely } from 'kysely';

/** A connection or a transaction. */
export type Db = Kysely<Tables>;

/** Truth as a portable column. */
export type Flag = 0 | 1;
/** JSON text; read and written through a codec (see `json.ts`). */
export type JsonText = string;

interface Installation {
  id: 'this';
  /** Seeded with demo data: opens the one-click sign-in. */
  demo: Flag;
  created_at: Instant;
}
interface Organisation {
  id: string;
  name: string;
  created_at: Instant;
}
interface Member {
  organisation_id: string;
  id: string;
  user_id: string;
  role: string;
  language: string | null;
  created_at: Instant;
  last_seen_at: Instant | null;
}
interface Invitation {
  organisation_id: string;
  id: string;
  email: string;
  role: string;
  token_hash: string;
  invited_by: string;
  created_at: Instant;
  expires_at: Instant;
  accepted_at: Instant | null;
}
interface Workspace {
  id: string;
  organisation_id: string;
  name: string;
  identity_mode: string;
  default_locale: string;
  locales: JsonText;
  time_zone: string;
  theme: JsonText;
  created_at: Instant;
  updated_at: Instant;
}
interface Key {
  workspace_id: string;
  id: string;
  kind: 'publishable' | 'secret' | 'identity';
  name: string;
  /** SHA-256 of the key, hex; null for identity keys, which are never presented. */
  hash: string | null;
  hint: string;
  scopes: JsonText;
  algorithm: 'HS256' | 'EdDSA' | null;
  /** HS256 secret, sealed with AES-256-GCM; EdDSA: the public key as PEM. */
  material: string | null;
  created_at: Instant;
  last_used_at: Instant | null;
  revoked_at: Instant | null;
}
interface WidgetSession {
  workspace_id: string;
  token_hash: string;
  contact_id: string;
  account_id: string | null;
  verified: Flag;
  locale: string;
  created_at: Instant;
  expires_at: Instant;
}
interface Account {
  workspace_id: string;
  id: string;
  external_id: string | null;
  name: string;
  owner_id: string | null;
  plan: string | null;
  lifecycle: string;
  revenue_minor: number | null;
  revenue_currency: string | null;
  renewal_date: Day | null;
  traits: JsonText;
  last_seen_at: Instant | null;
  created_at: Instant;
  updated_at: Instant;
  revision: number;
}
interface Contact {
  workspace_id: string;
  id: string;
  /** Verified, unverified and anonymous people are three classes that never merge. */
  identity: 'verified' | 'unverified' | 'anonymous';
  /** The user id of the customer's product, or the browser's anonymous id. */
  external_id: string;
  name: string | null;
  email: string | null;
  locale: string | null;
  time_zone: string | null;
  account_id: string | null;
  traits: JsonText;
  last_score: number | null;
  last_score_at: Instant | null;
  first_seen_at: Instant | null;
  last_seen_at: Instant | null;
  /** Visits so far; a new one begins after 30 minutes of silence. */
  visits: number;
  visit_interruptions: number;
  last_interrupted_at: Instant | null;
  created_at: Instant;
  updated_at: Instant;
  revision: number;
}
interface Content {
  workspace_id: string;
  id: string;
  kind: 'checklist' | 'survey' | 'resource';
  slug: string;
  name: string;
  status: 'draft' | 'published' | 'paused' | 'archived';
  /** `{ defaultLocale, locales, delivery, body }` as the contract says. */
  draft: JsonText;
  /** Null before the first publication. */
  version: number | null;
  /** First publication. */
  published_at: Instant | null;
  edited: Flag;
  created_at: Instant;
  updated_at: Instant;
  updated_by: string | null;
  revision: number;
}
interface ContentVersion {
  workspace_id: string;
  content_id: string;
  version: number;
  draft: JsonText;
  published_at: Instant;
  published_by: string | null;
  note: string;
}
interface ContentFile {
  workspace_id: string;
  hash: string;
  locale: string;
  body: string;
  created_at: Instant;
}
interface Event {
  workspace_id: string;
  id: string;
  type: string;
  contact_id: string | null;
  account_id: string | null;
  content_id: string | null;
  at: Instant;
  received_at: Instant;
  payload: JsonText;
}
interface EventCount {
  workspace_id: string;
  /** A contact's or an account's id. */
  subject_id: string;
  name: string;
  day: Day;
  count: number;
}
interface ContentState {
  workspace_id: string;
  contact_id: string;
  content_id: string;
  attempts: number;
  last_claimed_at: Instant | null;
  last_shown_at: Instant | null;
  opened_at: Instant | null;
  last_dismissed_at: Instant | null;
  last_answered_at: Instant | null;
  completed_at: Instant | null;
  snoozed_until: Instant | null;
  opted_out: Flag;
}
interface Exposure {
  workspace_id: string;
  /** The id of the claim that was granted. */
  id: string;
  contact_id: string;
  account_id: string | null;
  content_id: string;
  version: number;
  granted_at: Instant;
}
interface Response {
  workspace_id: string;
  id: string;
  content_id: string;
  version: number;
  contact_id: string;
  account_id: string | null;
  locale: string;
  page_url: string | null;
  verified: Flag;
  /** Of the first NPS question. */
  score: number | null;
  score_question: string | null;
  score_at: Instant | null;
  /** When the same person answered the same survey again; null: this is their latest. */
  superseded_at: Instant | null;
  comment: string | null;
  answered_at: Instant;
  completed_at: Instant | null;
  read_at: Instant | null;
}
interface ResponseAnswer {
  workspace_id: string;
  response_id: string;
  question: string;
  number: number | null;
  text: string | null;
  answered_at: Instant;
}
interface ChecklistProgress {
  workspace_id: string;
  content_id: string;
  /** The contact, or the account where the checklist is shared. */
  subject_id: string;
  version: number;
  started_at: Instant;
  last_step_at: Instant | null;
  /** Once set it stays, whatever a later version adds. */
  completed_at: Instant | null;
}
interface StepDone {
  workspace_id: string;
  content_id: string;
  subject_id: string;
  step: string;
  done_at: Instant;
  done_by: string | null;
  via: 'person' | 'event' | 'team';
}
interface ContentDay {
  workspace_id: string;
  content_id: string;
  day: Day;
  metric: 'shown' | 'opened' | 'answered' | 'completed' | 'dismissed';
  count: number;
}
/** Histogram of scores by UTC hour. */
interface ScoreHour {
  workspace_id: string;
  content_id: string;
  hour: Instant;
  version: number;
  locale: string;
  verified: Flag;
  score: number;
  /** All answers of this hour. */
  count: number;
  /** Those among them that are still their person's latest. */
  latest: number;
}
type Scores = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
/**
 * The same sums whatever the version and the language, a row a histogram: `all_0` … `all_10`, `latest_0` … `latest_10`; by
 * UTC day and by hour, so that a year is read in a few hundred rows.
 */
type ScoreTotal = {
  workspace_id: string;
  content_id: string;
  span: 'day' | 'hour';
  day: Day;
  /** 0 to 23; of a day 0. */
  hour: number;
  verified: Flag;
} & Record<`all_${Scores}` | `latest_${Scores}`, number>;
/** Answers that the same person followed by a later one: what a window holding both must take off again. */
interface ScoreRepeat {
  workspace_id: string;
  content_id: string;
  /** Whole days between the two hours, so that a window skips every pair longer than itself. */
  gap_days: number;
  later_hour: Instant;
  earlier_hour: Instant;
  /** Of the earlier answer. */
  version: number;
  locale: string;
  verified: Flag;
  score: number;
  count: number;
}
interface Counter {
  workspace_id: string;
  name: 'unread_responses';
  value: number;
}
interface AuditEntry {
  /** A workspace, or the organisation for what concerns all of it. */
  workspace_id: string;
  id: string;
  at: Instant;
  actor_kind: 'member' | 'key' | 'system';
  actor_id: string;
  actor_name: string;
  action: string;
  target: string;
  change: JsonText;
}
interface Idempotency {
  /** A workspace, or the organisation for what concerns all of it. */
  workspace_id: string;
  /** SHA-256 of principal and key. */
  key_hash: string;
  request_hash: string;
  status: number;
  body: string;
  created_at: Instant;
}
/** Tables of better-auth, with the column names it asks for. */
interface AuthUser {
  id: string;
  name: string;
  email: string;
  emailVerified: Flag | boolean;
  image: string | null;
  createdAt: string;
  updatedAt: string;
}
interface AuthSession {
  id: string;
  userId: string;
  token: string;
  expiresAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: string;
  updatedAt: string;
}
interface AuthAccount {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: string | null;
  refreshTokenExpiresAt: string | null;
  scope: string | null;
  password: string | null;
  createdAt: string;
  updatedAt: string;
}
interface AuthVerification {
  id: string;
  identifier: string;
  value: string;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
}

/** Tables that belong to one workspace: their primary key starts with `workspace_id`, and no statement may leave it out. */
export interface TenantTables {
  account: Account;
  audit_entry: AuditEntry;
  checklist_progress: ChecklistProgress;
  contact: Contact;
  content: Content;
  content_day: ContentDay;
  content_file: ContentFile;
  content_state: ContentState;
  content_version: ContentVersion;
  counter: Counter;
  event: Event;
  event_count: EventCount;
  exposure: Exposure;
  idempotency: Idempotency;
  key: Key;
  response: Response;
  response_answer: ResponseAnswer;
  score_hour: ScoreHour;
  score_repeat: ScoreRepeat;
  score_total: ScoreTotal;
  step_done: StepDone;
  widget_session: WidgetSession;
}

/** The compiler holds this list against `TenantTables`, in both directions. */
const TENANT: Readonly<Record<keyof TenantTables, true>> = {
  account: true,
  audit_entry: true,
  checklist_progress: true,
  contact: true,
  content: true,
  content_day: true,
  content_file: true,
  content_state: true,
  content_version: true,
  counter: true,
  event: true,
  event_count: true,
  exposure: true,
  idempotency: true,
  key: true,
  response: true,
  response_answer: true,
  score_hour: true,
  score_repeat: true,
  score_total: true,
  step_done: true,
  widget_session: true,
};
/** Names of the tables that belong to workspaces. */
export const TENANT_TABLES: ReadonlySet<string> = new Set(Object.keys(TENANT));

/** Tables above workspaces. */
export interface ControlTables {
  auth_account: AuthAccount;
  auth_session: AuthSession;
  auth_user: AuthUser;
  auth_verification: AuthVerification;
  installation: Installation;
  invitation: Invitation;
  member: Member;
  organisation: Organisation;
  workspace: Workspace;
}

export interface Tables extends TenantTables, ControlTables {}
