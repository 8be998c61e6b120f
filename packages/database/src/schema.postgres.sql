table account row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  external_id text collate "C"
  name text collate "C" not null
  owner_id text collate "C"
  plan text collate "C"
  lifecycle text collate "C" not null
  revenue_minor bigint
  revenue_currency text collate "C"
  renewal_date text collate "C"
  traits text collate "C" not null
  last_seen_at text collate "C"
  created_at text collate "C" not null
  updated_at text collate "C" not null
  revision integer not null
  constraint account_member_fk FOREIGN KEY (owner_id) REFERENCES member(id) ON DELETE SET NULL
  constraint account_pk PRIMARY KEY (workspace_id, id)
  constraint account_workspace_fk FOREIGN KEY (workspace_id) REFERENCES workspace(id)
  constraint account_workspace_id_external_id_unique UNIQUE (workspace_id, external_id)
  CREATE INDEX account_by_name on account USING btree (workspace_id, substr(lower(name), 1, 50), id)
  CREATE INDEX account_by_owner_id on account USING btree (workspace_id, owner_id)
  CREATE INDEX account_by_renewal_date on account USING btree (workspace_id, renewal_date)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table audit_entry row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  at text collate "C" not null
  actor_kind text collate "C" not null
  actor_id text collate "C" not null
  actor_name text collate "C" not null
  action text collate "C" not null
  target text collate "C" not null
  change text collate "C" not null
  constraint audit_entry_pk PRIMARY KEY (workspace_id, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table auth_account
  id text collate "C" not null
  accountId text collate "C" not null
  providerId text collate "C" not null
  userId text collate "C" not null
  accessToken text collate "C"
  refreshToken text collate "C"
  idToken text collate "C"
  accessTokenExpiresAt timestamp with time zone
  refreshTokenExpiresAt timestamp with time zone
  scope text collate "C"
  password text collate "C"
  createdAt timestamp with time zone not null
  updatedAt timestamp with time zone not null
  constraint auth_account_auth_user_fk FOREIGN KEY ("userId") REFERENCES auth_user(id) ON DELETE CASCADE
  constraint auth_account_pk PRIMARY KEY (id)
  CREATE INDEX "auth_account_by_userId" on auth_account USING btree ("userId")
table auth_session
  id text collate "C" not null
  userId text collate "C" not null
  token text collate "C" not null
  expiresAt timestamp with time zone not null
  ipAddress text collate "C"
  userAgent text collate "C"
  createdAt timestamp with time zone not null
  updatedAt timestamp with time zone not null
  constraint auth_session_auth_user_fk FOREIGN KEY ("userId") REFERENCES auth_user(id) ON DELETE CASCADE
  constraint auth_session_pk PRIMARY KEY (id)
  constraint auth_session_token_unique UNIQUE (token)
  CREATE INDEX "auth_session_by_userId" on auth_session USING btree ("userId")
table auth_user
  id text collate "C" not null
  name text collate "C" not null
  email text collate "C" not null
  emailVerified boolean not null
  image text collate "C"
  createdAt timestamp with time zone not null
  updatedAt timestamp with time zone not null
  constraint auth_user_email_unique UNIQUE (email)
  constraint auth_user_pk PRIMARY KEY (id)
table auth_verification
  id text collate "C" not null
  identifier text collate "C" not null
  value text collate "C" not null
  expiresAt timestamp with time zone not null
  createdAt timestamp with time zone not null
  updatedAt timestamp with time zone not null
  constraint auth_verification_pk PRIMARY KEY (id)
  CREATE INDEX auth_verification_by_identifier on auth_verification USING btree (identifier)
table checklist_progress row level security forced
  workspace_id text collate "C" not null
  content_id text collate "C" not null
  subject_id text collate "C" not null
  version integer not null
  started_at text collate "C" not null
  last_step_at text collate "C"
  completed_at text collate "C"
  constraint checklist_progress_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint checklist_progress_pk PRIMARY KEY (workspace_id, content_id, subject_id)
  CREATE INDEX checklist_progress_by_subject_id on checklist_progress USING btree (workspace_id, subject_id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table contact row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  identity text collate "C" not null
  external_id text collate "C" not null
  name text collate "C"
  email text collate "C"
  locale text collate "C"
  time_zone text collate "C"
  account_id text collate "C"
  traits text collate "C" not null
  last_score integer
  last_score_at text collate "C"
  first_seen_at text collate "C"
  last_seen_at text collate "C"
  visits integer not null
  visit_interruptions integer not null
  last_interrupted_at text collate "C"
  created_at text collate "C" not null
  updated_at text collate "C" not null
  revision integer not null
  constraint contact_account_fk FOREIGN KEY (workspace_id, account_id) REFERENCES account(workspace_id, id)
  constraint contact_pk PRIMARY KEY (workspace_id, id)
  constraint contact_workspace_fk FOREIGN KEY (workspace_id) REFERENCES workspace(id)
  constraint contact_workspace_id_identity_external_id_unique UNIQUE (workspace_id, identity, external_id)
  CREATE INDEX contact_by_account_id on contact USING btree (workspace_id, account_id)
  CREATE INDEX contact_by_last_seen on contact USING btree (workspace_id, COALESCE(last_seen_at, ''::text), id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table content row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  kind text collate "C" not null
  slug text collate "C" not null
  name text collate "C" not null
  status text collate "C" not null
  draft text collate "C" not null
  version integer
  published_at text collate "C"
  edited integer not null
  created_at text collate "C" not null
  updated_at text collate "C" not null
  updated_by text collate "C"
  revision integer not null
  constraint content_pk PRIMARY KEY (workspace_id, id)
  constraint content_workspace_fk FOREIGN KEY (workspace_id) REFERENCES workspace(id)
  constraint content_workspace_id_kind_slug_unique UNIQUE (workspace_id, kind, slug)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table content_day row level security forced
  workspace_id text collate "C" not null
  content_id text collate "C" not null
  day text collate "C" not null
  metric text collate "C" not null
  count integer not null
  constraint content_day_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint content_day_pk PRIMARY KEY (workspace_id, content_id, day, metric)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table content_file row level security forced
  workspace_id text collate "C" not null
  hash text collate "C" not null
  locale text collate "C" not null
  body text collate "C" not null
  created_at text collate "C" not null
  constraint content_file_pk PRIMARY KEY (workspace_id, hash)
  constraint content_file_workspace_fk FOREIGN KEY (workspace_id) REFERENCES workspace(id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table content_state row level security forced
  workspace_id text collate "C" not null
  contact_id text collate "C" not null
  content_id text collate "C" not null
  attempts integer not null
  last_claimed_at text collate "C"
  last_shown_at text collate "C"
  opened_at text collate "C"
  last_dismissed_at text collate "C"
  last_answered_at text collate "C"
  completed_at text collate "C"
  snoozed_until text collate "C"
  opted_out integer not null
  constraint content_state_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint content_state_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint content_state_pk PRIMARY KEY (workspace_id, contact_id, content_id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table content_version row level security forced
  workspace_id text collate "C" not null
  content_id text collate "C" not null
  version integer not null
  draft text collate "C" not null
  published_at text collate "C" not null
  published_by text collate "C"
  note text collate "C" not null
  constraint content_version_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint content_version_pk PRIMARY KEY (workspace_id, content_id, version)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table counter row level security forced
  workspace_id text collate "C" not null
  name text collate "C" not null
  value integer not null
  constraint counter_pk PRIMARY KEY (workspace_id, name)
  constraint counter_workspace_fk FOREIGN KEY (workspace_id) REFERENCES workspace(id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table event partition by RANGE (id) row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  type text collate "C" not null
  contact_id text collate "C"
  account_id text collate "C"
  content_id text collate "C"
  at text collate "C" not null
  received_at text collate "C" not null
  payload text collate "C" not null
  constraint event_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX event_by_account_id_at on event USING btree (workspace_id, account_id, at)
  CREATE INDEX event_by_contact_id_at on event USING btree (workspace_id, contact_id, at)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table event_count row level security forced
  workspace_id text collate "C" not null
  subject_id text collate "C" not null
  name text collate "C" not null
  day text collate "C" not null
  count integer not null
  constraint event_count_pk PRIMARY KEY (workspace_id, subject_id, name, day)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table event_other DEFAULT row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  type text collate "C" not null
  contact_id text collate "C"
  account_id text collate "C"
  content_id text collate "C"
  at text collate "C" not null
  received_at text collate "C" not null
  payload text collate "C" not null
  constraint event_other_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX event_other_workspace_id_account_id_at_idx on event_other USING btree (workspace_id, account_id, at)
  CREATE INDEX event_other_workspace_id_contact_id_at_idx on event_other USING btree (workspace_id, contact_id, at)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table exposure row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  contact_id text collate "C" not null
  account_id text collate "C"
  content_id text collate "C" not null
  version integer not null
  granted_at text collate "C" not null
  constraint exposure_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint exposure_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint exposure_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX exposure_by_account_id_granted_at on exposure USING btree (workspace_id, account_id, granted_at)
  CREATE INDEX exposure_by_content_id_granted_at on exposure USING btree (workspace_id, content_id, granted_at)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table idempotency row level security forced
  workspace_id text collate "C" not null
  key_hash text collate "C" not null
  request_hash text collate "C" not null
  status integer not null
  body text collate "C" not null
  created_at text collate "C" not null
  constraint idempotency_pk PRIMARY KEY (workspace_id, key_hash)
  CREATE INDEX idempotency_by_created_at on idempotency USING btree (workspace_id, created_at)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table installation
  id text collate "C" not null
  demo integer not null
  created_at text collate "C" not null
  constraint installation_pk PRIMARY KEY (id)
table invitation
  organisation_id text collate "C" not null
  id text collate "C" not null
  email text collate "C" not null
  role text collate "C" not null
  token_hash text collate "C" not null
  invited_by text collate "C" not null
  created_at text collate "C" not null
  expires_at text collate "C" not null
  accepted_at text collate "C"
  constraint invitation_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id)
  constraint invitation_pk PRIMARY KEY (organisation_id, id)
  constraint invitation_token_hash_unique UNIQUE (token_hash)
table key row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  kind text collate "C" not null
  name text collate "C" not null
  hash text collate "C"
  hint text collate "C" not null
  scopes text collate "C" not null
  algorithm text collate "C"
  material text collate "C"
  created_at text collate "C" not null
  last_used_at text collate "C"
  revoked_at text collate "C"
  constraint key_hash_unique UNIQUE (hash)
  constraint key_pk PRIMARY KEY (workspace_id, id)
  constraint key_workspace_fk FOREIGN KEY (workspace_id) REFERENCES workspace(id)
  policy by_hash for r using (hash = current_setting('banso.key_hash'::text, true))
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table member
  organisation_id text collate "C" not null
  id text collate "C" not null
  user_id text collate "C" not null
  role text collate "C" not null
  language text collate "C"
  created_at text collate "C" not null
  last_seen_at text collate "C"
  constraint member_auth_user_fk FOREIGN KEY (user_id) REFERENCES auth_user(id)
  constraint member_id_unique UNIQUE (id)
  constraint member_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id)
  constraint member_organisation_id_user_id_unique UNIQUE (organisation_id, user_id)
  constraint member_pk PRIMARY KEY (organisation_id, id)
  CREATE INDEX member_by_user_id on member USING btree (user_id)
table organisation
  id text collate "C" not null
  name text collate "C" not null
  created_at text collate "C" not null
  constraint organisation_pk PRIMARY KEY (id)
table response row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  content_id text collate "C" not null
  version integer not null
  contact_id text collate "C" not null
  account_id text collate "C"
  locale text collate "C" not null
  page_url text collate "C"
  verified integer not null
  score integer
  score_question text collate "C"
  score_at text collate "C"
  superseded_at text collate "C"
  comment text collate "C"
  answered_at text collate "C" not null
  completed_at text collate "C"
  read_at text collate "C"
  constraint response_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint response_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint response_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX response_by_account_id_answered_at on response USING btree (workspace_id, account_id, answered_at)
  CREATE INDEX response_by_answered_at_id on response USING btree (workspace_id, answered_at, id)
  CREATE INDEX response_by_contact_id_content_id on response USING btree (workspace_id, contact_id, content_id)
  CREATE INDEX response_by_content_id_answered_at_id on response USING btree (workspace_id, content_id, answered_at, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table response_answer row level security forced
  workspace_id text collate "C" not null
  response_id text collate "C" not null
  question text collate "C" not null
  number integer
  text text collate "C"
  answered_at text collate "C" not null
  constraint response_answer_pk PRIMARY KEY (workspace_id, response_id, question)
  constraint response_answer_response_fk FOREIGN KEY (workspace_id, response_id) REFERENCES response(workspace_id, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table schema_migration
  name text not null
  applied_at text not null
  constraint schema_migration_pkey PRIMARY KEY (name)
table score_hour row level security forced
  workspace_id text collate "C" not null
  content_id text collate "C" not null
  hour text collate "C" not null
  version integer not null
  locale text collate "C" not null
  verified integer not null
  score integer not null
  count integer not null
  latest integer not null
  constraint score_hour_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint score_hour_pk PRIMARY KEY (workspace_id, content_id, hour, version, locale, verified, score)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table score_repeat row level security forced
  workspace_id text collate "C" not null
  content_id text collate "C" not null
  gap_days integer not null
  later_hour text collate "C" not null
  earlier_hour text collate "C" not null
  version integer not null
  locale text collate "C" not null
  verified integer not null
  score integer not null
  count integer not null
  constraint score_repeat_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint score_repeat_pk PRIMARY KEY (workspace_id, content_id, gap_days, later_hour, earlier_hour, version, locale, verified, score)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table score_total row level security forced
  workspace_id text collate "C" not null
  content_id text collate "C" not null
  span text collate "C" not null
  day text collate "C" not null
  hour integer not null
  verified integer not null
  all_0 integer not null
  all_1 integer not null
  all_2 integer not null
  all_3 integer not null
  all_4 integer not null
  all_5 integer not null
  all_6 integer not null
  all_7 integer not null
  all_8 integer not null
  all_9 integer not null
  all_10 integer not null
  latest_0 integer not null
  latest_1 integer not null
  latest_2 integer not null
  latest_3 integer not null
  latest_4 integer not null
  latest_5 integer not null
  latest_6 integer not null
  latest_7 integer not null
  latest_8 integer not null
  latest_9 integer not null
  latest_10 integer not null
  constraint score_total_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint score_total_pk PRIMARY KEY (workspace_id, content_id, span, day, hour, verified)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table step_done row level security forced
  workspace_id text collate "C" not null
  content_id text collate "C" not null
  subject_id text collate "C" not null
  step text collate "C" not null
  done_at text collate "C" not null
  done_by text collate "C"
  via text collate "C" not null
  constraint step_done_checklist_progress_fk FOREIGN KEY (workspace_id, content_id, subject_id) REFERENCES checklist_progress(workspace_id, content_id, subject_id)
  constraint step_done_pk PRIMARY KEY (workspace_id, content_id, subject_id, step)
  CREATE INDEX step_done_by_subject_id on step_done USING btree (workspace_id, subject_id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table widget_session row level security forced
  workspace_id text collate "C" not null
  token_hash text collate "C" not null
  contact_id text collate "C" not null
  account_id text collate "C"
  verified integer not null
  locale text collate "C" not null
  created_at text collate "C" not null
  expires_at text collate "C" not null
  constraint widget_session_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint widget_session_pk PRIMARY KEY (workspace_id, token_hash)
  CREATE INDEX widget_session_by_created_at on widget_session USING btree (workspace_id, created_at)
  CREATE INDEX widget_session_by_expires_at on widget_session USING btree (workspace_id, expires_at)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table workspace
  id text collate "C" not null
  organisation_id text collate "C" not null
  name text collate "C" not null
  identity_mode text collate "C" not null
  default_locale text collate "C" not null
  locales text collate "C" not null
  time_zone text collate "C" not null
  theme text collate "C" not null
  created_at text collate "C" not null
  updated_at text collate "C" not null
  constraint workspace_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id)
  constraint workspace_pk PRIMARY KEY (id)
  CREATE INDEX workspace_by_organisation_id on workspace USING btree (organisation_id)
