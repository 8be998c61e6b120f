import type { HealthLevel } from '@banso/domain/health';
import type { CaseCause, CaseOutcome, CasePriority } from '@banso/domain/cases';
import type {
  ContentKind,
  LinkChannel,
  LinkKind,
  QuestionOutcome,
  ResponseSource,
} from '@banso/domain/content';
import type { Asking, DecisionReason, Outcome } from '@banso/domain/decide';
import type { Arm, VariantKey } from '@banso/domain/experiment';
import type { ImportRowState, ImportSource, ImportStatus } from '@banso/domain/history';
import type { RenewalOutcome } from '@banso/domain/renewal';
import type { Day, Instant } from '@banso/domain/time';
import type { ColumnType, Generated, Kysely } from 'kysely';

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
  /** Given or denied whatever the role says. */
  read_texts: Flag | null;
  reply: Flag | null;
  language: string | null;
  created_at: Instant;
  last_seen_at: Instant | null;
  /** Null: the workspace's. */
  time_zone: string | null;
  /** When the weekly digest comes, if it does; null: as for everybody. */
  digest: JsonText | null;
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
interface Theme {
  workspace_id: string;
  id: string;
  slug: string;
  name: string;
  look: JsonText;
  is_default: Flag;
  created_at: Instant;
  updated_at: Instant;
  updated_by: string | null;
  revision: number;
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
  /** What differs from the default budget. */
  fatigue: JsonText;
  /** Nothing is published that nobody approved. */
  require_approval: Generated<Flag>;
  created_at: Instant;
  updated_at: Instant;
  /** For how many days decisions are kept after they have been overtaken. */
  decision_retention_days: ColumnType<number, number | undefined, number>;
  /** An experiment with all contents together; null: there is none. */
  holdout: ColumnType<JsonText | null, JsonText | null | undefined, JsonText | null>;
  /** How it closes the loop; null: as the defaults say. */
  case_settings: ColumnType<JsonText | null, JsonText | null | undefined, JsonText | null>;
  /** 1: what customers wrote may go to receivers outside. */
  texts_may_leave: ColumnType<Flag, Flag | undefined, Flag>;
  /** How replies of the team are mailed to people who have not read them; null: they are not. */
  reply_mail: ColumnType<JsonText | null, JsonText | null | undefined, JsonText | null>;
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
/** What a team calls activated; see `ActivationGoal` of the domain. */
interface ActivationGoal {
  workspace_id: string;
  /** A checklist's id, or `workspace` for those without one of their own. */
  scope: string;
  /** The same id again; null: the workspace. */
  content_id: string | null;
  event: string;
  within_days: number;
  updated_at: Instant;
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
  health: HealthLevel | null;
  health_reason: string | null;
  health_at: Instant | null;
  health_until: Instant | null;
  health_by: string | null;
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
  /** For which session and content an interruption is kept, until `reserved_until`. */
  reserved_for: string | null;
  reserved_until: Instant | null;
  asking: Asking;
  asking_set_at: Instant | null;
  /** What the person chose in the widget; null: nothing. */
  chosen_locale: string | null;
  locale_set_at: Instant | null;
  created_at: Instant;
  updated_at: Instant;
  revision: number;
  /** When everything was removed that told who this is; `external_id` is the row's own id from then on. */
  erased_at: Instant | null;
  /** 1: the team tries things as this person. What they begin to answer is kept as a test. */
  is_test: Generated<Flag>;
  /** The address that an identity token named: mails go to no other. */
  vouched_email: ColumnType<string | null, string | null | undefined, string | null>;
  /** When the person said that they want no mails. */
  mail_off_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
}
/** A person's wish to be erased, and what became of it. */
interface Erasure {
  workspace_id: string;
  id: string;
  contact_id: string;
  /** Who wished it: the person in the widget, or a member of the team on their behalf. */
  source: 'contact' | 'member';
  requested_at: Instant;
  withdrawn_at: Instant | null;
  carried_out_at: Instant | null;
  /** Member. */
  carried_out_by: string | null;
  /** Keyed hash of the user id under which nothing is taken down any more. */
  tombstone: string | null;
  /** When the user id was let in again. */
  lifted_at: Instant | null;
  /** Member. */
  lifted_by: string | null;
}
interface Content {
  workspace_id: string;
  id: string;
  kind: ContentKind;
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
  /** Who changed the draft last. */
  drafted_by: string | null;
  /** Grows with every change of the draft. */
  draft_revision: Generated<number>;
  /** The highest number of a version, also of one that was never on show; 0 before the first publication. */
  last_version: Generated<number>;
  /** When customers see `version`, from and until; null: from its publication, for ever. */
  starts_at: Instant | null;
  ends_at: Instant | null;
  /** Follows `version` at `next_starts_at`. */
  next_version: number | null;
  next_starts_at: Instant | null;
  next_ends_at: Instant | null;
  /** The team's own words for it, as they are written; of the content, not of a version. */
  tags: Generated<JsonText>;
}
interface ContentReview {
  workspace_id: string;
  content_id: string;
  state: 'requested' | 'changes_requested' | 'approved';
  /** The revision of the draft that was asked about or decided on. */
  draft_revision: number;
  requested_by: string | null;
  requested_at: Instant | null;
  /** Who was asked; null: whoever may. */
  reviewer: string | null;
  note: string;
  decided_by: string | null;
  decided_at: Instant | null;
  comment: string;
}
interface ContentComment {
  workspace_id: string;
  id: string;
  content_id: string;
  author: string;
  /** The field it is about; null: the whole content. */
  path: string | null;
  words: string;
  created_at: Instant;
  resolved_at: Instant | null;
  resolved_by: string | null;
}
interface ContentVersion {
  workspace_id: string;
  content_id: string;
  version: number;
  draft: JsonText;
  published_at: Instant;
  published_by: string | null;
  note: string;
  staying: JsonText;
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
  /** The key with which a customer's server told it; null: a page did. */
  sent_by: string | null;
}
/** Under which id of a message a server's fact came: what comes again is known by it. */
interface Receipt {
  workspace_id: string;
  message_hash: string;
  event_id: string;
}
/** A name that a person had before they were a user, as a keyed hash. */
interface ContactAlias {
  workspace_id: string;
  name_hash: string;
  contact_id: string;
  linked_at: Instant;
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
  /** Null: the base, or there were no variants. */
  variant: VariantKey | null;
  granted_at: Instant;
}
/** What was decided for one person and one content; a decision that changes nothing is not written. */
interface Decision {
  workspace_id: string;
  id: string;
  contact_id: string;
  /** The person's at that time. */
  account_id: string | null;
  content_id: string;
  at: Instant;
  /** When another decision took its place; null: it is in force. */
  until: Instant | null;
  /** Made with an offer, or of a claim to interrupt. */
  source: 'offer' | 'claim';
  outcome: Outcome;
  reason: DecisionReason;
  version: number;
  /** What the deciding rule looked at. */
  facts: JsonText;
}
/** What became of a renewal; one that is open is the renewal date of its account. */
interface Renewal {
  workspace_id: string;
  id: string;
  account_id: string;
  due_date: Day;
  outcome: RenewalOutcome;
  decided_on: Day;
  decided_at: Instant;
  /** A member's id; null: a key. */
  decided_by: string | null;
  before_minor: number | null;
  before_currency: string | null;
  after_minor: number | null;
  after_currency: string | null;
  next_due_date: Day | null;
  lifecycle_before: string;
}
/** A unit that takes part in an experiment; the first assignment stays. */
interface Assignment {
  workspace_id: string;
  /** A content's id, or `workspace`. */
  experiment: string;
  /** A contact's or an account's id. */
  unit_id: string;
  /** The same id again where the unit is a person, or an account; the other one is null. */
  contact_id: string | null;
  account_id: string | null;
  arm: Arm;
  /** Of the content by which it came about. */
  version: number;
  assigned_at: Instant;
}
interface Response {
  workspace_id: string;
  id: string;
  content_id: string;
  version: number;
  variant: VariantKey | null;
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
  /** What it is about, as the host product names it. */
  transaction_id: string | null;
  /** Which import brought it; null: it was answered here. */
  import_id: string | null;
  /** How it came; written without: from the widget. */
  source: ResponseSource | null;
  /** By which link; null: by none. */
  link_id: string | null;
  /** Of the account when the response began; null: there was none, or it had none. */
  account_plan: string | null;
  account_owner: string | null;
  account_lifecycle: string | null;
  /** Whether the person decides for their account, as told when the response began; null: written before this was kept. */
  decides: Flag | null;
  /** What became of each question, by its key; null: imported, or written before this was kept. */
  outcomes: JsonText | null;
  /** 1: somebody only tried the survey. It counts nowhere. */
  is_test: Generated<Flag>;
}
/** A survey that is shared by link. */
interface SurveyLink {
  workspace_id: string;
  id: string;
  content_id: string;
  /** `personal`: each person has an address of their own; `open`: one address for anybody. */
  kind: LinkKind;
  channel: LinkChannel;
  name: string;
  /** Null: never. */
  expires_at: Instant | null;
  revoked_at: Instant | null;
  created_at: Instant;
  /** A member's id; null: a key. */
  created_by: string | null;
}
/** A file of survey history that was brought here, and what became of it. */
interface Import {
  workspace_id: string;
  id: string;
  source: ImportSource;
  file_name: string;
  encoding: string;
  header: JsonText;
  choices: JsonText | null;
  status: ImportStatus;
  rows: number;
  report: JsonText | null;
  created_at: Instant;
  created_by: string | null;
  started_at: Instant | null;
  finished_at: Instant | null;
  undone_at: Instant | null;
  failure: string | null;
  leased_until: Instant | null;
}
/** One line of such a file. Its cells go once it is in the log. */
interface ImportRow {
  workspace_id: string;
  import_id: string;
  line: number;
  cells: JsonText | null;
  state: ImportRowState;
  problems: JsonText | null;
  response_id: string | null;
  contact_id: string | null;
  /** The person was not known before. */
  made_contact: Flag;
  /** The account that was not known before. */
  made_account_id: string | null;
}
/** What somebody takes out, with what fixes its rows and columns. */
interface Export {
  workspace_id: string;
  id: string;
  kind: 'responses' | 'contacts' | 'accounts';
  survey_id: string | null;
  format: 'csv' | 'jsonl';
  byte_order_mark: Flag;
  answered_from: Instant | null;
  until: Instant;
  questions: JsonText;
  /** Null: it was never fetched to its end. */
  rows: number | null;
  downloads: number;
  created_at: Instant;
  created_by: string | null;
  last_downloaded_at: Instant | null;
}
/** A saved audience. */
interface Segment {
  workspace_id: string;
  id: string;
  /** What files call it; unique in the workspace. */
  slug: string;
  name: string;
  description: string;
  condition: JsonText;
  created_at: Instant;
  updated_at: Instant;
  /** The member who changed it last; null: a key or the system. */
  updated_by: string | null;
  revision: number;
}
interface ResponseAnswer {
  workspace_id: string;
  response_id: string;
  question: string;
  number: number | null;
  /** Of a choice: what was written where `other` was chosen. */
  text: string | null;
  /** Keys of the chosen options; null: nothing was to choose, or nothing was chosen. */
  options: JsonText | null;
  /** 0: the person went back and left the way on which this was asked. It is kept, and counts nowhere. */
  walked: Flag;
  answered_at: Instant;
  /** The fact that gave it, which names its place among the answers of one sender; null: written before this was kept. */
  fact_id: string | null;
}
/** What the team says to each other about something (see `SUBJECTS` of the contract). */
interface Note {
  workspace_id: string;
  id: string;
  subject_kind: string;
  subject_id: string;
  /** The person it speaks of; null: of nobody in particular. */
  contact_id: string | null;
  account_id: string | null;
  words: string;
  /** A member's id; null: a key. */
  written_by: string | null;
  writer_name: string;
  created_at: Instant;
  edited_at: Instant | null;
}
interface NoteMention {
  workspace_id: string;
  note_id: string;
  member_id: string;
  at: Instant;
  read_at: Instant | null;
}
/** Something that the team has set itself to do. */
interface Task {
  workspace_id: string;
  id: string;
  title: string;
  /** As of a note; both null: about nothing in particular. */
  subject_kind: string | null;
  subject_id: string | null;
  /** The person it speaks of; null: of nobody in particular. */
  contact_id: string | null;
  account_id: string | null;
  owner_id: string | null;
  due_on: Day | null;
  done_at: Instant | null;
  /** A member's id; null: a key, or not done. */
  done_by: string | null;
  doer_name: string | null;
  created_at: Instant;
  /** A member's id; null: a key. */
  created_by: string | null;
  creator_name: string;
  updated_at: Instant;
  revision: number;
}
/** What a list of the console was narrowed down to, under a name. */
interface SavedView {
  workspace_id: string;
  id: string;
  page: string;
  name: string;
  query: JsonText;
  owner_id: string;
  shared: Flag;
  created_at: Instant;
  updated_at: Instant;
}
/** Members under a name, whom cases are for. */
interface Team {
  workspace_id: string;
  id: string;
  /** What makes two names the same one. */
  key: string;
  name: string;
  archived_at: Instant | null;
  created_at: Instant;
  updated_at: Instant;
  revision: number;
}
interface TeamMember {
  workspace_id: string;
  team_id: string;
  member_id: string;
}
/** A word of the team for answers. */
interface Tag {
  workspace_id: string;
  id: string;
  /** What makes it the same tag (see `tagKey`). */
  key: string;
  name: string;
  /** How many answers carry it. */
  responses: number;
  created_at: Instant;
}
interface ResponseTag {
  workspace_id: string;
  response_id: string;
  tag_id: string;
  /** Of the response. */
  answered_at: Instant;
  tagged_at: Instant;
  /** A member's id; null: a key. */
  tagged_by: string | null;
}
/** Something that happened to a person, which a survey asks about once. */
interface SurveyTransaction {
  workspace_id: string;
  contact_id: string;
  content_id: string;
  /** As the host product names it. */
  transaction_id: string;
  at: Instant;
  asked_at: Instant | null;
  answered_at: Instant | null;
}
/** How often a question was given each answer, by UTC hour; only answers that count. */
interface AnswerHour {
  workspace_id: string;
  content_id: string;
  question: string;
  hour: Instant;
  version: number;
  locale: string;
  verified: Flag;
  /** A number of the scale, or the key of an option; `''` counts everybody who answered. */
  value: string;
  count: number;
}
/** What became of questions, by the UTC day on which the response began. */
interface QuestionDay {
  workspace_id: string;
  content_id: string;
  day: Day;
  /** Of the response, like identity. */
  version: number;
  verified: Flag;
  question: string;
  outcome: QuestionOutcome;
  count: number;
}
interface ChecklistProgress {
  workspace_id: string;
  content_id: string;
  /** The contact, or the account where the checklist is shared. */
  subject_id: string;
  version: number;
  variant: VariantKey | null;
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
  metric: 'shown' | 'opened' | 'answered' | 'completed' | 'dismissed' | 'snoozed';
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
/** Answers that the same person followed by a later one: what a window holding both must take off again. */
interface ScoreRepeat {
  workspace_id: string;
  content_id: string;
  /** Whole days between the two hours, so that a window skips every pair longer than itself. */
  gap_days: number;
  later_hour: Instant;
  earlier_hour: Instant;
  /** Of the earlier answer, as what follows. */
  version: number;
  locale: string;
  verified: Flag;
  score: number;
  later_score: number;
  /** `''`: none. */
  plan: string;
  owner: string;
  lifecycle: string;
  account: string;
  decides: Flag;
  count: number;
}
/** Something that somebody on the team has to see to, for one person: at most one is open. */
interface CustomerCase {
  workspace_id: string;
  id: string;
  contact_id: string;
  /** The account of the person when it was opened. */
  account_id: string | null;
  /** The answer that it is about; null: a message, or nothing in particular. */
  response_id: string | null;
  cause: CaseCause;
  score: number | null;
  priority: CasePriority;
  /** A member's id; null: nobody's yet. */
  owner_id: string | null;
  /** The team that it is for; null: everybody. */
  team_id: string | null;
  /** The case of the same person in which it goes on; null: it stands for itself. */
  merged_into: string | null;
  status: 'open' | 'closed';
  /** An open case waits until then. */
  snoozed_until: Instant | null;
  outcome: CaseOutcome | null;
  opened_at: Instant;
  /** When the team has to answer; null: it has. */
  due_at: Instant | null;
  in_time: Flag | null;
  first_touch_at: Instant | null;
  contacted_at: Instant | null;
  closed_at: Instant | null;
  reopened_at: Instant | null;
  reopenings: number;
  heard_at: Instant;
  updated_at: Instant;
  revision: number;
}
/**
 * Histograms of the answers to a question of a scale, `all_0` … `all_10`, by what is known of who answered; by UTC day and by hour, so that a
 * year is read in a few hundred rows. `latest_0` … count those which are still their person's latest.
 */
type ScoreSegment = {
  workspace_id: string;
  content_id: string;
  /** `''`: the score of the survey. Of any other question all answers count, and `latest_0` … stay 0. */
  question: string;
  /** `''` is everybody; `decider` has the accounts of those alone who decide for theirs. */
  dimension: '' | 'version' | 'locale' | 'plan' | 'owner' | 'lifecycle' | 'account' | 'decider';
  span: 'day' | 'hour';
  day: Day;
  /** 0 to 23; of a day 0. */
  hour: number;
  /** `''`: of everybody, or not known. */
  value: string;
  verified: Flag;
} & Record<`all_${Scores}` | `latest_${Scores}`, number>;
/** What one person and the team have written to each other, in sum. */
interface Thread {
  workspace_id: string;
  contact_id: string;
  started_at: Instant;
  /** When the last message came in, by our clock. */
  last_at: Instant;
  last_message_id: string;
  /** Messages of the person that nobody on the team has read. */
  unread_by_team: number;
  /** Messages of the team that the person has not read. */
  unread_by_contact: number;
  /** When the person was mailed that something is unread. */
  mailed_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
}
interface Message {
  workspace_id: string;
  /** Of a person's note: that of its fact, with a prefix. */
  id: string;
  contact_id: string;
  author: 'contact' | 'team';
  /** Member or secret key that wrote for the team; null for the person themselves. */
  author_id: string | null;
  /** Under which name the person reads it, as it was when it was written. */
  author_name: string | null;
  text: string;
  /** The survey response that it is about. */
  about: string | null;
  /** When it was written. */
  sent_at: Instant;
  /** When it came in; the order of a thread. */
  received_at: Instant;
  /** When the other side read it. */
  read_at: Instant | null;
}
interface Mail {
  /** A workspace, or the organisation for what concerns all of it. */
  workspace_id: string;
  id: string;
  /** Null: it goes to somebody of the team. */
  contact_id: string | null;
  recipient: string;
  sender_name: string | null;
  locale: string;
  subject: string;
  /** Text and HTML, sealed; null once it was sent or given up. */
  body: string | null;
  unsubscribe_url: string | null;
  purpose: string;
  dedupe_key: string;
  state: 'waiting' | 'sent' | 'failed';
  attempts: number;
  /** When it is tried (again), or another process may take it; null: never. */
  due_at: Instant | null;
  last_error: string | null;
  created_at: Instant;
  sent_at: Instant | null;
}
/** The last week of which a member had their digest, or nothing was to be said. */
interface DigestTurn {
  workspace_id: string;
  member_id: string;
  /** Its Monday. */
  week: Day;
}
/** What somebody wrote, as it is searched. */
interface SearchText {
  workspace_id: string;
  source: SearchSource;
  /** The minute in which it was written, counted from 1970: what an index of terms leads to. */
  place: number;
  /** Of the response, the message or the note. */
  id: string;
  /** As `indexWords` of the domain gives them. */
  words: string;
}
/** Where terms stand that have not been packed yet. */
interface SearchRecent {
  workspace_id: string;
  source: SearchSource;
  term: string;
  place: number;
}
/** Where a term stands, from `place` on, as `packPlaces` writes it; blocks of a term do not overlap. */
interface SearchBlock {
  workspace_id: string;
  source: SearchSource;
  term: string;
  place: number;
  places: string;
}
/** How far what was there before there was a search has been taken in. */
interface SearchFill {
  workspace_id: string;
  source: SearchSource;
  at: Instant;
  id: string;
  done: Flag;
}
/** What kind of text it is; a new kind is one more name here and one more reader in `search-fill.ts`. */
export type SearchSource = 'response' | 'message' | 'note';
/** A subject of what customers write. */
interface Topic {
  workspace_id: string;
  id: string;
  name: string;
  status: 'active' | 'dismissed';
  pinned: Flag;
  rules: JsonText;
  /** Before which place older answers have not been looked at with these rules; null: all have. */
  fill_before: string | null;
  created_at: Instant;
  updated_at: Instant;
  updated_by: string | null;
  revision: number;
}
/** A response is about a topic, or a person has said that it is not. */
interface TopicAnswer {
  workspace_id: string;
  topic_id: string;
  response_id: string;
  contact_id: string;
  account_id: string | null;
  answered_at: Instant;
  given_by: 'rule' | 'person';
  /** 1: a person took it off, and no rule puts it back. */
  is_off: Flag;
}
/** Responses about a topic by UTC day; under `''` all that hold words. */
interface TopicDay {
  workspace_id: string;
  topic_id: string;
  day: Day;
  count: number;
}
/** Something that happened, until everybody was told whom it concerns. */
interface Outbox {
  workspace_id: string;
  id: string;
  type: string;
  /** The response, case, message or content. */
  subject: string;
  contact_id: string | null;
  at: Instant;
}
/** A place outside that is told what happens. */
interface Webhook {
  workspace_id: string;
  id: string;
  kind: 'webhook' | 'slack' | 'teams';
  name: string;
  /** Sealed: whoever knows it may write there. */
  url: string;
  url_hint: string;
  events: JsonText;
  /** Sealed, the oldest first. */
  secrets: JsonText;
  status: 'active' | 'paused' | 'failing' | 'gone';
  /** Since when nothing but failures; null: the last attempt went well, or there was none. */
  failing_since: Instant | null;
  created_at: Instant;
  updated_at: Instant;
  revision: number;
}
/** One message to one webhook. */
interface Delivery {
  workspace_id: string;
  id: string;
  webhook_id: string;
  /** The same on every attempt. */
  event_id: string;
  type: string;
  contact_id: string | null;
  body: string;
  status: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  /** When it is tried next; while it is being tried, when it would be tried again should this process die. Null: never. */
  due_at: Instant | null;
  last_at: Instant | null;
  last_code: number | null;
  last_error: string | null;
  created_at: Instant;
}
interface AlertRule {
  workspace_id: string;
  id: string;
  name: string;
  status: 'active' | 'paused';
  condition: JsonText;
  receivers: JsonText;
  hours: JsonText | null;
  per_hour: number;
  created_at: Instant;
  updated_at: Instant;
  updated_by: string | null;
  revision: number;
  /** When it was last looked whether the score fell; null: not since it is there, or it is about answers. */
  looked_at: Instant | null;
}
/** A rule held for something, once. */
interface Alert {
  workspace_id: string;
  rule_id: string;
  /** The response, or the week. */
  subject: string;
  contact_id: string | null;
  about: JsonText;
  at: Instant;
  /** Held back until then; null: it has gone. */
  release_at: Instant | null;
  sent_at: Instant | null;
}
/** What a member finds at the bell. */
interface Notice {
  workspace_id: string;
  id: string;
  member_id: string;
  kind: 'answer' | 'answers' | 'drop' | 'webhook';
  contact_id: string | null;
  about: JsonText;
  created_at: Instant;
  read_at: Instant | null;
}
interface Counter {
  workspace_id: string;
  /** `rebuilds`: how often the counters were put right; see `counters.ts`. */
  name: 'unread_responses' | 'rebuilds';
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
  activation_goal: ActivationGoal;
  alert: Alert;
  alert_rule: AlertRule;
  answer_hour: AnswerHour;
  assignment: Assignment;
  audit_entry: AuditEntry;
  checklist_progress: ChecklistProgress;
  contact: Contact;
  contact_alias: ContactAlias;
  content: Content;
  content_comment: ContentComment;
  content_day: ContentDay;
  content_file: ContentFile;
  content_review: ContentReview;
  content_state: ContentState;
  content_version: ContentVersion;
  counter: Counter;
  customer_case: CustomerCase;
  decision: Decision;
  delivery: Delivery;
  digest_turn: DigestTurn;
  erasure: Erasure;
  event: Event;
  event_count: EventCount;
  export: Export;
  exposure: Exposure;
  idempotency: Idempotency;
  import: Import;
  import_row: ImportRow;
  key: Key;
  mail: Mail;
  message: Message;
  note: Note;
  note_mention: NoteMention;
  notice: Notice;
  outbox: Outbox;
  question_day: QuestionDay;
  receipt: Receipt;
  renewal: Renewal;
  response: Response;
  response_answer: ResponseAnswer;
  response_tag: ResponseTag;
  saved_view: SavedView;
  score_hour: ScoreHour;
  score_repeat: ScoreRepeat;
  score_segment: ScoreSegment;
  search_block: SearchBlock;
  search_fill: SearchFill;
  search_recent: SearchRecent;
  search_text: SearchText;
  segment: Segment;
  step_done: StepDone;
  survey_link: SurveyLink;
  survey_transaction: SurveyTransaction;
  tag: Tag;
  task: Task;
  team: Team;
  team_member: TeamMember;
  theme: Theme;
  thread: Thread;
  topic: Topic;
  topic_answer: TopicAnswer;
  topic_day: TopicDay;
  webhook: Webhook;
  widget_session: WidgetSession;
}

/** The compiler holds this list against `TenantTables`, in both directions. */
const TENANT: Readonly<Record<keyof TenantTables, true>> = {
  account: true,
  activation_goal: true,
  alert: true,
  alert_rule: true,
  answer_hour: true,
  assignment: true,
  audit_entry: true,
  checklist_progress: true,
  contact: true,
  contact_alias: true,
  content: true,
  content_comment: true,
  content_day: true,
  content_file: true,
  content_review: true,
  content_state: true,
  content_version: true,
  counter: true,
  customer_case: true,
  decision: true,
  delivery: true,
  digest_turn: true,
  erasure: true,
  event: true,
  event_count: true,
  export: true,
  exposure: true,
  idempotency: true,
  import: true,
  import_row: true,
  key: true,
  mail: true,
  message: true,
  note: true,
  note_mention: true,
  notice: true,
  outbox: true,
  question_day: true,
  receipt: true,
  renewal: true,
  response: true,
  response_answer: true,
  response_tag: true,
  saved_view: true,
  score_hour: true,
  score_repeat: true,
  score_segment: true,
  search_block: true,
  search_fill: true,
  search_recent: true,
  search_text: true,
  segment: true,
  step_done: true,
  survey_link: true,
  survey_transaction: true,
  tag: true,
  task: true,
  team: true,
  team_member: true,
  theme: true,
  thread: true,
  topic: true,
  topic_answer: true,
  topic_day: true,
  webhook: true,
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
