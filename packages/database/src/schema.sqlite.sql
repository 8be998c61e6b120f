CREATE TABLE "account" ("workspace_id" text not null, "id" text not null, "external_id" text, "name" text not null, "owner_id" text, "plan" text, "lifecycle" text not null, "revenue_minor" integer, "revenue_currency" text, "renewal_date" text, "traits" text not null, "last_seen_at" text, "created_at" text not null, "updated_at" text not null, "revision" integer not null, "health" text, "health_reason" text, "health_at" text, "health_until" text, "health_by" text,
  constraint "account_pk" primary key ("workspace_id", "id"),
  constraint "account_workspace_id_external_id_unique" unique ("workspace_id", "external_id"),
  constraint "account_workspace_fk" foreign key ("workspace_id") references "workspace" ("id"),
  constraint "account_member_fk" foreign key ("owner_id") references "member" ("id") on delete set null) strict;
CREATE INDEX account_by_name on account (workspace_id, substr(lower(name), 1, 50), id);
CREATE INDEX "account_by_owner_id" on "account" ("workspace_id", "owner_id");
CREATE INDEX "account_by_renewal_date" on "account" ("workspace_id", "renewal_date");
CREATE TABLE "activation_goal" ("workspace_id" text not null, "scope" text not null, "content_id" text, "event" text not null, "within_days" integer not null, "updated_at" text not null,
  constraint "activation_goal_pk" primary key ("workspace_id", "scope"),
  constraint "activation_goal_workspace_fk" foreign key ("workspace_id") references "workspace" ("id"),
  constraint "activation_goal_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id") on delete cascade) strict, without rowid;
CREATE TABLE "alert" ("workspace_id" text not null, "rule_id" text not null, "subject" text not null, "contact_id" text, "about" text not null, "at" text not null, "release_at" text, "sent_at" text,
  constraint "alert_pk" primary key ("workspace_id", "rule_id", "subject"),
  constraint "alert_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "alert_rule_fk" foreign key ("workspace_id", "rule_id") references "alert_rule" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX "alert_by_age" on "alert" ("workspace_id", "at");
CREATE INDEX "alert_by_contact" on "alert" ("workspace_id", "contact_id");
CREATE INDEX "alert_by_sent_at" on "alert" ("workspace_id", "rule_id", "sent_at");
CREATE INDEX alert_held on alert (workspace_id, release_at) where release_at is not null;
CREATE TABLE "alert_rule" ("workspace_id" text not null, "id" text not null, "name" text not null, "status" text not null, "condition" text not null, "receivers" text not null, "hours" text, "per_hour" integer not null, "created_at" text not null, "updated_at" text not null, "updated_by" text, "revision" integer not null, "looked_at" text,
  constraint "alert_rule_pk" primary key ("workspace_id", "id")) strict, without rowid;
CREATE TABLE "answer_hour" ("workspace_id" text not null, "content_id" text not null, "question" text not null, "hour" text not null, "version" integer not null, "locale" text not null, "verified" integer not null, "value" text not null, "count" integer not null,
  constraint "answer_hour_pk" primary key ("workspace_id", "content_id", "question", "hour", "version", "locale", "verified", "value"),
  constraint "answer_hour_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE TABLE "assignment" ("workspace_id" text not null, "experiment" text not null, "unit_id" text not null, "contact_id" text, "account_id" text, "arm" text not null, "version" integer not null, "assigned_at" text not null,
  constraint "assignment_pk" primary key ("workspace_id", "experiment", "unit_id"),
  constraint "assignment_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "assignment_account_fk" foreign key ("workspace_id", "account_id") references "account" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX assignment_by_contact on assignment (workspace_id, contact_id)
        where contact_id is not null;
CREATE TABLE "audit_entry" ("workspace_id" text not null, "id" text not null, "at" text not null, "actor_kind" text not null, "actor_id" text not null, "actor_name" text not null, "action" text not null, "target" text not null, "change" text not null,
  constraint "audit_entry_pk" primary key ("workspace_id", "id")) strict;
CREATE INDEX "audit_entry_by_target" on "audit_entry" ("workspace_id", "target", "id");
CREATE TABLE "auth_account" ("id" text not null, "accountId" text not null, "providerId" text not null, "userId" text not null, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" text, "refreshTokenExpiresAt" text, "scope" text, "password" text, "createdAt" text not null, "updatedAt" text not null,
  constraint "auth_account_pk" primary key ("id"),
  constraint "auth_account_auth_user_fk" foreign key ("userId") references "auth_user" ("id") on delete cascade) strict;
CREATE INDEX "auth_account_by_userId" on "auth_account" ("userId");
CREATE TABLE "auth_session" ("id" text not null, "userId" text not null, "token" text not null, "expiresAt" text not null, "ipAddress" text, "userAgent" text, "createdAt" text not null, "updatedAt" text not null,
  constraint "auth_session_pk" primary key ("id"),
  constraint "auth_session_token_unique" unique ("token"),
  constraint "auth_session_auth_user_fk" foreign key ("userId") references "auth_user" ("id") on delete cascade) strict;
CREATE INDEX "auth_session_by_userId" on "auth_session" ("userId");
CREATE TABLE "auth_user" ("id" text not null, "name" text not null, "email" text not null, "emailVerified" integer not null, "image" text, "createdAt" text not null, "updatedAt" text not null,
  constraint "auth_user_pk" primary key ("id"),
  constraint "auth_user_email_unique" unique ("email")) strict;
CREATE TABLE "auth_verification" ("id" text not null, "identifier" text not null, "value" text not null, "expiresAt" text not null, "createdAt" text not null, "updatedAt" text not null,
  constraint "auth_verification_pk" primary key ("id")) strict;
CREATE INDEX "auth_verification_by_identifier" on "auth_verification" ("identifier");
CREATE TABLE "checklist_progress" ("workspace_id" text not null, "content_id" text not null, "subject_id" text not null, "version" integer not null, "started_at" text not null, "last_step_at" text, "completed_at" text, "variant" text,
  constraint "checklist_progress_pk" primary key ("workspace_id", "content_id", "subject_id"),
  constraint "checklist_progress_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX "checklist_progress_by_subject_id" on "checklist_progress" ("workspace_id", "subject_id");
CREATE TABLE "contact" ("workspace_id" text not null, "id" text not null, "identity" text not null, "external_id" text not null, "name" text, "email" text, "locale" text, "time_zone" text, "account_id" text, "traits" text not null, "last_score" integer, "last_score_at" text, "first_seen_at" text, "last_seen_at" text, "visits" integer not null, "visit_interruptions" integer not null, "last_interrupted_at" text, "created_at" text not null, "updated_at" text not null, "revision" integer not null, "asking" text default 'usual' not null, "asking_set_at" text, "chosen_locale" text, "locale_set_at" text, "erased_at" text, "reserved_for" text, "reserved_until" text, "is_test" integer default 0 not null, "vouched_email" text, "mail_off_at" text,
  constraint "contact_pk" primary key ("workspace_id", "id"),
  constraint "contact_workspace_id_identity_external_id_unique" unique ("workspace_id", "identity", "external_id"),
  constraint "contact_workspace_fk" foreign key ("workspace_id") references "workspace" ("id"),
  constraint "contact_account_fk" foreign key ("workspace_id", "account_id") references "account" ("workspace_id", "id")) strict;
CREATE INDEX "contact_by_account_id" on "contact" ("workspace_id", "account_id");
CREATE INDEX contact_by_email on contact (workspace_id, lower(email))
        where email is not null;
CREATE INDEX contact_by_last_seen on contact (workspace_id, coalesce(last_seen_at, ''), id);
CREATE TABLE "contact_alias" ("workspace_id" text not null, "name_hash" text not null, "contact_id" text not null, "linked_at" text not null,
  constraint "contact_alias_pk" primary key ("workspace_id", "name_hash"),
  constraint "contact_alias_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX "contact_alias_by_contact_id" on "contact_alias" ("workspace_id", "contact_id");
CREATE TABLE "content" ("workspace_id" text not null, "id" text not null, "kind" text not null, "slug" text not null, "name" text not null, "status" text not null, "draft" text not null, "version" integer, "published_at" text, "edited" integer not null, "created_at" text not null, "updated_at" text not null, "updated_by" text, "revision" integer not null, "starts_at" text, "ends_at" text, "next_starts_at" text, "next_ends_at" text, "drafted_by" text, "next_version" integer, "last_version" integer default 0 not null, "draft_revision" integer default 1 not null, "tags" text default '[]' not null,
  constraint "content_pk" primary key ("workspace_id", "id"),
  constraint "content_workspace_id_kind_slug_unique" unique ("workspace_id", "kind", "slug"),
  constraint "content_workspace_fk" foreign key ("workspace_id") references "workspace" ("id")) strict;
CREATE TABLE "content_comment" ("workspace_id" text not null, "id" text not null, "content_id" text not null, "author" text not null, "path" text, "words" text not null, "created_at" text not null, "resolved_at" text, "resolved_by" text,
  constraint "content_comment_pk" primary key ("workspace_id", "id"),
  constraint "content_comment_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id") on delete cascade) strict;
CREATE INDEX "content_comment_by_content" on "content_comment" ("workspace_id", "content_id", "id");
CREATE TABLE "content_day" ("workspace_id" text not null, "content_id" text not null, "day" text not null, "metric" text not null, "count" integer not null,
  constraint "content_day_pk" primary key ("workspace_id", "content_id", "day", "metric"),
  constraint "content_day_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE TABLE "content_file" ("workspace_id" text not null, "hash" text not null, "locale" text not null, "body" text not null, "created_at" text not null,
  constraint "content_file_pk" primary key ("workspace_id", "hash"),
  constraint "content_file_workspace_fk" foreign key ("workspace_id") references "workspace" ("id")) strict;
CREATE TABLE "content_review" ("workspace_id" text not null, "content_id" text not null, "state" text not null, "draft_revision" integer not null, "requested_by" text, "requested_at" text, "reviewer" text, "note" text not null, "decided_by" text, "decided_at" text, "comment" text not null,
  constraint "content_review_pk" primary key ("workspace_id", "content_id"),
  constraint "content_review_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id") on delete cascade) strict;
CREATE TABLE "content_state" ("workspace_id" text not null, "contact_id" text not null, "content_id" text not null, "attempts" integer not null, "last_claimed_at" text, "last_shown_at" text, "opened_at" text, "last_dismissed_at" text, "last_answered_at" text, "completed_at" text, "snoozed_until" text, "opted_out" integer not null,
  constraint "content_state_pk" primary key ("workspace_id", "contact_id", "content_id"),
  constraint "content_state_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "content_state_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE TABLE "content_version" ("workspace_id" text not null, "content_id" text not null, "version" integer not null, "draft" text not null, "published_at" text not null, "published_by" text, "note" text not null, "staying" text default '[]' not null,
  constraint "content_version_pk" primary key ("workspace_id", "content_id", "version"),
  constraint "content_version_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict;
CREATE TABLE "counter" ("workspace_id" text not null, "name" text not null, "value" integer not null,
  constraint "counter_pk" primary key ("workspace_id", "name"),
  constraint "counter_workspace_fk" foreign key ("workspace_id") references "workspace" ("id")) strict, without rowid;
CREATE TABLE "customer_case" ("workspace_id" text not null, "id" text not null, "contact_id" text not null, "account_id" text, "response_id" text, "cause" text not null, "score" integer, "priority" text not null, "owner_id" text, "status" text not null, "snoozed_until" text, "outcome" text, "opened_at" text not null, "due_at" text, "in_time" integer, "first_touch_at" text, "contacted_at" text, "closed_at" text, "reopened_at" text, "reopenings" integer not null, "heard_at" text not null, "updated_at" text not null, "revision" integer not null, "team_id" text, "merged_into" text,
  constraint "customer_case_pk" primary key ("workspace_id", "id"),
  constraint "customer_case_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "customer_case_account_fk" foreign key ("workspace_id", "account_id") references "account" ("workspace_id", "id"),
  constraint "customer_case_response_fk" foreign key ("workspace_id", "response_id") references "response" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX "customer_case_by_account" on "customer_case" ("workspace_id", "account_id", "opened_at");
CREATE INDEX "customer_case_by_closed_at" on "customer_case" ("workspace_id", "status", "closed_at", "id");
CREATE INDEX "customer_case_by_contact" on "customer_case" ("workspace_id", "contact_id", "opened_at");
CREATE INDEX customer_case_by_due on customer_case
        (workspace_id, status, (coalesce(due_at, '9')), id);
CREATE INDEX customer_case_by_merged_into on customer_case
        (workspace_id, merged_into) where merged_into is not null;
CREATE INDEX "customer_case_by_opened_at" on "customer_case" ("workspace_id", "opened_at", "id");
CREATE INDEX "customer_case_by_owner" on "customer_case" ("workspace_id", "owner_id", "status");
CREATE INDEX "customer_case_by_response" on "customer_case" ("workspace_id", "response_id");
CREATE INDEX customer_case_by_team on customer_case
        (workspace_id, team_id, status) where team_id is not null;
CREATE UNIQUE INDEX customer_case_open on customer_case (workspace_id, contact_id) where status = 'open';
CREATE TABLE "decision" ("workspace_id" text not null, "id" text not null, "contact_id" text not null, "account_id" text, "content_id" text not null, "at" text not null, "until" text, "source" text not null, "outcome" text not null, "reason" text not null, "version" integer not null, "facts" text not null,
  constraint "decision_pk" primary key ("workspace_id", "at", "id"),
  constraint "decision_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "decision_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict;
CREATE INDEX "decision_by_account" on "decision" ("workspace_id", "account_id", "at", "id");
CREATE INDEX "decision_by_contact" on "decision" ("workspace_id", "contact_id", "at", "id");
CREATE INDEX "decision_by_content" on "decision" ("workspace_id", "content_id", "at", "id");
CREATE INDEX decision_by_end on decision (workspace_id, until) where until is not null;
CREATE UNIQUE INDEX decision_in_force on decision (workspace_id, contact_id, content_id)
        where until is null;
CREATE TABLE "delivery" ("workspace_id" text not null, "id" text not null, "webhook_id" text not null, "event_id" text not null, "type" text not null, "contact_id" text, "body" text not null, "status" text not null, "attempts" integer not null, "due_at" text, "last_at" text, "last_code" integer, "last_error" text, "created_at" text not null,
  constraint "delivery_pk" primary key ("workspace_id", "id"),
  constraint "delivery_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "delivery_webhook_fk" foreign key ("workspace_id", "webhook_id") references "webhook" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX "delivery_by_contact" on "delivery" ("workspace_id", "contact_id");
CREATE INDEX delivery_by_due on delivery (workspace_id, webhook_id, due_at, id) where due_at is not null;
CREATE INDEX "delivery_by_webhook" on "delivery" ("workspace_id", "webhook_id", "id");
CREATE TABLE "digest_turn" ("workspace_id" text not null, "member_id" text not null, "week" text not null,
  constraint "digest_turn_pk" primary key ("workspace_id", "member_id")) strict, without rowid;
CREATE TABLE "erasure" ("workspace_id" text not null, "id" text not null, "contact_id" text not null, "source" text not null, "requested_at" text not null, "withdrawn_at" text, "carried_out_at" text, "carried_out_by" text, "tombstone" text, "lifted_at" text, "lifted_by" text,
  constraint "erasure_pk" primary key ("workspace_id", "id"),
  constraint "erasure_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id")) strict;
CREATE INDEX erasure_by_place on erasure
        (workspace_id, ((case when withdrawn_at is null and carried_out_at is null then '1 ' else '0 ' end) || requested_at), id);
CREATE INDEX erasure_by_tombstone on erasure (workspace_id, tombstone)
        where tombstone is not null and lifted_at is null;
CREATE UNIQUE INDEX erasure_open on erasure (workspace_id, contact_id)
        where withdrawn_at is null and carried_out_at is null;
CREATE TABLE "event" ("workspace_id" text not null, "id" text not null, "type" text not null, "contact_id" text, "account_id" text, "content_id" text, "at" text not null, "received_at" text not null, "payload" text not null, "sent_by" text,
  constraint "event_pk" primary key ("workspace_id", "id")) strict;
CREATE INDEX "event_by_account_id_at" on "event" ("workspace_id", "account_id", "at");
CREATE INDEX "event_by_contact_id_at" on "event" ("workspace_id", "contact_id", "at");
CREATE INDEX event_sent_by_servers on event (workspace_id, received_at, id)
        where sent_by is not null;
CREATE TABLE "event_count" ("workspace_id" text not null, "subject_id" text not null, "name" text not null, "day" text not null, "count" integer not null,
  constraint "event_count_pk" primary key ("workspace_id", "subject_id", "name", "day")) strict, without rowid;
CREATE TABLE "export" ("workspace_id" text not null, "id" text not null, "kind" text not null, "survey_id" text, "format" text not null, "byte_order_mark" integer not null, "answered_from" text, "until" text not null, "questions" text not null, "rows" integer, "downloads" integer not null, "created_at" text not null, "created_by" text, "last_downloaded_at" text,
  constraint "export_pk" primary key ("workspace_id", "id"),
  constraint "export_workspace_fk" foreign key ("workspace_id") references "workspace" ("id")) strict;
CREATE TABLE "exposure" ("workspace_id" text not null, "id" text not null, "contact_id" text not null, "account_id" text, "content_id" text not null, "version" integer not null, "granted_at" text not null, "variant" text,
  constraint "exposure_pk" primary key ("workspace_id", "id"),
  constraint "exposure_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "exposure_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX "exposure_by_account_id_granted_at" on "exposure" ("workspace_id", "account_id", "granted_at");
CREATE INDEX "exposure_by_contact_id_granted_at" on "exposure" ("workspace_id", "contact_id", "granted_at");
CREATE INDEX "exposure_by_content_id_granted_at" on "exposure" ("workspace_id", "content_id", "granted_at");
CREATE TABLE "idempotency" ("workspace_id" text not null, "key_hash" text not null, "request_hash" text not null, "status" integer not null, "body" text not null, "created_at" text not null,
  constraint "idempotency_pk" primary key ("workspace_id", "key_hash")) strict;
CREATE INDEX "idempotency_by_created_at" on "idempotency" ("workspace_id", "created_at");
CREATE TABLE "import" ("workspace_id" text not null, "id" text not null, "source" text not null, "file_name" text not null, "encoding" text not null, "header" text not null, "choices" text, "status" text not null, "rows" integer not null, "report" text, "created_at" text not null, "created_by" text, "started_at" text, "finished_at" text, "undone_at" text, "failure" text, "leased_until" text,
  constraint "import_pk" primary key ("workspace_id", "id"),
  constraint "import_workspace_fk" foreign key ("workspace_id") references "workspace" ("id")) strict;
CREATE TABLE "import_row" ("workspace_id" text not null, "import_id" text not null, "line" integer not null, "cells" text, "state" text not null, "problems" text, "response_id" text, "contact_id" text, "made_contact" integer not null, "made_account_id" text,
  constraint "import_row_pk" primary key ("workspace_id", "import_id", "line"),
  constraint "import_row_import_fk" foreign key ("workspace_id", "import_id") references "import" ("workspace_id", "id") on delete cascade) strict;
CREATE INDEX import_row_by_contact on import_row (workspace_id, contact_id)
        where contact_id is not null;
CREATE INDEX import_row_by_state on import_row (workspace_id, import_id, state, line);
CREATE TABLE "installation" ("id" text not null, "demo" integer not null, "created_at" text not null,
  constraint "installation_pk" primary key ("id")) strict;
CREATE TABLE "invitation" ("organisation_id" text not null, "id" text not null, "email" text not null, "role" text not null, "token_hash" text not null, "invited_by" text not null, "created_at" text not null, "expires_at" text not null, "accepted_at" text,
  constraint "invitation_pk" primary key ("organisation_id", "id"),
  constraint "invitation_token_hash_unique" unique ("token_hash"),
  constraint "invitation_organisation_fk" foreign key ("organisation_id") references "organisation" ("id")) strict;
CREATE TABLE "key" ("workspace_id" text not null, "id" text not null, "kind" text not null, "name" text not null, "hash" text, "hint" text not null, "scopes" text not null, "algorithm" text, "material" text, "created_at" text not null, "last_used_at" text, "revoked_at" text,
  constraint "key_pk" primary key ("workspace_id", "id"),
  constraint "key_hash_unique" unique ("hash"),
  constraint "key_workspace_fk" foreign key ("workspace_id") references "workspace" ("id")) strict;
CREATE TABLE "mail" ("workspace_id" text not null, "id" text not null, "contact_id" text, "recipient" text not null, "sender_name" text, "locale" text not null, "subject" text not null, "body" text, "unsubscribe_url" text, "purpose" text not null, "dedupe_key" text not null, "state" text not null, "attempts" integer not null, "due_at" text, "last_error" text, "created_at" text not null, "sent_at" text,
  constraint "mail_pk" primary key ("workspace_id", "id"),
  constraint "mail_dedupe_key" unique ("workspace_id", "dedupe_key"),
  constraint "mail_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX mail_by_contact on mail (workspace_id, contact_id) where contact_id is not null;
CREATE INDEX mail_by_due on mail (workspace_id, due_at) where due_at is not null;
CREATE TABLE "member" ("organisation_id" text not null, "id" text not null, "user_id" text not null, "role" text not null, "language" text, "created_at" text not null, "last_seen_at" text, "read_texts" integer, "reply" integer, "time_zone" text, "digest" text,
  constraint "member_pk" primary key ("organisation_id", "id"),
  constraint "member_organisation_id_user_id_unique" unique ("organisation_id", "user_id"),
  constraint "member_id_unique" unique ("id"),
  constraint "member_organisation_fk" foreign key ("organisation_id") references "organisation" ("id"),
  constraint "member_auth_user_fk" foreign key ("user_id") references "auth_user" ("id")) strict;
CREATE INDEX "member_by_user_id" on "member" ("user_id");
CREATE TABLE "message" ("workspace_id" text not null, "id" text not null, "contact_id" text not null, "author" text not null, "author_id" text, "author_name" text, "text" text not null, "about" text, "sent_at" text not null, "received_at" text not null, "read_at" text,
  constraint "message_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "message_pk" primary key ("workspace_id", "id"),
  constraint "message_response_fk" foreign key ("workspace_id", "about") references "response" ("workspace_id", "id")) strict;
CREATE INDEX "message_by_about" on "message" ("workspace_id", "about");
CREATE INDEX "message_by_contact" on "message" ("workspace_id", "contact_id", "received_at", "id");
CREATE INDEX "message_by_received_at" on "message" ("workspace_id", "received_at", "id");
CREATE TABLE "note" ("workspace_id" text not null, "id" text not null, "subject_kind" text not null, "subject_id" text not null, "contact_id" text, "account_id" text, "words" text not null, "written_by" text, "writer_name" text not null, "created_at" text not null, "edited_at" text,
  constraint "note_pk" primary key ("workspace_id", "id")) strict;
CREATE INDEX note_by_contact on note (workspace_id, contact_id, created_at, id) where contact_id is not null;
CREATE INDEX note_by_subject on note (workspace_id, subject_kind, subject_id, id);
CREATE TABLE "note_mention" ("workspace_id" text not null, "note_id" text not null, "member_id" text not null, "at" text not null, "read_at" text,
  constraint "note_mention_pk" primary key ("workspace_id", "note_id", "member_id"),
  constraint "note_mention_note_fk" foreign key ("workspace_id", "note_id") references "note" ("workspace_id", "id")) strict;
CREATE INDEX note_mention_unread on note_mention (workspace_id, member_id, at) where read_at is null;
CREATE TABLE "notice" ("workspace_id" text not null, "id" text not null, "member_id" text not null, "kind" text not null, "contact_id" text, "about" text not null, "created_at" text not null, "read_at" text,
  constraint "notice_pk" primary key ("workspace_id", "id"),
  constraint "notice_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX "notice_by_contact" on "notice" ("workspace_id", "contact_id");
CREATE INDEX "notice_by_member" on "notice" ("workspace_id", "member_id", "id");
CREATE TABLE "organisation" ("id" text not null, "name" text not null, "created_at" text not null,
  constraint "organisation_pk" primary key ("id")) strict;
CREATE TABLE "outbox" ("workspace_id" text not null, "id" text not null, "type" text not null, "subject" text not null, "contact_id" text, "at" text not null,
  constraint "outbox_pk" primary key ("workspace_id", "id"),
  constraint "outbox_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX "outbox_by_contact" on "outbox" ("workspace_id", "contact_id");
CREATE TABLE "question_day" ("workspace_id" text not null, "content_id" text not null, "day" text not null, "version" integer not null, "verified" integer not null, "question" text not null, "outcome" text not null, "count" integer not null,
  constraint "question_day_pk" primary key ("workspace_id", "content_id", "day", "version", "verified", "question", "outcome"),
  constraint "question_day_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE TABLE "receipt" ("workspace_id" text not null, "message_hash" text not null, "event_id" text not null,
  constraint "receipt_pk" primary key ("workspace_id", "message_hash"),
  constraint "receipt_workspace_fk" foreign key ("workspace_id") references "workspace" ("id")) strict, without rowid;
CREATE TABLE "renewal" ("workspace_id" text not null, "id" text not null, "account_id" text not null, "due_date" text not null, "outcome" text not null, "decided_on" text not null, "decided_at" text not null, "decided_by" text, "before_minor" integer, "before_currency" text, "after_minor" integer, "after_currency" text, "next_due_date" text, "lifecycle_before" text not null,
  constraint "renewal_pk" primary key ("workspace_id", "id"),
  constraint "renewal_due" unique ("workspace_id", "account_id", "due_date"),
  constraint "renewal_account_fk" foreign key ("workspace_id", "account_id") references "account" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX renewal_by_due_date on renewal (workspace_id, due_date, id);
CREATE TABLE "response" ("workspace_id" text not null, "id" text not null, "content_id" text not null, "version" integer not null, "contact_id" text not null, "account_id" text, "locale" text not null, "page_url" text, "verified" integer not null, "score" integer, "score_question" text, "score_at" text, "superseded_at" text, "comment" text, "answered_at" text not null, "completed_at" text, "read_at" text, "transaction_id" text, "variant" text, "import_id" text, "account_plan" text, "account_owner" text, "account_lifecycle" text, "decides" integer, "outcomes" text, "source" text default 'widget', "link_id" text, "is_test" integer default 0 not null,
  constraint "response_pk" primary key ("workspace_id", "id"),
  constraint "response_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "response_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict;
CREATE INDEX response_by_account on response (workspace_id, account_id, answered_at, id);
CREATE INDEX "response_by_answered_at_id" on "response" ("workspace_id", "answered_at", "id");
CREATE INDEX "response_by_contact_id_content_id" on "response" ("workspace_id", "contact_id", "content_id");
CREATE INDEX "response_by_content_id_answered_at_id" on "response" ("workspace_id", "content_id", "answered_at", "id");
CREATE INDEX response_by_import on response (workspace_id, import_id, id)
        where import_id is not null;
CREATE INDEX response_by_link on response (workspace_id, link_id, completed_at)
        where link_id is not null;
CREATE INDEX response_by_score on response (workspace_id, score, answered_at, id);
CREATE INDEX response_by_transaction_id on response (workspace_id, transaction_id)
        where transaction_id is not null;
CREATE INDEX response_test on response (workspace_id, answered_at, id) where is_test = 1;
CREATE INDEX response_unread on response (workspace_id, answered_at, id) where read_at is null;
CREATE TABLE "response_answer" ("workspace_id" text not null, "response_id" text not null, "question" text not null, "number" integer, "text" text, "answered_at" text not null, "options" text, "walked" integer default 1 not null, "fact_id" text,
  constraint "response_answer_pk" primary key ("workspace_id", "response_id", "question"),
  constraint "response_answer_response_fk" foreign key ("workspace_id", "response_id") references "response" ("workspace_id", "id")) strict;
CREATE TABLE "response_tag" ("workspace_id" text not null, "response_id" text not null, "tag_id" text not null, "answered_at" text not null, "tagged_at" text not null, "tagged_by" text,
  constraint "response_tag_pk" primary key ("workspace_id", "response_id", "tag_id"),
  constraint "response_tag_response_fk" foreign key ("workspace_id", "response_id") references "response" ("workspace_id", "id"),
  constraint "response_tag_tag_fk" foreign key ("workspace_id", "tag_id") references "tag" ("workspace_id", "id")) strict;
CREATE INDEX response_tag_by_tag on response_tag (workspace_id, tag_id, answered_at, response_id);
CREATE TABLE "saved_view" ("workspace_id" text not null, "id" text not null, "page" text not null, "name" text not null, "query" text not null, "owner_id" text not null, "shared" integer not null, "created_at" text not null, "updated_at" text not null,
  constraint "saved_view_pk" primary key ("workspace_id", "id")) strict;
CREATE INDEX saved_view_by_page on saved_view (workspace_id, page);
CREATE TABLE "schema_migration" ("name" text not null primary key, "applied_at" text not null);
CREATE TABLE "score_hour" ("workspace_id" text not null, "content_id" text not null, "hour" text not null, "version" integer not null, "locale" text not null, "verified" integer not null, "score" integer not null, "count" integer not null, "latest" integer not null,
  constraint "score_hour_pk" primary key ("workspace_id", "content_id", "hour", "version", "locale", "verified", "score"),
  constraint "score_hour_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE TABLE "score_repeat" ("workspace_id" text not null, "content_id" text not null, "gap_days" integer not null, "later_hour" text not null, "earlier_hour" text not null, "version" integer not null, "locale" text not null, "verified" integer not null, "score" integer not null, "later_score" integer not null, "plan" text not null, "owner" text not null, "lifecycle" text not null, "account" text not null, "decides" integer not null, "count" integer not null,
  constraint "score_repeat_pk" primary key ("workspace_id", "content_id", "gap_days", "later_hour", "earlier_hour", "version", "locale", "verified", "score", "later_score", "plan", "owner", "lifecycle", "account", "decides"),
  constraint "score_repeat_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE TABLE "score_segment" ("workspace_id" text not null, "content_id" text not null, "question" text not null, "dimension" text not null, "span" text not null, "day" text not null, "hour" integer not null, "value" text not null, "verified" integer not null, "all_0" integer not null, "all_1" integer not null, "all_2" integer not null, "all_3" integer not null, "all_4" integer not null, "all_5" integer not null, "all_6" integer not null, "all_7" integer not null, "all_8" integer not null, "all_9" integer not null, "all_10" integer not null, "latest_0" integer not null, "latest_1" integer not null, "latest_2" integer not null, "latest_3" integer not null, "latest_4" integer not null, "latest_5" integer not null, "latest_6" integer not null, "latest_7" integer not null, "latest_8" integer not null, "latest_9" integer not null, "latest_10" integer not null,
  constraint "score_segment_pk" primary key ("workspace_id", "content_id", "question", "dimension", "span", "day", "hour", "value", "verified"),
  constraint "score_segment_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE TABLE "search_block" ("workspace_id" text not null, "source" text not null, "term" text not null, "place" integer not null, "places" text not null,
  constraint "search_block_pk" primary key ("workspace_id", "source", "term", "place")) strict, without rowid;
CREATE TABLE "search_fill" ("workspace_id" text not null, "source" text not null, "at" text not null, "id" text not null, "done" integer not null,
  constraint "search_fill_pk" primary key ("workspace_id", "source")) strict, without rowid;
CREATE TABLE "search_recent" ("workspace_id" text not null, "source" text not null, "term" text not null, "place" integer not null,
  constraint "search_recent_pk" primary key ("workspace_id", "source", "term", "place")) strict, without rowid;
CREATE TABLE "search_text" ("workspace_id" text not null, "source" text not null, "place" integer not null, "id" text not null, "words" text not null,
  constraint "search_text_pk" primary key ("workspace_id", "source", "place", "id")) strict, without rowid;
CREATE TABLE "segment" ("workspace_id" text not null, "id" text not null, "slug" text not null, "name" text not null, "description" text not null, "condition" text not null, "created_at" text not null, "updated_at" text not null, "updated_by" text, "revision" integer not null,
  constraint "segment_pk" primary key ("workspace_id", "id"),
  constraint "segment_slug" unique ("workspace_id", "slug"),
  constraint "segment_name" unique ("workspace_id", "name")) strict;
CREATE TABLE "step_done" ("workspace_id" text not null, "content_id" text not null, "subject_id" text not null, "step" text not null, "done_at" text not null, "done_by" text, "via" text not null,
  constraint "step_done_pk" primary key ("workspace_id", "content_id", "subject_id", "step"),
  constraint "step_done_checklist_progress_fk" foreign key ("workspace_id", "content_id", "subject_id") references "checklist_progress" ("workspace_id", "content_id", "subject_id")) strict, without rowid;
CREATE INDEX "step_done_by_subject_id" on "step_done" ("workspace_id", "subject_id");
CREATE TABLE "survey_link" ("workspace_id" text not null, "id" text not null, "content_id" text not null, "kind" text not null, "channel" text not null, "name" text not null, "expires_at" text, "revoked_at" text, "created_at" text not null, "created_by" text,
  constraint "survey_link_pk" primary key ("workspace_id", "id"),
  constraint "survey_link_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict;
CREATE INDEX "survey_link_by_content" on "survey_link" ("workspace_id", "content_id", "id");
CREATE TABLE "survey_transaction" ("workspace_id" text not null, "contact_id" text not null, "content_id" text not null, "transaction_id" text not null, "at" text not null, "asked_at" text, "answered_at" text,
  constraint "survey_transaction_pk" primary key ("workspace_id", "contact_id", "content_id", "transaction_id"),
  constraint "survey_transaction_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "survey_transaction_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX survey_transaction_open on survey_transaction (workspace_id, content_id, at)
        where asked_at is null and answered_at is null;
CREATE TABLE "tag" ("workspace_id" text not null, "id" text not null, "key" text not null, "name" text not null, "responses" integer not null, "created_at" text not null,
  constraint "tag_pk" primary key ("workspace_id", "id"),
  constraint "tag_key" unique ("workspace_id", "key")) strict;
CREATE TABLE "task" ("workspace_id" text not null, "id" text not null, "title" text not null, "subject_kind" text, "subject_id" text, "contact_id" text, "account_id" text, "owner_id" text, "due_on" text, "done_at" text, "done_by" text, "doer_name" text, "created_at" text not null, "created_by" text, "creator_name" text not null, "updated_at" text not null, "revision" integer not null,
  constraint "task_pk" primary key ("workspace_id", "id"),
  constraint "task_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "task_account_fk" foreign key ("workspace_id", "account_id") references "account" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX task_by_account on task (workspace_id, account_id) where account_id is not null;
CREATE INDEX task_by_contact on task (workspace_id, contact_id, created_at, id)
        where contact_id is not null;
CREATE INDEX task_done on task (workspace_id, done_at, id) where done_at is not null;
CREATE INDEX task_open on task (workspace_id, coalesce(due_on, '9'), id)
        where done_at is null;
CREATE INDEX task_open_by_owner on task (workspace_id, owner_id, coalesce(due_on, '9'), id)
        where done_at is null;
CREATE TABLE "team" ("workspace_id" text not null, "id" text not null, "key" text not null, "name" text not null, "created_at" text not null, "updated_at" text not null, "archived_at" text, "revision" integer not null,
  constraint "team_pk" primary key ("workspace_id", "id"),
  constraint "team_key" unique ("workspace_id", "key")) strict, without rowid;
CREATE TABLE "team_member" ("workspace_id" text not null, "team_id" text not null, "member_id" text not null,
  constraint "team_member_pk" primary key ("workspace_id", "team_id", "member_id"),
  constraint "team_member_team_fk" foreign key ("workspace_id", "team_id") references "team" ("workspace_id", "id")) strict, without rowid;
CREATE TABLE "theme" ("workspace_id" text not null, "id" text not null, "slug" text not null, "name" text not null, "look" text not null, "is_default" integer not null, "created_at" text not null, "updated_at" text not null, "updated_by" text, "revision" integer not null,
  constraint "theme_pk" primary key ("workspace_id", "id"),
  constraint "theme_slug" unique ("workspace_id", "slug"),
  constraint "theme_name" unique ("workspace_id", "name")) strict;
CREATE UNIQUE INDEX theme_default on theme (workspace_id) where is_default = 1;
CREATE TABLE "thread" ("workspace_id" text not null, "contact_id" text not null, "started_at" text not null, "last_at" text not null, "last_message_id" text not null, "unread_by_team" integer not null, "unread_by_contact" integer not null, "mailed_at" text,
  constraint "thread_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "thread_pk" primary key ("workspace_id", "contact_id")) strict, without rowid;
CREATE INDEX thread_by_waiting on thread
        (workspace_id, ((case when unread_by_team > 0 then '1 ' else '0 ' end) || last_at), contact_id);
CREATE INDEX thread_unread_by_contact on thread (workspace_id, contact_id) where unread_by_contact > 0;
CREATE TABLE "topic" ("workspace_id" text not null, "id" text not null, "name" text not null, "status" text not null, "pinned" integer not null, "rules" text not null, "fill_before" text, "created_at" text not null, "updated_at" text not null, "updated_by" text, "revision" integer not null,
  constraint "topic_pk" primary key ("workspace_id", "id"),
  constraint "topic_name" unique ("workspace_id", "name")) strict, without rowid;
CREATE TABLE "topic_answer" ("workspace_id" text not null, "topic_id" text not null, "response_id" text not null, "contact_id" text not null, "account_id" text, "answered_at" text not null, "given_by" text not null, "is_off" integer not null,
  constraint "topic_answer_pk" primary key ("workspace_id", "topic_id", "response_id"),
  constraint "topic_answer_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "topic_answer_topic_fk" foreign key ("workspace_id", "topic_id") references "topic" ("workspace_id", "id"),
  constraint "topic_answer_response_fk" foreign key ("workspace_id", "response_id") references "response" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX "topic_answer_by_answered_at" on "topic_answer" ("workspace_id", "topic_id", "answered_at");
CREATE INDEX "topic_answer_by_contact" on "topic_answer" ("workspace_id", "contact_id");
CREATE INDEX "topic_answer_by_response" on "topic_answer" ("workspace_id", "response_id");
CREATE TABLE "topic_day" ("workspace_id" text not null, "topic_id" text not null, "day" text not null, "count" integer not null,
  constraint "topic_day_pk" primary key ("workspace_id", "topic_id", "day")) strict, without rowid;
CREATE TABLE "webhook" ("workspace_id" text not null, "id" text not null, "kind" text not null, "name" text not null, "url" text not null, "url_hint" text not null, "events" text not null, "secrets" text not null, "status" text not null, "failing_since" text, "created_at" text not null, "updated_at" text not null, "revision" integer not null,
  constraint "webhook_pk" primary key ("workspace_id", "id")) strict, without rowid;
CREATE TABLE "widget_session" ("workspace_id" text not null, "token_hash" text not null, "contact_id" text not null, "account_id" text, "verified" integer not null, "locale" text not null, "created_at" text not null, "expires_at" text not null,
  constraint "widget_session_pk" primary key ("workspace_id", "token_hash"),
  constraint "widget_session_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX "widget_session_by_created_at" on "widget_session" ("workspace_id", "created_at");
CREATE INDEX "widget_session_by_expires_at" on "widget_session" ("workspace_id", "expires_at");
CREATE TABLE "workspace" ("id" text not null, "organisation_id" text not null, "name" text not null, "identity_mode" text not null, "default_locale" text not null, "locales" text not null, "time_zone" text not null, "theme" text not null, "created_at" text not null, "updated_at" text not null, "fatigue" text default '{}' not null, "decision_retention_days" integer default 400 not null, "require_approval" integer default 0 not null, "holdout" text, "case_settings" text, "texts_may_leave" integer default 0 not null, "reply_mail" text,
  constraint "workspace_pk" primary key ("id"),
  constraint "workspace_organisation_fk" foreign key ("organisation_id") references "organisation" ("id")) strict;
CREATE INDEX "workspace_by_organisation_id" on "workspace" ("organisation_id");
