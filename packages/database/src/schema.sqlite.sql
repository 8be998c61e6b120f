CREATE TABLE "account" ("workspace_id" text not null, "id" text not null, "external_id" text, "name" text not null, "owner_id" text, "plan" text, "lifecycle" text not null, "revenue_minor" integer, "revenue_currency" text, "renewal_date" text, "traits" text not null, "last_seen_at" text, "created_at" text not null, "updated_at" text not null, "revision" integer not null,
  constraint "account_pk" primary key ("workspace_id", "id"),
  constraint "account_workspace_id_external_id_unique" unique ("workspace_id", "external_id"),
  constraint "account_workspace_fk" foreign key ("workspace_id") references "workspace" ("id"),
  constraint "account_member_fk" foreign key ("owner_id") references "member" ("id") on delete set null) strict;
CREATE INDEX account_by_name on account (workspace_id, substr(lower(name), 1, 50), id);
CREATE INDEX "account_by_owner_id" on "account" ("workspace_id", "owner_id");
CREATE INDEX "account_by_renewal_date" on "account" ("workspace_id", "renewal_date");
CREATE TABLE "audit_entry" ("workspace_id" text not null, "id" text not null, "at" text not null, "actor_kind" text not null, "actor_id" text not null, "actor_name" text not null, "action" text not null, "target" text not null, "change" text not null,
  constraint "audit_entry_pk" primary key ("workspace_id", "id")) strict;
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
CREATE TABLE "checklist_progress" ("workspace_id" text not null, "content_id" text not null, "subject_id" text not null, "version" integer not null, "started_at" text not null, "last_step_at" text, "completed_at" text,
  constraint "checklist_progress_pk" primary key ("workspace_id", "content_id", "subject_id"),
  constraint "checklist_progress_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX "checklist_progress_by_subject_id" on "checklist_progress" ("workspace_id", "subject_id");
CREATE TABLE "contact" ("workspace_id" text not null, "id" text not null, "identity" text not null, "external_id" text not null, "name" text, "email" text, "locale" text, "time_zone" text, "account_id" text, "traits" text not null, "last_score" integer, "last_score_at" text, "first_seen_at" text, "last_seen_at" text, "visits" integer not null, "visit_interruptions" integer not null, "last_interrupted_at" text, "created_at" text not null, "updated_at" text not null, "revision" integer not null,
  constraint "contact_pk" primary key ("workspace_id", "id"),
  constraint "contact_workspace_id_identity_external_id_unique" unique ("workspace_id", "identity", "external_id"),
  constraint "contact_workspace_fk" foreign key ("workspace_id") references "workspace" ("id"),
  constraint "contact_account_fk" foreign key ("workspace_id", "account_id") references "account" ("workspace_id", "id")) strict;
CREATE INDEX "contact_by_account_id" on "contact" ("workspace_id", "account_id");
CREATE INDEX contact_by_last_seen on contact (workspace_id, coalesce(last_seen_at, ''), id);
CREATE TABLE "content" ("workspace_id" text not null, "id" text not null, "kind" text not null, "slug" text not null, "name" text not null, "status" text not null, "draft" text not null, "version" integer, "published_at" text, "edited" integer not null, "created_at" text not null, "updated_at" text not null, "updated_by" text, "revision" integer not null,
  constraint "content_pk" primary key ("workspace_id", "id"),
  constraint "content_workspace_id_kind_slug_unique" unique ("workspace_id", "kind", "slug"),
  constraint "content_workspace_fk" foreign key ("workspace_id") references "workspace" ("id")) strict;
CREATE TABLE "content_day" ("workspace_id" text not null, "content_id" text not null, "day" text not null, "metric" text not null, "count" integer not null,
  constraint "content_day_pk" primary key ("workspace_id", "content_id", "day", "metric"),
  constraint "content_day_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE TABLE "content_file" ("workspace_id" text not null, "hash" text not null, "locale" text not null, "body" text not null, "created_at" text not null,
  constraint "content_file_pk" primary key ("workspace_id", "hash"),
  constraint "content_file_workspace_fk" foreign key ("workspace_id") references "workspace" ("id")) strict;
CREATE TABLE "content_state" ("workspace_id" text not null, "contact_id" text not null, "content_id" text not null, "attempts" integer not null, "last_claimed_at" text, "last_shown_at" text, "opened_at" text, "last_dismissed_at" text, "last_answered_at" text, "completed_at" text, "snoozed_until" text, "opted_out" integer not null,
  constraint "content_state_pk" primary key ("workspace_id", "contact_id", "content_id"),
  constraint "content_state_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "content_state_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE TABLE "content_version" ("workspace_id" text not null, "content_id" text not null, "version" integer not null, "draft" text not null, "published_at" text not null, "published_by" text, "note" text not null,
  constraint "content_version_pk" primary key ("workspace_id", "content_id", "version"),
  constraint "content_version_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict;
CREATE TABLE "counter" ("workspace_id" text not null, "name" text not null, "value" integer not null,
  constraint "counter_pk" primary key ("workspace_id", "name"),
  constraint "counter_workspace_fk" foreign key ("workspace_id") references "workspace" ("id")) strict, without rowid;
CREATE TABLE "event" ("workspace_id" text not null, "id" text not null, "type" text not null, "contact_id" text, "account_id" text, "content_id" text, "at" text not null, "received_at" text not null, "payload" text not null,
  constraint "event_pk" primary key ("workspace_id", "id")) strict;
CREATE INDEX "event_by_account_id_at" on "event" ("workspace_id", "account_id", "at");
CREATE INDEX "event_by_contact_id_at" on "event" ("workspace_id", "contact_id", "at");
CREATE TABLE "event_count" ("workspace_id" text not null, "subject_id" text not null, "name" text not null, "day" text not null, "count" integer not null,
  constraint "event_count_pk" primary key ("workspace_id", "subject_id", "name", "day")) strict, without rowid;
CREATE TABLE "exposure" ("workspace_id" text not null, "id" text not null, "contact_id" text not null, "account_id" text, "content_id" text not null, "version" integer not null, "granted_at" text not null,
  constraint "exposure_pk" primary key ("workspace_id", "id"),
  constraint "exposure_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "exposure_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX "exposure_by_account_id_granted_at" on "exposure" ("workspace_id", "account_id", "granted_at");
CREATE INDEX "exposure_by_content_id_granted_at" on "exposure" ("workspace_id", "content_id", "granted_at");
CREATE TABLE "idempotency" ("workspace_id" text not null, "key_hash" text not null, "request_hash" text not null, "status" integer not null, "body" text not null, "created_at" text not null,
  constraint "idempotency_pk" primary key ("workspace_id", "key_hash")) strict;
CREATE INDEX "idempotency_by_created_at" on "idempotency" ("workspace_id", "created_at");
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
CREATE TABLE "member" ("organisation_id" text not null, "id" text not null, "user_id" text not null, "role" text not null, "language" text, "created_at" text not null, "last_seen_at" text,
  constraint "member_pk" primary key ("organisation_id", "id"),
  constraint "member_organisation_id_user_id_unique" unique ("organisation_id", "user_id"),
  constraint "member_id_unique" unique ("id"),
  constraint "member_organisation_fk" foreign key ("organisation_id") references "organisation" ("id"),
  constraint "member_auth_user_fk" foreign key ("user_id") references "auth_user" ("id")) strict;
CREATE INDEX "member_by_user_id" on "member" ("user_id");
CREATE TABLE "organisation" ("id" text not null, "name" text not null, "created_at" text not null,
  constraint "organisation_pk" primary key ("id")) strict;
CREATE TABLE "response" ("workspace_id" text not null, "id" text not null, "content_id" text not null, "version" integer not null, "contact_id" text not null, "account_id" text, "locale" text not null, "page_url" text, "verified" integer not null, "score" integer, "score_question" text, "score_at" text, "superseded_at" text, "comment" text, "answered_at" text not null, "completed_at" text, "read_at" text,
  constraint "response_pk" primary key ("workspace_id", "id"),
  constraint "response_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id"),
  constraint "response_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict;
CREATE INDEX "response_by_account_id_answered_at" on "response" ("workspace_id", "account_id", "answered_at");
CREATE INDEX "response_by_answered_at_id" on "response" ("workspace_id", "answered_at", "id");
CREATE INDEX "response_by_contact_id_content_id" on "response" ("workspace_id", "contact_id", "content_id");
CREATE INDEX "response_by_content_id_answered_at_id" on "response" ("workspace_id", "content_id", "answered_at", "id");
CREATE TABLE "response_answer" ("workspace_id" text not null, "response_id" text not null, "question" text not null, "number" integer, "text" text, "answered_at" text not null,
  constraint "response_answer_pk" primary key ("workspace_id", "response_id", "question"),
  constraint "response_answer_response_fk" foreign key ("workspace_id", "response_id") references "response" ("workspace_id", "id")) strict;
CREATE TABLE "schema_migration" ("name" text not null primary key, "applied_at" text not null);
CREATE TABLE "score_hour" ("workspace_id" text not null, "content_id" text not null, "hour" text not null, "version" integer not null, "locale" text not null, "verified" integer not null, "score" integer not null, "count" integer not null, "latest" integer not null,
  constraint "score_hour_pk" primary key ("workspace_id", "content_id", "hour", "version", "locale", "verified", "score"),
  constraint "score_hour_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE TABLE "score_repeat" ("workspace_id" text not null, "content_id" text not null, "gap_days" integer not null, "later_hour" text not null, "earlier_hour" text not null, "version" integer not null, "locale" text not null, "verified" integer not null, "score" integer not null, "count" integer not null,
  constraint "score_repeat_pk" primary key ("workspace_id", "content_id", "gap_days", "later_hour", "earlier_hour", "version", "locale", "verified", "score"),
  constraint "score_repeat_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict, without rowid;
CREATE TABLE "score_total" ("workspace_id" text not null, "content_id" text not null, "span" text not null, "day" text not null, "hour" integer not null, "verified" integer not null, "all_0" integer not null, "all_1" integer not null, "all_2" integer not null, "all_3" integer not null, "all_4" integer not null, "all_5" integer not null, "all_6" integer not null, "all_7" integer not null, "all_8" integer not null, "all_9" integer not null, "all_10" integer not null, "latest_0" integer not null, "latest_1" integer not null, "latest_2" integer not null, "latest_3" integer not null, "latest_4" integer not null, "latest_5" integer not null, "latest_6" integer not null, "latest_7" integer not null, "latest_8" integer not null, "latest_9" integer not null, "latest_10" integer not null,
  constraint "score_total_pk" primary key ("workspace_id", "content_id", "span", "day", "hour", "verified"),
  constraint "score_total_content_fk" foreign key ("workspace_id", "content_id") references "content" ("workspace_id", "id")) strict;
CREATE TABLE "step_done" ("workspace_id" text not null, "content_id" text not null, "subject_id" text not null, "step" text not null, "done_at" text not null, "done_by" text, "via" text not null,
  constraint "step_done_pk" primary key ("workspace_id", "content_id", "subject_id", "step"),
  constraint "step_done_checklist_progress_fk" foreign key ("workspace_id", "content_id", "subject_id") references "checklist_progress" ("workspace_id", "content_id", "subject_id")) strict, without rowid;
CREATE INDEX "step_done_by_subject_id" on "step_done" ("workspace_id", "subject_id");
CREATE TABLE "widget_session" ("workspace_id" text not null, "token_hash" text not null, "contact_id" text not null, "account_id" text, "verified" integer not null, "locale" text not null, "created_at" text not null, "expires_at" text not null,
  constraint "widget_session_pk" primary key ("workspace_id", "token_hash"),
  constraint "widget_session_contact_fk" foreign key ("workspace_id", "contact_id") references "contact" ("workspace_id", "id")) strict, without rowid;
CREATE INDEX "widget_session_by_created_at" on "widget_session" ("workspace_id", "created_at");
CREATE INDEX "widget_session_by_expires_at" on "widget_session" ("workspace_id", "expires_at");
CREATE TABLE "workspace" ("id" text not null, "organisation_id" text not null, "name" text not null, "identity_mode" text not null, "default_locale" text not null, "locales" text not null, "time_zone" text not null, "theme" text not null, "created_at" text not null, "updated_at" text not null,
  constraint "workspace_pk" primary key ("id"),
  constraint "workspace_organisation_fk" foreign key ("organisation_id") references "organisation" ("id")) strict;
CREATE INDEX "workspace_by_organisation_id" on "workspace" ("organisation_id");
