export type { Database, Dialect, FoundKey, RecorderTransaction, WorkspaceDb } from './database.ts';
export type { OnConflict } from './bulk.ts';
export { bulkDelete, bulkInsertIgnore, bulkSelect, bulkUpsert } from './bulk.ts';
export type { Constraint } from './constraint.ts';
export { brokenConstraint } from './constraint.ts';
export { decodeCursor, encodeCursor, InvalidCursor } from './cursor.ts';
export { ensureEventPartitions } from './event-partitions.ts';
export type { Page, PageRequest } from './sort-order.ts';
export type { Decoder, Json } from './json.ts';
export { decodeJson, decodeRecord, decodeStrings, decodeTraits, encodeJson } from './json.ts';
export type { DatabaseSettings } from './open.ts';
export { openDatabase } from './open.ts';
export type { SchemaState } from './migrate.ts';
export { migrate, schemaState } from './migrate.ts';
export type { Db, Flag, JsonText } from './tables.ts';
export * as audit from './queries/audit.ts';
export type { Actor, AuditEvent } from './queries/audit.ts';
export * as idempotency from './queries/idempotency.ts';
export * as installation from './queries/installation.ts';
export * as invitations from './queries/invitations.ts';
export type { InvitationRecord } from './queries/invitations.ts';
export * as keys from './queries/keys.ts';
export type { IdentityKey, KeyRecord } from './queries/keys.ts';
export * as members from './queries/members.ts';
export type { MemberRecord } from './queries/members.ts';
export * as organisations from './queries/organisations.ts';
export * as users from './queries/users.ts';
export * as workspaces from './queries/workspaces.ts';
export type { WorkspaceRecord } from './queries/workspaces.ts';
export * as contents from './queries/contents.ts';
export type {
  ContentChange,
  ContentDraft,
  ContentRecord,
  Metric,
  PublishedRecord,
  StoredStatus,
  VersionRecord,
} from './queries/contents.ts';
export * as myDay from './queries/my-day.ts';
export * as responses from './queries/responses.ts';
export type { AnswerRecord, ResponseFilter, ResponseRecord } from './queries/responses.ts';
export * as timeline from './queries/timeline.ts';
export type { TimelineOf, TimelineRecord } from './queries/timeline.ts';
export * as companies from './queries/companies.ts';
export type { CompanyRecord } from './queries/companies.ts';
export * as contentState from './queries/content-state.ts';
export type { ExposureRecord, MetricRecord, StateRecord } from './queries/content-state.ts';
export * as events from './queries/events.ts';
export type { DayCount, EventRecord } from './queries/events.ts';
export * as people from './queries/people.ts';
export type { PersonRecord } from './queries/people.ts';
export * as progress from './queries/progress.ts';
export type { ProgressRecord, StepKey, StepRecord } from './queries/progress.ts';
export * as recordedResponses from './queries/recorded-responses.ts';
export type { RecordedAnswer, RecordedResponse, ResponseWrite } from './queries/recorded-responses.ts';
export * as scores from './queries/scores.ts';
export type { HourRecord, RepeatRecord, ScoreFilter } from './queries/scores.ts';
export * as sessions from './queries/sessions.ts';
export type { SessionRecord } from './queries/sessions.ts';
export * as accounts from './queries/accounts.ts';
export type {
  AccountChange,
  AccountFilter,
  AccountRecord,
  AccountSort,
  NewAccount,
  Upserted,
} from './queries/accounts.ts';
export * as contacts from './queries/contacts.ts';
export type {
  ContactChange,
  ContactFilter,
  ContactIdentity,
  ContactRecord,
  ContactSort,
  NewContact,
} from './queries/contacts.ts';
