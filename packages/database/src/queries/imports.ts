import type {
  ImportChoices,
  ImportRowState,
  ImportSource,
  ImportStatus,
  RowProblem,
} from '@banso/domain/history';
import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { bulkInsertIgnore, bulkUpsert } from '../bulk.ts';
import { decodeJson, decodeStrings, encodeJson } from '../json.ts';
import type { Db, Tables } from '../tables.ts';

/** A file of survey history, and what became of it. */
export interface ImportRecord {
  id: string;
  source: ImportSource;
  fileName: string;
  /** In which it was written. */
  encoding: string;
  /** The headings of its columns. */
  header: string[];
  /** Null: nothing was chosen yet. */
  choices: ImportChoices | null;
  status: ImportStatus;
  rows: number;
  /** What the last dry run told, as the contract has it; null: there was none. */
  report: unknown;
  createdAt: Instant;
  /** Null: a key. */
  createdBy: string | null;
  startedAt: Instant | null;
  finishedAt: Instant | null;
  undoneAt: Instant | null;
  /** Why it stands still; it goes on by itself. */
  failure: string | null;
}

/** One line of a file. */
export interface ImportRowRecord {
  /** Of the file, from 1. */
  line: number;
  /** Null: it is in the log, or was forgotten. */
  cells: string[] | null;
  state: ImportRowState;
  problems: RowProblem[];
}

/** What became of a line, written in the transaction in which it became so. */
export interface ImportedLine {
  importId: string;
  line: number;
  state: Exclude<ImportRowState, 'waiting' | 'undone'>;
  problems: readonly RowProblem[];
  responseId: string | null;
  contactId: string | null;
  madeContact: boolean;
  madeAccountId: string | null;
}

function recordOf(row: Selectable<Tables['import']>): ImportRecord {
  return {
    id: row.id,
    source: row.source,
    fileName: row.file_name,
    encoding: row.encoding,
    header: decodeStrings(row.header),
    choices: row.choices === null ? null : decodeJson(row.choices, (value) => value as ImportChoices),
    status: row.status,
    rows: row.rows,
    report: row.report === null ? null : decodeJson(row.report, (value) => value),
    createdAt: row.created_at,
    createdBy: row.created_by,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    undoneAt: row.undone_at,
    failure: row.failure,
  };
}

/** Imports, the newest first. `before` is the id after which to go on. */
export async function list(
  db: Db,
  workspaceId: string,
  page: { before?: string | undefined; limit: number },
): Promise<ImportRecord[]> {
  let query = db.selectFrom('import').selectAll().where('workspace_id', '=', workspaceId);
  if (page.before !== undefined) query = query.where('id', '<', page.before);
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(recordOf);
}

/** One import; undefined when there is none. */
export async function find(db: Db, workspaceId: string, id: string): Promise<ImportRecord | undefined> {
  const row = await db
    .selectFrom('import')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** A file that was just brought, with its lines. */
export type NewImport = Pick<
  ImportRecord,
  'id' | 'source' | 'fileName' | 'encoding' | 'header' | 'createdAt' | 'createdBy'
> & { lines: readonly { line: number; cells: readonly string[] }[] };

const insertRows = bulkInsertIgnore(
  'import_row',
  ['workspace_id', 'import_id', 'line', 'cells', 'state', 'made_contact'],
  ['workspace_id', 'import_id', 'line'],
);

/** Keeps a file. */
export async function create(db: Db, workspaceId: string, file: NewImport): Promise<void> {
  await db
    .insertInto('import')
    .values({
      workspace_id: workspaceId,
      id: file.id,
      source: file.source,
      file_name: file.fileName,
      encoding: file.encoding,
      header: encodeJson(file.header),
      choices: null,
      status: 'uploaded',
      rows: file.lines.length,
      report: null,
      created_at: file.createdAt,
      created_by: file.createdBy,
      started_at: null,
      finished_at: null,
      undone_at: null,
      failure: null,
      leased_until: null,
    })
    .execute();
  for (let from = 0; from < file.lines.length; from += 1_000)
    await insertRows(
      db,
      file.lines.slice(from, from + 1_000).map(({ line, cells }) => ({
        workspace_id: workspaceId,
        import_id: file.id,
        line,
        cells: encodeJson(cells),
        state: 'waiting' as const,
        made_contact: 0 as const,
      })),
    );
}

/** Changes an import that is in one of these states. @returns whether it was. */
export async function change(
  db: Db,
  workspaceId: string,
  { id, from }: { id: string; from: readonly ImportStatus[] },
  to: Partial<Pick<ImportRecord, 'choices' | 'status' | 'report' | 'startedAt' | 'finishedAt' | 'undoneAt'>>,
): Promise<boolean> {
  const changed = await db
    .updateTable('import')
    .set({
      ...(to.choices !== undefined && { choices: encodeJson(to.choices) }),
      ...(to.status !== undefined && { status: to.status, leased_until: null, failure: null }),
      ...(to.report !== undefined && { report: encodeJson(to.report) }),
      ...(to.startedAt !== undefined && { started_at: to.startedAt }),
      ...(to.finishedAt !== undefined && { finished_at: to.finishedAt }),
      ...(to.undoneAt !== undefined && { undone_at: to.undoneAt }),
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('status', 'in', from)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Forgets an import that never ran, with its lines. @returns whether there was one. */
export async function remove(db: Db, workspaceId: string, id: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('import')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('status', 'in', ['uploaded', 'checked'])
    .returning('id')
    .executeTakeFirst();
  return removed !== undefined;
}

/** Imports that are at work and that no process has in hand. */
export async function listAbandoned(db: Db, workspaceId: string, now: Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('import')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('status', 'in', ['running', 'undoing'])
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Takes an import in hand, or keeps it in hand.
 * @param lease.held - What the caller was given before; null: nothing.
 * @returns whether it is the caller's until `until`.
 */
export async function lease(
  db: Db,
  workspaceId: string,
  id: string,
  { now, until, held }: { now: Instant; until: Instant; held: Instant | null },
): Promise<boolean> {
  const taken = await db
    .updateTable('import')
    .set({ leased_until: until })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('status', 'in', ['running', 'undoing'])
    .where((eb) =>
      held === null
        ? eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)])
        : eb('leased_until', '=', held),
    )
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Lets go of an import that could not go on now, with the reason. */
export async function release(db: Db, workspaceId: string, id: string, failure: string): Promise<void> {
  await db
    .updateTable('import')
    .set({ leased_until: null, failure })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Lines in their order, behind one of them. */
export async function listRows(
  db: Db,
  workspaceId: string,
  importId: string,
  page: { state?: ImportRowState | undefined; after: number; limit: number },
): Promise<ImportRowRecord[]> {
  let query = db
    .selectFrom('import_row')
    .select(['line', 'cells', 'state', 'problems'])
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', importId)
    .where('line', '>', page.after);
  if (page.state !== undefined) query = query.where('state', '=', page.state);
  const rows = await query.orderBy('line').limit(page.limit).execute();
  return rows.map((row) => ({
    line: row.line,
    cells: row.cells === null ? null : decodeStrings(row.cells),
    state: row.state,
    problems: row.problems === null ? [] : decodeJson(row.problems, (value) => value as RowProblem[]),
  }));
}

/** How many lines are in each state, by import. */
export async function countRows(
  db: Db,
  workspaceId: string,
  importIds: readonly string[],
): Promise<Map<string, Partial<Record<ImportRowState, number>>>> {
  const counts = new Map<string, Partial<Record<ImportRowState, number>>>();
  if (importIds.length === 0) return counts;
  const rows = await db
    .selectFrom('import_row')
    .select(({ fn }) => ['import_id', 'state', fn.countAll().as('count')])
    .where('workspace_id', '=', workspaceId)
    .where('import_id', 'in', importIds)
    .groupBy(['import_id', 'state'])
    .execute();
  for (const { import_id, state, count } of rows)
    counts.set(import_id, { ...counts.get(import_id), [state]: Number(count) });
  return counts;
}

const putLines = bulkUpsert(
  'import_row',
  [
    'workspace_id',
    'import_id',
    'line',
    'state',
    'problems',
    'response_id',
    'contact_id',
    'made_contact',
    'made_account_id',
  ],
  ['workspace_id', 'import_id', 'line'],
  { replace: ['state', 'problems', 'response_id', 'contact_id', 'made_contact', 'made_account_id'] },
);

/** Writes what became of lines. Their words go where they are in the log now. */
export async function settle(db: Db, workspaceId: string, lines: readonly ImportedLine[]): Promise<void> {
  if (lines.length === 0) return;
  await putLines(
    db,
    lines.map((line) => ({
      workspace_id: workspaceId,
      import_id: line.importId,
      line: line.line,
      state: line.state,
      problems: line.problems.length === 0 ? null : encodeJson(line.problems),
      response_id: line.responseId,
      contact_id: line.contactId,
      made_contact: line.madeContact ? (1 as const) : (0 as const),
      made_account_id: line.madeAccountId,
    })),
  );
  const recorded = lines.filter(({ state }) => state !== 'failed');
  for (const [importId, its] of Map.groupBy(recorded, (line) => line.importId))
    await db
      .updateTable('import_row')
      .set({ cells: null })
      .where('workspace_id', '=', workspaceId)
      .where('import_id', '=', importId)
      .where(
        'line',
        'in',
        its.map(({ line }) => line),
      )
      .execute();
}

const BROUGHT = ['added', 'changed'] as const;

/** What an import brought, a few lines of it. */
export interface BroughtLine {
  line: number;
  responseId: string;
  contactId: string;
  madeContact: boolean;
  madeAccountId: string | null;
}

/** Some of the lines that an import brought and that are still there, the last ones first. */
export async function listBrought(
  db: Db,
  workspaceId: string,
  importId: string,
  limit: number,
): Promise<BroughtLine[]> {
  const rows = await db
    .selectFrom('import_row')
    .select(['line', 'response_id', 'contact_id', 'made_contact', 'made_account_id'])
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', importId)
    .where('state', 'in', BROUGHT)
    .orderBy('line', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    line: row.line,
    responseId: row.response_id ?? '',
    contactId: row.contact_id ?? '',
    madeContact: row.made_contact === 1,
    madeAccountId: row.made_account_id,
  }));
}

/** Which imports brought something of these people and were not taken back. */
export async function listStanding(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<{ importId: string; responseId: string }[]> {
  if (contactIds.length === 0) return [];
  const rows = await db
    .selectFrom('import_row')
    .select(['import_id', 'response_id'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', 'in', contactIds)
    .where('state', 'in', BROUGHT)
    .execute();
  return rows.map(({ import_id, response_id }) => ({ importId: import_id, responseId: response_id ?? '' }));
}

/** These lines are taken back. */
export async function markUndone(
  db: Db,
  workspaceId: string,
  importId: string,
  lines: readonly number[],
): Promise<void> {
  if (lines.length === 0) return;
  await db
    .updateTable('import_row')
    .set({ state: 'undone', response_id: null, contact_id: null })
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', importId)
    .where('line', 'in', lines)
    .execute();
}

/** Forgets files that nobody imported, and lines that nobody mended, once they are older than these. */
export async function forgetWords(
  db: Db,
  workspaceId: string,
  before: { unused: Instant; finished: Instant },
): Promise<void> {
  await db
    .deleteFrom('import')
    .where('workspace_id', '=', workspaceId)
    .where('status', 'in', ['uploaded', 'checked'])
    .where('created_at', '<', before.unused)
    .execute();
  await db
    .updateTable('import_row')
    .set({ cells: null })
    .where('workspace_id', '=', workspaceId)
    .where('cells', 'is not', null)
    .where('import_id', 'in', (eb) =>
      eb
        .selectFrom('import')
        .select('import.id')
        .where('import.workspace_id', '=', workspaceId)
        .where('import.finished_at', '<', before.finished),
    )
    .execute();
}

/** Somebody whom a file may mean. */
export interface PersonByEmail {
  email: string;
  externalId: string;
}

/** Users of the product with these addresses, in lower case; whom nobody vouches for is none. */
export async function listByEmail(
  db: Db,
  workspaceId: string,
  emails: readonly string[],
): Promise<PersonByEmail[]> {
  if (emails.length === 0) return [];
  const rows = await db
    .selectFrom('contact')
    .select((eb) => [eb.fn<string>('lower', ['email']).as('address'), 'external_id'])
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb(eb.fn<string>('lower', ['email']), 'in', emails))
    .where('email', 'is not', null)
    .where('identity', '=', 'verified')
    .where('erased_at', 'is', null)
    .orderBy('external_id')
    .execute();
  return rows.map(({ address, external_id }) => ({ email: address, externalId: external_id }));
}

/** Accounts with these names. */
export async function listByName(
  db: Db,
  workspaceId: string,
  names: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (names.length === 0) return [];
  return db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('name', 'in', names)
    .orderBy('id')
    .execute();
}
