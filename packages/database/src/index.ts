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
export * as activationGoals from './queries/activation-goals.ts';
export type { ActivationGoals } from './queries/activation-goals.ts';
export * as questionDays from './queries/question-days.ts';
export type { OutcomeCount, QuestionDayRecord } from './queries/question-days.ts';
export * as answers from './queries/answers.ts';
export type { AnswerHourRecord } from './queries/answers.ts';
export * as assignments from './queries/assignments.ts';
export type { AssignmentKey, AssignmentRecord } from './queries/assignments.ts';
export * as audiences from './queries/audiences.ts';
export type { AudienceMoment, Reach } from './queries/audiences.ts';
export * as audit from './queries/audit.ts';
export type { Actor, AuditEvent, AuditRecord } from './queries/audit.ts';
export * as cases from './queries/customer-cases.ts';
export type { CaseFilter, CaseRecord, CaseView, ListedCase } from './queries/customer-cases.ts';
export * as caseReports from './queries/case-reports.ts';
export * as caseSettings from './queries/case-settings.ts';
export type { CaseSettingsRecord } from './queries/case-settings.ts';
export * as idempotency from './queries/idempotency.ts';
export * as installation from './queries/installation.ts';
export * as invitations from './queries/invitations.ts';
export type { InvitationRecord } from './queries/invitations.ts';
export * as keys from './queries/keys.ts';
export type { IdentityKey, KeyRecord } from './queries/keys.ts';
export * as mails from './queries/mails.ts';
export type { MailOutcome, MailRecord, NewMail } from './queries/mails.ts';
export * as replyMails from './queries/reply-mails.ts';
export type { ReplyWindow, UnreadReplies } from './queries/reply-mails.ts';
export * as members from './queries/members.ts';
export type { DigestChoice, MemberRecord } from './queries/members.ts';
export * as messages from './queries/messages.ts';
export type { AboutRecord, MessageFilter, MessagePlace, MessageRecord } from './queries/messages.ts';
export * as recordedMessages from './queries/recorded-messages.ts';
export type { NoteRecord, UnreadReply } from './queries/recorded-messages.ts';
export * as threads from './queries/threads.ts';
export type { ThreadFilter, ThreadRecord } from './queries/threads.ts';
export * as organisations from './queries/organisations.ts';
export * as users from './queries/users.ts';
export * as workspaces from './queries/workspaces.ts';
export type { WorkspaceRecord } from './queries/workspaces.ts';
export * as contentComments from './queries/content-comments.ts';
export type { CommentRecord } from './queries/content-comments.ts';
export * as contentReviews from './queries/content-reviews.ts';
export type { ReviewRecord } from './queries/content-reviews.ts';
export * as contents from './queries/contents.ts';
export type {
  ContentChange,
  ContentDraft,
  ContentName,
  ContentRecord,
  DraftBeside,
  Metric,
  NextVersion,
  PublishedRecord,
  StoredStatus,
  VersionRecord,
} from './queries/contents.ts';
export * as surveyLinks from './queries/survey-links.ts';
export type { Addressee, AddresseesOf, LinkAnswers, SurveyLinkRecord } from './queries/survey-links.ts';
export * as exports from './queries/exports.ts';
export type {
  ExportedAccount,
  ExportedContact,
  ExportedResponse,
  ExportPlace,
  ExportQuestion,
  ExportRecord,
} from './queries/exports.ts';
export * as imports from './queries/imports.ts';
export type { BroughtLine, ImportedLine, ImportRecord, ImportRowRecord } from './queries/imports.ts';
export * as takingBack from './queries/taking-back.ts';
export type { StateFact } from './queries/taking-back.ts';
export * as contentPerformance from './queries/content-performance.ts';
export type { PerformanceRecord } from './queries/content-performance.ts';
export * as counters from './queries/counters.ts';
export type { CounterRow, CounterTable } from './queries/counters.ts';
export * as coverage from './queries/coverage.ts';
export type { CoverageFilter, CoverageRecord, UnheardRecord } from './queries/coverage.ts';
export * as recountSources from './queries/recount-sources.ts';
export type { CountedFact } from './queries/recount-sources.ts';
export * as journeys from './queries/journeys.ts';
export type { JourneyCounts, JourneyScope } from './queries/journeys.ts';
export * as journeyRows from './queries/journey-rows.ts';
export type { JourneyRow, JourneyRows } from './queries/journey-rows.ts';
export * as renewals from './queries/renewals.ts';
export type { RenewalRecord } from './queries/renewals.ts';
export type { AccountAtHand } from './queries/my-day.ts';
export * as myDay from './queries/my-day.ts';
export * as transactions from './queries/transactions.ts';
export type { TransactionRecord, TransactionSearch } from './queries/transactions.ts';
export * as responses from './queries/responses.ts';
export * as search from './queries/search.ts';
export type { WrittenText } from './queries/search.ts';
export type { PutTexts } from './queries/search.ts';
export * as searchFill from './queries/search-fill.ts';
export * as topicAnswers from './queries/topic-answers.ts';
export type { AboutAnswer, AnswerTopic, TopicAccount } from './queries/topic-answers.ts';
export * as topics from './queries/topics.ts';
export type { TopicChange, TopicRecord } from './queries/topics.ts';
export type { SearchSource } from './tables.ts';
export type { AnswerRecord, ResponseRecord } from './queries/responses.ts';
export * as inbox from './queries/inbox.ts';
export type { ResponseFilter, ResponseSort } from './queries/inbox.ts';
export * as notes from './queries/notes.ts';
export type { Mention, NoteSubject, TeamNoteRecord } from './queries/notes.ts';
export * as tasks from './queries/tasks.ts';
export type { ListedTask, TaskRecord } from './queries/tasks.ts';
export * as responseTags from './queries/response-tags.ts';
export type { TagRecord } from './queries/response-tags.ts';
export * as savedViews from './queries/saved-views.ts';
export type { SavedViewRecord } from './queries/saved-views.ts';
export * as timeline from './queries/timeline.ts';
export type { TimelineOf, TimelineRecord } from './queries/timeline.ts';
export * as companies from './queries/companies.ts';
export type { CompanyRecord } from './queries/companies.ts';
export * as erasing from './queries/erasing.ts';
export * as erasures from './queries/erasures.ts';
export type {
  CarriedOut,
  ErasureFilter,
  ErasureRecord,
  ErasureStatus,
  RequestRecord,
} from './queries/erasures.ts';
export * as outlook from './queries/outlook.ts';
export type { Crowd } from './queries/outlook.ts';
export { keptOf } from './queries/kept-of.ts';
export { PERSONAL, personalData } from './queries/personal-data.ts';
export type { Handling, PersonalRows } from './queries/personal-data.ts';
export * as contentState from './queries/content-state.ts';
export type { ExposureRecord, MetricRecord, StateRecord } from './queries/content-state.ts';
export * as decisions from './queries/decisions.ts';
export type { DecisionFilter, DecisionRecord, StandingDecision } from './queries/decisions.ts';
export * as decisionChanges from './queries/decision-changes.ts';
export type { DecisionChange } from './queries/decision-changes.ts';
export * as events from './queries/events.ts';
export type { DayCount, EventRecord } from './queries/events.ts';
export * as aliases from './queries/aliases.ts';
export type { AliasRecord } from './queries/aliases.ts';
export * as receipts from './queries/receipts.ts';
export type { ReceiptRecord } from './queries/receipts.ts';
export * as people from './queries/people.ts';
export type { PersonRecord } from './queries/people.ts';
export * as progress from './queries/progress.ts';
export type { ProgressRecord, StepKey, StepRecord } from './queries/progress.ts';
export * as recordedResponses from './queries/recorded-responses.ts';
export type {
  GivenAnswer,
  RecordedAnswer,
  RecordedResponse,
  ResponseWrite,
} from './queries/recorded-responses.ts';
export type { ReportedAs } from './queries/reported-answers.ts';
export * as scores from './queries/scores.ts';
export type { ScoreDimension, ScoreFilter, ScorePair } from './queries/scores.ts';
export * as recordedScores from './queries/recorded-scores.ts';
export type { ScaleRecord, ScoreRecords } from './queries/recorded-scores.ts';
export * as listed from './queries/listed.ts';
export * as segments from './queries/segments.ts';
export type { ContentNaming, SegmentChange, SegmentRecord } from './queries/segments.ts';
export * as teams from './queries/teams.ts';
export type { TeamRecord } from './queries/teams.ts';
export * as themes from './queries/themes.ts';
export type { Look, ThemeChange, ThemeRecord } from './queries/themes.ts';
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
export * as outbox from './queries/outbox.ts';
export type { FollowUp } from './queries/outbox.ts';
export * as webhooks from './queries/webhooks.ts';
export type { WebhookRecord, WebhookSecret } from './queries/webhooks.ts';
export * as deliveries from './queries/deliveries.ts';
export type { Attempted, DeliveryRecord } from './queries/deliveries.ts';
export * as alertRules from './queries/alert-rules.ts';
export type { AlertRuleRecord } from './queries/alert-rules.ts';
export * as alerts from './queries/alerts.ts';
export type { AlertRecord } from './queries/alerts.ts';
export * as notices from './queries/notices.ts';
export type { NoticeRecord } from './queries/notices.ts';
export * as followUps from './queries/follow-ups.ts';
export type { ToldPerson } from './queries/follow-ups.ts';
