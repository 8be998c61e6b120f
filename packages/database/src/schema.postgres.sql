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
  health text collate "C"
  health_reason text collate "C"
  health_at text collate "C"
  health_until text collate "C"
  health_by text collate "C"
  constraint account_member_fk FOREIGN KEY (owner_id) REFERENCES member(id) ON DELETE SET NULL
  constraint account_pk PRIMARY KEY (workspace_id, id)
  constraint account_workspace_fk FOREIGN KEY (workspace_id) REFERENCES workspace(id)
  constraint account_workspace_id_external_id_unique UNIQUE (workspace_id, external_id)
  CREATE INDEX account_by_name on account USING btree (workspace_id, substr(lower(name), 1, 50), id)
  CREATE INDEX account_by_owner_id on account USING btree (workspace_id, owner_id)
  CREATE INDEX account_by_renewal_date on account USING btree (workspace_id, renewal_date)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table activation_goal row level security forced
  workspace_id text collate "C" not null
  scope text collate "C" not null
  content_id text collate "C"
  event text collate "C" not null
  within_days integer not null
  updated_at text collate "C" not null
  constraint activation_goal_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id) ON DELETE CASCADE
  constraint activation_goal_pk PRIMARY KEY (workspace_id, scope)
  constraint activation_goal_workspace_fk FOREIGN KEY (workspace_id) REFERENCES workspace(id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table alert row level security forced
  workspace_id text collate "C" not null
  rule_id text collate "C" not null
  subject text collate "C" not null
  contact_id text collate "C"
  about text collate "C" not null
  at text collate "C" not null
  release_at text collate "C"
  sent_at text collate "C"
  constraint alert_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint alert_pk PRIMARY KEY (workspace_id, rule_id, subject)
  constraint alert_rule_fk FOREIGN KEY (workspace_id, rule_id) REFERENCES alert_rule(workspace_id, id)
  CREATE INDEX alert_by_age on alert USING btree (workspace_id, at)
  CREATE INDEX alert_by_contact on alert USING btree (workspace_id, contact_id)
  CREATE INDEX alert_by_sent_at on alert USING btree (workspace_id, rule_id, sent_at)
  CREATE INDEX alert_held on alert USING btree (workspace_id, release_at) WHERE (release_at IS NOT NULL)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table alert_rule row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  name text collate "C" not null
  status text collate "C" not null
  condition text collate "C" not null
  receivers text collate "C" not null
  hours text collate "C"
  per_hour integer not null
  created_at text collate "C" not null
  updated_at text collate "C" not null
  updated_by text collate "C"
  revision integer not null
  looked_at text collate "C"
  constraint alert_rule_pk PRIMARY KEY (workspace_id, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table answer_hour row level security forced
  workspace_id text collate "C" not null
  content_id text collate "C" not null
  question text collate "C" not null
  hour text collate "C" not null
  version integer not null
  locale text collate "C" not null
  verified integer not null
  value text collate "C" not null
  count integer not null
  constraint answer_hour_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint answer_hour_pk PRIMARY KEY (workspace_id, content_id, question, hour, version, locale, verified, value)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table assignment row level security forced
  workspace_id text collate "C" not null
  experiment text collate "C" not null
  unit_id text collate "C" not null
  contact_id text collate "C"
  account_id text collate "C"
  arm text collate "C" not null
  version integer not null
  assigned_at text collate "C" not null
  constraint assignment_account_fk FOREIGN KEY (workspace_id, account_id) REFERENCES account(workspace_id, id)
  constraint assignment_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint assignment_pk PRIMARY KEY (workspace_id, experiment, unit_id)
  CREATE INDEX assignment_by_contact on assignment USING btree (workspace_id, contact_id) WHERE (contact_id IS NOT NULL)
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
  CREATE INDEX audit_entry_by_target on audit_entry USING btree (workspace_id, target, id)
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
  variant text collate "C"
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
  asking text collate "C" not null
  asking_set_at text collate "C"
  chosen_locale text collate "C"
  locale_set_at text collate "C"
  erased_at text collate "C"
  reserved_for text collate "C"
  reserved_until text collate "C"
  is_test smallint not null
  vouched_email text collate "C"
  mail_off_at text collate "C"
  constraint contact_account_fk FOREIGN KEY (workspace_id, account_id) REFERENCES account(workspace_id, id)
  constraint contact_pk PRIMARY KEY (workspace_id, id)
  constraint contact_workspace_fk FOREIGN KEY (workspace_id) REFERENCES workspace(id)
  constraint contact_workspace_id_identity_external_id_unique UNIQUE (workspace_id, identity, external_id)
  CREATE INDEX contact_by_account_id on contact USING btree (workspace_id, account_id)
  CREATE INDEX contact_by_email on contact USING btree (workspace_id, lower(email)) WHERE (email IS NOT NULL)
  CREATE INDEX contact_by_last_seen on contact USING btree (workspace_id, COALESCE(last_seen_at, ''::text), id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table contact_alias row level security forced
  workspace_id text collate "C" not null
  name_hash text collate "C" not null
  contact_id text collate "C" not null
  linked_at text collate "C" not null
  constraint contact_alias_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint contact_alias_pk PRIMARY KEY (workspace_id, name_hash)
  CREATE INDEX contact_alias_by_contact_id on contact_alias USING btree (workspace_id, contact_id)
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
  starts_at text collate "C"
  ends_at text collate "C"
  next_starts_at text collate "C"
  next_ends_at text collate "C"
  drafted_by text collate "C"
  next_version integer
  last_version integer not null
  draft_revision integer not null
  tags text collate "C" not null
  constraint content_pk PRIMARY KEY (workspace_id, id)
  constraint content_workspace_fk FOREIGN KEY (workspace_id) REFERENCES workspace(id)
  constraint content_workspace_id_kind_slug_unique UNIQUE (workspace_id, kind, slug)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table content_comment row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  content_id text collate "C" not null
  author text collate "C" not null
  path text collate "C"
  words text collate "C" not null
  created_at text collate "C" not null
  resolved_at text collate "C"
  resolved_by text collate "C"
  constraint content_comment_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id) ON DELETE CASCADE
  constraint content_comment_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX content_comment_by_content on content_comment USING btree (workspace_id, content_id, id)
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
table content_review row level security forced
  workspace_id text collate "C" not null
  content_id text collate "C" not null
  state text collate "C" not null
  draft_revision integer not null
  requested_by text collate "C"
  requested_at text collate "C"
  reviewer text collate "C"
  note text collate "C" not null
  decided_by text collate "C"
  decided_at text collate "C"
  comment text collate "C" not null
  constraint content_review_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id) ON DELETE CASCADE
  constraint content_review_pk PRIMARY KEY (workspace_id, content_id)
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
  staying text not null
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
table customer_case row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  contact_id text collate "C" not null
  account_id text collate "C"
  response_id text collate "C"
  cause text collate "C" not null
  score integer
  priority text collate "C" not null
  owner_id text collate "C"
  status text collate "C" not null
  snoozed_until text collate "C"
  outcome text collate "C"
  opened_at text collate "C" not null
  due_at text collate "C"
  in_time integer
  first_touch_at text collate "C"
  contacted_at text collate "C"
  closed_at text collate "C"
  reopened_at text collate "C"
  reopenings integer not null
  heard_at text collate "C" not null
  updated_at text collate "C" not null
  revision integer not null
  team_id text collate "C"
  merged_into text collate "C"
  constraint customer_case_account_fk FOREIGN KEY (workspace_id, account_id) REFERENCES account(workspace_id, id)
  constraint customer_case_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint customer_case_pk PRIMARY KEY (workspace_id, id)
  constraint customer_case_response_fk FOREIGN KEY (workspace_id, response_id) REFERENCES response(workspace_id, id)
  CREATE INDEX customer_case_by_account on customer_case USING btree (workspace_id, account_id, opened_at)
  CREATE INDEX customer_case_by_closed_at on customer_case USING btree (workspace_id, status, closed_at, id)
  CREATE INDEX customer_case_by_contact on customer_case USING btree (workspace_id, contact_id, opened_at)
  CREATE INDEX customer_case_by_due on customer_case USING btree (workspace_id, status, COALESCE(due_at, '9'::text), id)
  CREATE INDEX customer_case_by_merged_into on customer_case USING btree (workspace_id, merged_into) WHERE (merged_into IS NOT NULL)
  CREATE INDEX customer_case_by_opened_at on customer_case USING btree (workspace_id, opened_at, id)
  CREATE INDEX customer_case_by_owner on customer_case USING btree (workspace_id, owner_id, status)
  CREATE INDEX customer_case_by_response on customer_case USING btree (workspace_id, response_id)
  CREATE INDEX customer_case_by_team on customer_case USING btree (workspace_id, team_id, status) WHERE (team_id IS NOT NULL)
  CREATE UNIQUE INDEX customer_case_open on customer_case USING btree (workspace_id, contact_id) WHERE (status = 'open'::text)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table decision row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  contact_id text collate "C" not null
  account_id text collate "C"
  content_id text collate "C" not null
  at text collate "C" not null
  until text collate "C"
  source text collate "C" not null
  outcome text collate "C" not null
  reason text collate "C" not null
  version integer not null
  facts text collate "C" not null
  constraint decision_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint decision_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint decision_pk PRIMARY KEY (workspace_id, at, id)
  CREATE INDEX decision_by_account on decision USING btree (workspace_id, account_id, at, id)
  CREATE INDEX decision_by_contact on decision USING btree (workspace_id, contact_id, at, id)
  CREATE INDEX decision_by_content on decision USING btree (workspace_id, content_id, at, id)
  CREATE INDEX decision_by_end on decision USING btree (workspace_id, until) WHERE (until IS NOT NULL)
  CREATE UNIQUE INDEX decision_in_force on decision USING btree (workspace_id, contact_id, content_id) WHERE (until IS NULL)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table delivery row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  webhook_id text collate "C" not null
  event_id text collate "C" not null
  type text collate "C" not null
  contact_id text collate "C"
  body text collate "C" not null
  status text collate "C" not null
  attempts integer not null
  due_at text collate "C"
  last_at text collate "C"
  last_code integer
  last_error text collate "C"
  created_at text collate "C" not null
  constraint delivery_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint delivery_pk PRIMARY KEY (workspace_id, id)
  constraint delivery_webhook_fk FOREIGN KEY (workspace_id, webhook_id) REFERENCES webhook(workspace_id, id)
  CREATE INDEX delivery_by_contact on delivery USING btree (workspace_id, contact_id)
  CREATE INDEX delivery_by_due on delivery USING btree (workspace_id, webhook_id, due_at, id) WHERE (due_at IS NOT NULL)
  CREATE INDEX delivery_by_webhook on delivery USING btree (workspace_id, webhook_id, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table digest_turn row level security forced
  workspace_id text collate "C" not null
  member_id text collate "C" not null
  week text collate "C" not null
  constraint digest_turn_pk PRIMARY KEY (workspace_id, member_id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table erasure row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  contact_id text collate "C" not null
  source text collate "C" not null
  requested_at text collate "C" not null
  withdrawn_at text collate "C"
  carried_out_at text collate "C"
  carried_out_by text collate "C"
  tombstone text collate "C"
  lifted_at text collate "C"
  lifted_by text collate "C"
  constraint erasure_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint erasure_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX erasure_by_place on erasure USING btree (workspace_id, ((
CASE
    WHEN ((withdrawn_at IS NULL) AND (carried_out_at IS NULL)) THEN '1 '::text
    ELSE '0 '::text
END || requested_at)), id)
  CREATE INDEX erasure_by_tombstone on erasure USING btree (workspace_id, tombstone) WHERE ((tombstone IS NOT NULL) AND (lifted_at IS NULL))
  CREATE UNIQUE INDEX erasure_open on erasure USING btree (workspace_id, contact_id) WHERE ((withdrawn_at IS NULL) AND (carried_out_at IS NULL))
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
  sent_by text collate "C"
  constraint event_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX event_by_account_id_at on event USING btree (workspace_id, account_id, at)
  CREATE INDEX event_by_contact_id_at on event USING btree (workspace_id, contact_id, at)
  CREATE INDEX event_sent_by_servers on event USING btree (workspace_id, received_at, id) WHERE (sent_by IS NOT NULL)
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
  sent_by text collate "C"
  constraint event_other_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX event_other_workspace_id_account_id_at_idx on event_other USING btree (workspace_id, account_id, at)
  CREATE INDEX event_other_workspace_id_contact_id_at_idx on event_other USING btree (workspace_id, contact_id, at)
  CREATE INDEX event_other_workspace_id_received_at_id_idx on event_other USING btree (workspace_id, received_at, id) WHERE (sent_by IS NOT NULL)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table export row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  kind text collate "C" not null
  survey_id text collate "C"
  format text collate "C" not null
  byte_order_mark integer not null
  answered_from text collate "C"
  until text collate "C" not null
  questions text collate "C" not null
  rows integer
  downloads integer not null
  created_at text collate "C" not null
  created_by text collate "C"
  last_downloaded_at text collate "C"
  constraint export_pk PRIMARY KEY (workspace_id, id)
  constraint export_workspace_fk FOREIGN KEY (workspace_id) REFERENCES workspace(id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table exposure row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  contact_id text collate "C" not null
  account_id text collate "C"
  content_id text collate "C" not null
  version integer not null
  granted_at text collate "C" not null
  variant text collate "C"
  constraint exposure_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint exposure_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint exposure_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX exposure_by_account_id_granted_at on exposure USING btree (workspace_id, account_id, granted_at)
  CREATE INDEX exposure_by_contact_id_granted_at on exposure USING btree (workspace_id, contact_id, granted_at)
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
table import row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  source text collate "C" not null
  file_name text collate "C" not null
  encoding text collate "C" not null
  header text collate "C" not null
  choices text collate "C"
  status text collate "C" not null
  rows integer not null
  report text collate "C"
  created_at text collate "C" not null
  created_by text collate "C"
  started_at text collate "C"
  finished_at text collate "C"
  undone_at text collate "C"
  failure text collate "C"
  leased_until text collate "C"
  constraint import_pk PRIMARY KEY (workspace_id, id)
  constraint import_workspace_fk FOREIGN KEY (workspace_id) REFERENCES workspace(id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table import_row row level security forced
  workspace_id text collate "C" not null
  import_id text collate "C" not null
  line integer not null
  cells text collate "C"
  state text collate "C" not null
  problems text collate "C"
  response_id text collate "C"
  contact_id text collate "C"
  made_contact integer not null
  made_account_id text collate "C"
  constraint import_row_import_fk FOREIGN KEY (workspace_id, import_id) REFERENCES import(workspace_id, id) ON DELETE CASCADE
  constraint import_row_pk PRIMARY KEY (workspace_id, import_id, line)
  CREATE INDEX import_row_by_contact on import_row USING btree (workspace_id, contact_id) WHERE (contact_id IS NOT NULL)
  CREATE INDEX import_row_by_state on import_row USING btree (workspace_id, import_id, state, line)
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
table mail row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  contact_id text collate "C"
  recipient text collate "C" not null
  sender_name text collate "C"
  locale text collate "C" not null
  subject text collate "C" not null
  body text collate "C"
  unsubscribe_url text collate "C"
  purpose text collate "C" not null
  dedupe_key text collate "C" not null
  state text collate "C" not null
  attempts integer not null
  due_at text collate "C"
  last_error text collate "C"
  created_at text collate "C" not null
  sent_at text collate "C"
  constraint mail_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint mail_dedupe_key UNIQUE (workspace_id, dedupe_key)
  constraint mail_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX mail_by_contact on mail USING btree (workspace_id, contact_id) WHERE (contact_id IS NOT NULL)
  CREATE INDEX mail_by_due on mail USING btree (workspace_id, due_at) WHERE (due_at IS NOT NULL)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table member
  organisation_id text collate "C" not null
  id text collate "C" not null
  user_id text collate "C" not null
  role text collate "C" not null
  language text collate "C"
  created_at text collate "C" not null
  last_seen_at text collate "C"
  read_texts smallint
  reply smallint
  time_zone text collate "C"
  digest text collate "C"
  constraint member_auth_user_fk FOREIGN KEY (user_id) REFERENCES auth_user(id)
  constraint member_id_unique UNIQUE (id)
  constraint member_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id)
  constraint member_organisation_id_user_id_unique UNIQUE (organisation_id, user_id)
  constraint member_pk PRIMARY KEY (organisation_id, id)
  CREATE INDEX member_by_user_id on member USING btree (user_id)
table message row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  contact_id text collate "C" not null
  author text collate "C" not null
  author_id text collate "C"
  author_name text collate "C"
  text text collate "C" not null
  about text collate "C"
  sent_at text collate "C" not null
  received_at text collate "C" not null
  read_at text collate "C"
  constraint message_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint message_pk PRIMARY KEY (workspace_id, id)
  constraint message_response_fk FOREIGN KEY (workspace_id, about) REFERENCES response(workspace_id, id)
  CREATE INDEX message_by_about on message USING btree (workspace_id, about)
  CREATE INDEX message_by_contact on message USING btree (workspace_id, contact_id, received_at, id)
  CREATE INDEX message_by_received_at on message USING btree (workspace_id, received_at, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table note row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  subject_kind text collate "C" not null
  subject_id text collate "C" not null
  contact_id text collate "C"
  account_id text collate "C"
  words text collate "C" not null
  written_by text collate "C"
  writer_name text collate "C" not null
  created_at text collate "C" not null
  edited_at text collate "C"
  constraint note_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX note_by_contact on note USING btree (workspace_id, contact_id, created_at, id) WHERE (contact_id IS NOT NULL)
  CREATE INDEX note_by_subject on note USING btree (workspace_id, subject_kind, subject_id, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table note_mention row level security forced
  workspace_id text collate "C" not null
  note_id text collate "C" not null
  member_id text collate "C" not null
  at text collate "C" not null
  read_at text collate "C"
  constraint note_mention_note_fk FOREIGN KEY (workspace_id, note_id) REFERENCES note(workspace_id, id)
  constraint note_mention_pk PRIMARY KEY (workspace_id, note_id, member_id)
  CREATE INDEX note_mention_unread on note_mention USING btree (workspace_id, member_id, at) WHERE (read_at IS NULL)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table notice row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  member_id text collate "C" not null
  kind text collate "C" not null
  contact_id text collate "C"
  about text collate "C" not null
  created_at text collate "C" not null
  read_at text collate "C"
  constraint notice_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint notice_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX notice_by_contact on notice USING btree (workspace_id, contact_id)
  CREATE INDEX notice_by_member on notice USING btree (workspace_id, member_id, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table organisation
  id text collate "C" not null
  name text collate "C" not null
  created_at text collate "C" not null
  constraint organisation_pk PRIMARY KEY (id)
table outbox row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  type text collate "C" not null
  subject text collate "C" not null
  contact_id text collate "C"
  at text collate "C" not null
  constraint outbox_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint outbox_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX outbox_by_contact on outbox USING btree (workspace_id, contact_id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table question_day row level security forced
  workspace_id text collate "C" not null
  content_id text collate "C" not null
  day text collate "C" not null
  version integer not null
  verified integer not null
  question text collate "C" not null
  outcome text collate "C" not null
  count integer not null
  constraint question_day_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint question_day_pk PRIMARY KEY (workspace_id, content_id, day, version, verified, question, outcome)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table receipt row level security forced
  workspace_id text collate "C" not null
  message_hash text collate "C" not null
  event_id text collate "C" not null
  constraint receipt_pk PRIMARY KEY (workspace_id, message_hash)
  constraint receipt_workspace_fk FOREIGN KEY (workspace_id) REFERENCES workspace(id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table renewal row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  account_id text collate "C" not null
  due_date text collate "C" not null
  outcome text collate "C" not null
  decided_on text collate "C" not null
  decided_at text collate "C" not null
  decided_by text collate "C"
  before_minor bigint
  before_currency text collate "C"
  after_minor bigint
  after_currency text collate "C"
  next_due_date text collate "C"
  lifecycle_before text collate "C" not null
  constraint renewal_account_fk FOREIGN KEY (workspace_id, account_id) REFERENCES account(workspace_id, id)
  constraint renewal_due UNIQUE (workspace_id, account_id, due_date)
  constraint renewal_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX renewal_by_due_date on renewal USING btree (workspace_id, due_date, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
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
  transaction_id text collate "C"
  variant text collate "C"
  import_id text collate "C"
  account_plan text collate "C"
  account_owner text collate "C"
  account_lifecycle text collate "C"
  decides integer
  outcomes text collate "C"
  source text collate "C"
  link_id text collate "C"
  is_test smallint not null
  constraint response_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint response_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint response_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX response_by_account on response USING btree (workspace_id, account_id, answered_at, id)
  CREATE INDEX response_by_answered_at_id on response USING btree (workspace_id, answered_at, id)
  CREATE INDEX response_by_contact_id_content_id on response USING btree (workspace_id, contact_id, content_id)
  CREATE INDEX response_by_content_id_answered_at_id on response USING btree (workspace_id, content_id, answered_at, id)
  CREATE INDEX response_by_import on response USING btree (workspace_id, import_id, id) WHERE (import_id IS NOT NULL)
  CREATE INDEX response_by_link on response USING btree (workspace_id, link_id, completed_at) WHERE (link_id IS NOT NULL)
  CREATE INDEX response_by_score on response USING btree (workspace_id, score, answered_at, id)
  CREATE INDEX response_by_transaction_id on response USING btree (workspace_id, transaction_id) WHERE (transaction_id IS NOT NULL)
  CREATE INDEX response_test on response USING btree (workspace_id, answered_at, id) WHERE (is_test = 1)
  CREATE INDEX response_unread on response USING btree (workspace_id, answered_at, id) WHERE (read_at IS NULL)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table response_answer row level security forced
  workspace_id text collate "C" not null
  response_id text collate "C" not null
  question text collate "C" not null
  number integer
  text text collate "C"
  answered_at text collate "C" not null
  options text collate "C"
  walked integer not null
  fact_id text collate "C"
  constraint response_answer_pk PRIMARY KEY (workspace_id, response_id, question)
  constraint response_answer_response_fk FOREIGN KEY (workspace_id, response_id) REFERENCES response(workspace_id, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table response_tag row level security forced
  workspace_id text collate "C" not null
  response_id text collate "C" not null
  tag_id text collate "C" not null
  answered_at text collate "C" not null
  tagged_at text collate "C" not null
  tagged_by text collate "C"
  constraint response_tag_pk PRIMARY KEY (workspace_id, response_id, tag_id)
  constraint response_tag_response_fk FOREIGN KEY (workspace_id, response_id) REFERENCES response(workspace_id, id)
  constraint response_tag_tag_fk FOREIGN KEY (workspace_id, tag_id) REFERENCES tag(workspace_id, id)
  CREATE INDEX response_tag_by_tag on response_tag USING btree (workspace_id, tag_id, answered_at, response_id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table saved_view row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  page text collate "C" not null
  name text collate "C" not null
  query text collate "C" not null
  owner_id text collate "C" not null
  shared integer not null
  created_at text collate "C" not null
  updated_at text collate "C" not null
  constraint saved_view_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX saved_view_by_page on saved_view USING btree (workspace_id, page)
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
  later_score integer not null
  plan text collate "C" not null
  owner text collate "C" not null
  lifecycle text collate "C" not null
  account text collate "C" not null
  decides integer not null
  count integer not null
  constraint score_repeat_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint score_repeat_pk PRIMARY KEY (workspace_id, content_id, gap_days, later_hour, earlier_hour, version, locale, verified, score, later_score, plan, owner, lifecycle, account, decides)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table score_segment row level security forced
  workspace_id text collate "C" not null
  content_id text collate "C" not null
  question text collate "C" not null
  dimension text collate "C" not null
  span text collate "C" not null
  day text collate "C" not null
  hour integer not null
  value text collate "C" not null
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
  constraint score_segment_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint score_segment_pk PRIMARY KEY (workspace_id, content_id, question, dimension, span, day, hour, value, verified)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table search_block row level security forced
  workspace_id text collate "C" not null
  source text collate "C" not null
  term text collate "C" not null
  place bigint not null
  places text collate "C" not null
  constraint search_block_pk PRIMARY KEY (workspace_id, source, term, place)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table search_fill row level security forced
  workspace_id text collate "C" not null
  source text collate "C" not null
  at text collate "C" not null
  id text collate "C" not null
  done integer not null
  constraint search_fill_pk PRIMARY KEY (workspace_id, source)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table search_recent row level security forced
  workspace_id text collate "C" not null
  source text collate "C" not null
  term text collate "C" not null
  place bigint not null
  constraint search_recent_pk PRIMARY KEY (workspace_id, source, term, place)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table search_text row level security forced
  workspace_id text collate "C" not null
  source text collate "C" not null
  place bigint not null
  id text collate "C" not null
  words text collate "C" not null
  constraint search_text_pk PRIMARY KEY (workspace_id, source, place, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table segment row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  slug text collate "C" not null
  name text collate "C" not null
  description text collate "C" not null
  condition text collate "C" not null
  created_at text collate "C" not null
  updated_at text collate "C" not null
  updated_by text collate "C"
  revision integer not null
  constraint segment_name UNIQUE (workspace_id, name)
  constraint segment_pk PRIMARY KEY (workspace_id, id)
  constraint segment_slug UNIQUE (workspace_id, slug)
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
table survey_link row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  content_id text collate "C" not null
  kind text collate "C" not null
  channel text collate "C" not null
  name text collate "C" not null
  expires_at text collate "C"
  revoked_at text collate "C"
  created_at text collate "C" not null
  created_by text collate "C"
  constraint survey_link_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint survey_link_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX survey_link_by_content on survey_link USING btree (workspace_id, content_id, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table survey_transaction row level security forced
  workspace_id text collate "C" not null
  contact_id text collate "C" not null
  content_id text collate "C" not null
  transaction_id text collate "C" not null
  at text collate "C" not null
  asked_at text collate "C"
  answered_at text collate "C"
  constraint survey_transaction_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint survey_transaction_content_fk FOREIGN KEY (workspace_id, content_id) REFERENCES content(workspace_id, id)
  constraint survey_transaction_pk PRIMARY KEY (workspace_id, contact_id, content_id, transaction_id)
  CREATE INDEX survey_transaction_open on survey_transaction USING btree (workspace_id, content_id, at) WHERE ((asked_at IS NULL) AND (answered_at IS NULL))
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table tag row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  key text collate "C" not null
  name text collate "C" not null
  responses integer not null
  created_at text collate "C" not null
  constraint tag_key UNIQUE (workspace_id, key)
  constraint tag_pk PRIMARY KEY (workspace_id, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table task row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  title text collate "C" not null
  subject_kind text collate "C"
  subject_id text collate "C"
  contact_id text collate "C"
  account_id text collate "C"
  owner_id text collate "C"
  due_on text collate "C"
  done_at text collate "C"
  done_by text collate "C"
  doer_name text collate "C"
  created_at text collate "C" not null
  created_by text collate "C"
  creator_name text collate "C" not null
  updated_at text collate "C" not null
  revision integer not null
  constraint task_account_fk FOREIGN KEY (workspace_id, account_id) REFERENCES account(workspace_id, id)
  constraint task_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint task_pk PRIMARY KEY (workspace_id, id)
  CREATE INDEX task_by_account on task USING btree (workspace_id, account_id) WHERE (account_id IS NOT NULL)
  CREATE INDEX task_by_contact on task USING btree (workspace_id, contact_id, created_at, id) WHERE (contact_id IS NOT NULL)
  CREATE INDEX task_done on task USING btree (workspace_id, done_at, id) WHERE (done_at IS NOT NULL)
  CREATE INDEX task_open on task USING btree (workspace_id, COALESCE(due_on, '9'::text), id) WHERE (done_at IS NULL)
  CREATE INDEX task_open_by_owner on task USING btree (workspace_id, owner_id, COALESCE(due_on, '9'::text), id) WHERE (done_at IS NULL)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table team row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  key text collate "C" not null
  name text collate "C" not null
  created_at text collate "C" not null
  updated_at text collate "C" not null
  archived_at text collate "C"
  revision integer not null
  constraint team_key UNIQUE (workspace_id, key)
  constraint team_pk PRIMARY KEY (workspace_id, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table team_member row level security forced
  workspace_id text collate "C" not null
  team_id text collate "C" not null
  member_id text collate "C" not null
  constraint team_member_pk PRIMARY KEY (workspace_id, team_id, member_id)
  constraint team_member_team_fk FOREIGN KEY (workspace_id, team_id) REFERENCES team(workspace_id, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table theme row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  slug text collate "C" not null
  name text collate "C" not null
  look text collate "C" not null
  is_default integer not null
  created_at text collate "C" not null
  updated_at text collate "C" not null
  updated_by text collate "C"
  revision integer not null
  constraint theme_name UNIQUE (workspace_id, name)
  constraint theme_pk PRIMARY KEY (workspace_id, id)
  constraint theme_slug UNIQUE (workspace_id, slug)
  CREATE UNIQUE INDEX theme_default on theme USING btree (workspace_id) WHERE (is_default = 1)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table thread row level security forced
  workspace_id text collate "C" not null
  contact_id text collate "C" not null
  started_at text collate "C" not null
  last_at text collate "C" not null
  last_message_id text collate "C" not null
  unread_by_team integer not null
  unread_by_contact integer not null
  mailed_at text collate "C"
  constraint thread_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint thread_pk PRIMARY KEY (workspace_id, contact_id)
  CREATE INDEX thread_by_waiting on thread USING btree (workspace_id, ((
CASE
    WHEN (unread_by_team > 0) THEN '1 '::text
    ELSE '0 '::text
END || last_at)), contact_id)
  CREATE INDEX thread_unread_by_contact on thread USING btree (workspace_id, contact_id) WHERE (unread_by_contact > 0)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table topic row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  name text collate "C" not null
  status text collate "C" not null
  pinned integer not null
  rules text collate "C" not null
  fill_before text collate "C"
  created_at text collate "C" not null
  updated_at text collate "C" not null
  updated_by text collate "C"
  revision integer not null
  constraint topic_name UNIQUE (workspace_id, name)
  constraint topic_pk PRIMARY KEY (workspace_id, id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table topic_answer row level security forced
  workspace_id text collate "C" not null
  topic_id text collate "C" not null
  response_id text collate "C" not null
  contact_id text collate "C" not null
  account_id text collate "C"
  answered_at text collate "C" not null
  given_by text collate "C" not null
  is_off integer not null
  constraint topic_answer_contact_fk FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
  constraint topic_answer_pk PRIMARY KEY (workspace_id, topic_id, response_id)
  constraint topic_answer_response_fk FOREIGN KEY (workspace_id, response_id) REFERENCES response(workspace_id, id)
  constraint topic_answer_topic_fk FOREIGN KEY (workspace_id, topic_id) REFERENCES topic(workspace_id, id)
  CREATE INDEX topic_answer_by_answered_at on topic_answer USING btree (workspace_id, topic_id, answered_at)
  CREATE INDEX topic_answer_by_contact on topic_answer USING btree (workspace_id, contact_id)
  CREATE INDEX topic_answer_by_response on topic_answer USING btree (workspace_id, response_id)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table topic_day row level security forced
  workspace_id text collate "C" not null
  topic_id text collate "C" not null
  day text collate "C" not null
  count integer not null
  constraint topic_day_pk PRIMARY KEY (workspace_id, topic_id, day)
  policy own_workspace for * using (workspace_id = current_setting('banso.workspace'::text, true)) with check (workspace_id = current_setting('banso.workspace'::text, true))
table webhook row level security forced
  workspace_id text collate "C" not null
  id text collate "C" not null
  kind text collate "C" not null
  name text collate "C" not null
  url text collate "C" not null
  url_hint text collate "C" not null
  events text collate "C" not null
  secrets text collate "C" not null
  status text collate "C" not null
  failing_since text collate "C"
  created_at text collate "C" not null
  updated_at text collate "C" not null
  revision integer not null
  constraint webhook_pk PRIMARY KEY (workspace_id, id)
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
  fatigue text collate "C" not null
  decision_retention_days integer not null
  require_approval integer not null
  holdout text collate "C"
  case_settings text collate "C"
  texts_may_leave integer not null
  reply_mail text collate "C"
  constraint workspace_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id)
  constraint workspace_pk PRIMARY KEY (id)
  CREATE INDEX workspace_by_organisation_id on workspace USING btree (organisation_id)
