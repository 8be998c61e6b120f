import type { ColumnDataType, CreateTableBuilder, Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';

// oxlint-disable banso/no-dynamic-sql -- the names are those of the specifications below
type Columns = Record<string, `${'text' | 'integer' | 'bigint' | 'boolean' | 'timestamptz'}${'' | '?'}`>;

interface TableSpec {
  columns: Columns;
  key: string[];
  unique?: string[][];
  index?: string[][];
  references?: { columns: string[]; table: string; target: string[]; onDelete?: 'cascade' | 'set null' }[];
  /** SQLite: rows are short and always found by their key, so the key is the table. */
  isNarrow?: true;
}

const ws = 'workspace_id';
const inWorkspace = (table: string, column: string) => ({ columns: [ws, column], table, target: [ws, 'id'] });

const CONTROL: Record<string, TableSpec> = {
  installation: { columns: { id: 'text', demo: 'integer', created_at: 'text' }, key: ['id'] },
  organisation: { columns: { id: 'text', name: 'text', created_at: 'text' }, key: ['id'] },
  auth_user: {
    columns: {
      id: 'text',
      name: 'text',
      email: 'text',
      emailVerified: 'boolean',
      image: 'text?',
      createdAt: 'timestamptz',
      updatedAt: 'timestamptz',
    },
    key: ['id'],
    unique: [['email']],
  },
  auth_session: {
    columns: {
      id: 'text',
      userId: 'text',
      token: 'text',
      expiresAt: 'timestamptz',
      ipAddress: 'text?',
      userAgent: 'text?',
      createdAt: 'timestamptz',
      updatedAt: 'timestamptz',
    },
    key: ['id'],
    unique: [['token']],
    index: [['userId']],
    references: [{ columns: ['userId'], table: 'auth_user', target: ['id'], onDelete: 'cascade' }],
  },
  auth_account: {
    columns: {
      id: 'text',
      accountId: 'text',
      providerId: 'text',
      userId: 'text',
      accessToken: 'text?',
      refreshToken: 'text?',
      idToken: 'text?',
      accessTokenExpiresAt: 'timestamptz?',
      refreshTokenExpiresAt: 'timestamptz?',
      scope: 'text?',
      password: 'text?',
      createdAt: 'timestamptz',
      updatedAt: 'timestamptz',
    },
    key: ['id'],
    index: [['userId']],
    references: [{ columns: ['userId'], table: 'auth_user', target: ['id'], onDelete: 'cascade' }],
  },
  auth_verification: {
    columns: {
      id: 'text',
      identifier: 'text',
      value: 'text',
      expiresAt: 'timestamptz',
      createdAt: 'timestamptz',
      updatedAt: 'timestamptz',
    },
    key: ['id'],
    index: [['identifier']],
  },
  member: {
    columns: {
      organisation_id: 'text',
      id: 'text',
      user_id: 'text',
      role: 'text',
      language: 'text?',
      created_at: 'text',
      last_seen_at: 'text?',
    },
    key: ['organisation_id', 'id'],
    unique: [['organisation_id', 'user_id'], ['id']],
    index: [['user_id']],
    references: [
      { columns: ['organisation_id'], table: 'organisation', target: ['id'] },
      { columns: ['user_id'], table: 'auth_user', target: ['id'] },
    ],
  },
  invitation: {
    columns: {
      organisation_id: 'text',
      id: 'text',
      email: 'text',
      role: 'text',
      token_hash: 'text',
      invited_by: 'text',
      created_at: 'text',
      expires_at: 'text',
      accepted_at: 'text?',
    },
    key: ['organisation_id', 'id'],
    unique: [['token_hash']],
    references: [{ columns: ['organisation_id'], table: 'organisation', target: ['id'] }],
  },
  workspace: {
    columns: {
      id: 'text',
      organisation_id: 'text',
      name: 'text',
      identity_mode: 'text',
      default_locale: 'text',
      locales: 'text',
      time_zone: 'text',
      theme: 'text',
      created_at: 'text',
      updated_at: 'text',
    },
    key: ['id'],
    index: [['organisation_id']],
    references: [{ columns: ['organisation_id'], table: 'organisation', target: ['id'] }],
  },
};

const TENANT: Record<string, TableSpec> = {
  key: {
    columns: {
      workspace_id: 'text',
      id: 'text',
      kind: 'text',
      name: 'text',
      hash: 'text?',
      hint: 'text',
      scopes: 'text',
      algorithm: 'text?',
      material: 'text?',
      created_at: 'text',
      last_used_at: 'text?',
      revoked_at: 'text?',
    },
    key: [ws, 'id'],
    unique: [['hash']],
    references: [{ columns: [ws], table: 'workspace', target: ['id'] }],
  },
  account: {
    columns: {
      workspace_id: 'text',
      id: 'text',
      external_id: 'text?',
      name: 'text',
      owner_id: 'text?',
      plan: 'text?',
      lifecycle: 'text',
      revenue_minor: 'bigint?',
      revenue_currency: 'text?',
      renewal_date: 'text?',
      traits: 'text',
      last_seen_at: 'text?',
      created_at: 'text',
      updated_at: 'text',
      revision: 'integer',
    },
    key: [ws, 'id'],
    unique: [[ws, 'external_id']],
    index: [
      [ws, 'renewal_date'],
      [ws, 'owner_id'],
    ],
    references: [
      { columns: [ws], table: 'workspace', target: ['id'] },
      { columns: ['owner_id'], table: 'member', target: ['id'], onDelete: 'set null' },
    ],
  },
  contact: {
    columns: {
      workspace_id: 'text',
      id: 'text',
      identity: 'text',
      external_id: 'text',
      name: 'text?',
      email: 'text?',
      locale: 'text?',
      time_zone: 'text?',
      account_id: 'text?',
      traits: 'text',
      last_score: 'integer?',
      last_score_at: 'text?',
      first_seen_at: 'text?',
      last_seen_at: 'text?',
      visits: 'integer',
      visit_interruptions: 'integer',
      last_interrupted_at: 'text?',
      created_at: 'text',
      updated_at: 'text',
      revision: 'integer',
    },
    key: [ws, 'id'],
    unique: [[ws, 'identity', 'external_id']],
    index: [[ws, 'account_id']],
    references: [{ columns: [ws], table: 'workspace', target: ['id'] }, inWorkspace('account', 'account_id')],
  },
  widget_session: {
    columns: {
      workspace_id: 'text',
      token_hash: 'text',
      contact_id: 'text',
      account_id: 'text?',
      verified: 'integer',
      locale: 'text',
      created_at: 'text',
      expires_at: 'text',
    },
    key: [ws, 'token_hash'],
    isNarrow: true,
    index: [
      [ws, 'expires_at'],
      [ws, 'created_at'],
    ],
    references: [inWorkspace('contact', 'contact_id')],
  },
  content: {
    columns: {
      workspace_id: 'text',
      id: 'text',
      kind: 'text',
      slug: 'text',
      name: 'text',
      status: 'text',
      draft: 'text',
      version: 'integer?',
      published_at: 'text?',
      edited: 'integer',
      created_at: 'text',
      updated_at: 'text',
      updated_by: 'text?',
      revision: 'integer',
    },
    key: [ws, 'id'],
    unique: [[ws, 'kind', 'slug']],
    references: [{ columns: [ws], table: 'workspace', target: ['id'] }],
  },
  content_version: {
    columns: {
      workspace_id: 'text',
      content_id: 'text',
      version: 'integer',
      draft: 'text',
      published_at: 'text',
      published_by: 'text?',
      note: 'text',
    },
    key: [ws, 'content_id', 'version'],
    references: [inWorkspace('content', 'content_id')],
  },
  content_file: {
    columns: { workspace_id: 'text', hash: 'text', locale: 'text', body: 'text', created_at: 'text' },
    key: [ws, 'hash'],
    references: [{ columns: [ws], table: 'workspace', target: ['id'] }],
  },
  event_count: {
    columns: { workspace_id: 'text', subject_id: 'text', name: 'text', day: 'text', count: 'integer' },
    key: [ws, 'subject_id', 'name', 'day'],
    isNarrow: true,
  },
  content_state: {
    columns: {
      workspace_id: 'text',
      contact_id: 'text',
      content_id: 'text',
      attempts: 'integer',
      last_claimed_at: 'text?',
      last_shown_at: 'text?',
      opened_at: 'text?',
      last_dismissed_at: 'text?',
      last_answered_at: 'text?',
      completed_at: 'text?',
      snoozed_until: 'text?',
      opted_out: 'integer',
    },
    key: [ws, 'contact_id', 'content_id'],
    isNarrow: true,
    references: [inWorkspace('contact', 'contact_id'), inWorkspace('content', 'content_id')],
  },
  exposure: {
    columns: {
      workspace_id: 'text',
      id: 'text',
      contact_id: 'text',
      account_id: 'text?',
      content_id: 'text',
      version: 'integer',
      granted_at: 'text',
    },
    key: [ws, 'id'],
    isNarrow: true,
    index: [
      [ws, 'account_id', 'granted_at'],
      [ws, 'content_id', 'granted_at'],
    ],
    references: [inWorkspace('contact', 'contact_id'), inWorkspace('content', 'content_id')],
  },
  response: {
    columns: {
      workspace_id: 'text',
      id: 'text',
      content_id: 'text',
      version: 'integer',
      contact_id: 'text',
      account_id: 'text?',
      locale: 'text',
      page_url: 'text?',
      verified: 'integer',
      score: 'integer?',
      score_question: 'text?',
      score_at: 'text?',
      superseded_at: 'text?',
      comment: 'text?',
      answered_at: 'text',
      completed_at: 'text?',
      read_at: 'text?',
    },
    key: [ws, 'id'],
    index: [
      [ws, 'answered_at', 'id'],
      [ws, 'content_id', 'answered_at', 'id'],
      [ws, 'contact_id', 'content_id'],
      [ws, 'account_id', 'answered_at'],
    ],
    references: [inWorkspace('contact', 'contact_id'), inWorkspace('content', 'content_id')],
  },
  response_answer: {
    columns: {
      workspace_id: 'text',
      response_id: 'text',
      question: 'text',
      number: 'integer?',
      text: 'text?',
      answered_at: 'text',
    },
    key: [ws, 'response_id', 'question'],
    references: [inWorkspace('response', 'response_id')],
  },
  checklist_progress: {
    columns: {
      workspace_id: 'text',
      content_id: 'text',
      subject_id: 'text',
      version: 'integer',
      started_at: 'text',
      last_step_at: 'text?',
      completed_at: 'text?',
    },
    key: [ws, 'content_id', 'subject_id'],
    isNarrow: true,
    index: [[ws, 'subject_id']],
    references: [inWorkspace('content', 'content_id')],
  },
  step_done: {
    columns: {
      workspace_id: 'text',
      content_id: 'text',
      subject_id: 'text',
      step: 'text',
      done_at: 'text',
      done_by: 'text?',
      via: 'text',
    },
    key: [ws, 'content_id', 'subject_id', 'step'],
    isNarrow: true,
    index: [[ws, 'subject_id']],
    references: [
      {
        columns: [ws, 'content_id', 'subject_id'],
        table: 'checklist_progress',
        target: [ws, 'content_id', 'subject_id'],
      },
    ],
  },
  content_day: {
    columns: { workspace_id: 'text', content_id: 'text', day: 'text', metric: 'text', count: 'integer' },
    key: [ws, 'content_id', 'day', 'metric'],
    isNarrow: true,
    references: [inWorkspace('content', 'content_id')],
  },
  score_hour: {
    columns: {
      workspace_id: 'text',
      content_id: 'text',
      hour: 'text',
      version: 'integer',
      locale: 'text',
      verified: 'integer',
      score: 'integer',
      count: 'integer',
      latest: 'integer',
    },
    key: [ws, 'content_id', 'hour', 'version', 'locale', 'verified', 'score'],
    isNarrow: true,
    references: [inWorkspace('content', 'content_id')],
  },
  score_repeat: {
    columns: {
      workspace_id: 'text',
      content_id: 'text',
      gap_days: 'integer',
      later_hour: 'text',
      earlier_hour: 'text',
      version: 'integer',
      locale: 'text',
      verified: 'integer',
      score: 'integer',
      count: 'integer',
    },
    key: [
      ws,
      'content_id',
      'gap_days',
      'later_hour',
      'earlier_hour',
      'version',
      'locale',
      'verified',
      'score',
    ],
    isNarrow: true,
    references: [inWorkspace('content', 'content_id')],
  },
  score_total: {
    columns: {
      workspace_id: 'text',
      content_id: 'text',
      span: 'text',
      day: 'text',
      hour: 'integer',
      verified: 'integer',
      ...Object.fromEntries(
        ['all', 'latest'].flatMap((sum) =>
          Array.from({ length: 11 }, (_, score) => [`${sum}_${score}`, 'integer' as const]),
        ),
      ),
    },
    key: [ws, 'content_id', 'span', 'day', 'hour', 'verified'],
    references: [inWorkspace('content', 'content_id')],
  },
  counter: {
    columns: { workspace_id: 'text', name: 'text', value: 'integer' },
    key: [ws, 'name'],
    isNarrow: true,
    references: [{ columns: [ws], table: 'workspace', target: ['id'] }],
  },
  audit_entry: {
    columns: {
      workspace_id: 'text',
      id: 'text',
      at: 'text',
      actor_kind: 'text',
      actor_id: 'text',
      actor_name: 'text',
      action: 'text',
      target: 'text',
      change: 'text',
    },
    key: [ws, 'id'],
  },
  idempotency: {
    columns: {
      workspace_id: 'text',
      key_hash: 'text',
      request_hash: 'text',
      status: 'integer',
      body: 'text',
      created_at: 'text',
    },
    key: [ws, 'key_hash'],
    index: [[ws, 'created_at']],
  },
};

async function create(db: Kysely<any>, name: string, spec: TableSpec, postgres: boolean): Promise<void> {
  const typeOf = (kind: string): ColumnDataType | RawBuilder<unknown> => {
    // byte order on both databases: the same list in the same order
    if (postgres) return kind === 'text' ? sql`text collate "C"` : (kind as ColumnDataType);
    return kind === 'boolean' || kind === 'bigint'
      ? 'integer'
      : kind === 'timestamptz'
        ? 'text'
        : (kind as ColumnDataType);
  };
  let table: CreateTableBuilder<any, any> = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(spec.columns)) {
    const isOptional = kind.endsWith('?');
    table = table.addColumn(column, typeOf(isOptional ? kind.slice(0, -1) : kind), (c) =>
      isOptional ? c : c.notNull(),
    );
  }
  table = table.addPrimaryKeyConstraint(`${name}_pk`, spec.key as any);
  for (const columns of spec.unique ?? [])
    table = table.addUniqueConstraint(`${name}_${columns.join('_')}_unique`, columns as any);
  for (const { columns, table: to, target, onDelete } of spec.references ?? []) {
    table = table.addForeignKeyConstraint(`${name}_${to}_fk`, columns as any, to, target, (key) =>
      onDelete ? key.onDelete(onDelete) : key,
    );
  }
  // strict: SQLite refuses a text in a column of numbers, as PostgreSQL does
  if (!postgres) table = table.modifyEnd(spec.isNarrow ? sql`strict, without rowid` : sql`strict`);
  await table.execute();
  for (const columns of spec.index ?? []) await createIndex(db, name, columns);
}

async function createIndex(db: Kysely<any>, table: string, columns: string[]): Promise<void> {
  const by = columns.filter((column) => column !== ws).join('_');
  await db.schema.createIndex(`${table}_by_${by}`).on(table).columns(columns).execute();
}

/** The orders in which the console lists accounts and contacts at first, as its queries write them. */
async function createSortIndexes(db: Kysely<any>): Promise<void> {
  await sql`create index account_by_name on account (workspace_id, substr(lower(name), 1, 50), id)`.execute(
    db,
  );
  await sql`create index contact_by_last_seen on contact (workspace_id, coalesce(last_seen_at, ''), id)`.execute(
    db,
  );
}

/** The event log: by month on PostgreSQL. The id is a UUIDv7, so a range of ids is a range of time. */
async function createEventLog(db: Kysely<any>, postgres: boolean): Promise<void> {
  if (postgres) {
    await sql`
      create table event (
        workspace_id text collate "C" not null, id text collate "C" not null, type text collate "C" not null, contact_id text collate "C",
        account_id text collate "C", content_id text collate "C", at text collate "C" not null, received_at text collate "C" not null,
        payload text collate "C" not null, constraint event_pk primary key (workspace_id, id)
      ) partition by range (id)`.execute(db);
    await sql`create table event_other partition of event default`.execute(db);
  } else {
    await create(
      db,
      'event',
      {
        columns: {
          workspace_id: 'text',
          id: 'text',
          type: 'text',
          contact_id: 'text?',
          account_id: 'text?',
          content_id: 'text?',
          at: 'text',
          received_at: 'text',
          payload: 'text',
        },
        key: [ws, 'id'],
      },
      false,
    );
  }
  await createIndex(db, 'event', [ws, 'contact_id', 'at']);
  await createIndex(db, 'event', [ws, 'account_id', 'at']);
}

/** A second wall: a row is visible and writable only inside its own workspace. `key` may also be found by its hash. */
async function protect(db: Kysely<any>, table: string): Promise<void> {
  const name = sql.table(table);
  const own = sql`workspace_id = current_setting('banso.workspace', true)`;
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`alter table ${name} force row level security`.execute(db);
  await sql`create policy own_workspace on ${name} using (${own}) with check (${own})`.execute(db);
  if (table === 'key') {
    await sql`create policy by_hash on key for select using (hash = current_setting('banso.key_hash', true))`.execute(
      db,
    );
  }
}

/** The first schema. */
export const first = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    for (const [name, spec] of Object.entries(CONTROL)) await create(db, name, spec, postgres);
    for (const [name, spec] of Object.entries(TENANT)) await create(db, name, spec, postgres);
    await createSortIndexes(db);
    await createEventLog(db, postgres);
    if (postgres)
      for (const table of ['event', 'event_other', ...Object.keys(TENANT)]) await protect(db, table);
  },
});
