import type { Json } from '../json.ts';
import { decodeJson } from '../json.ts';
import type { Db, Tables, TenantTables } from '../tables.ts';

/** What happens to a table when a person asks for what is known of them, and when they are erased: done, or why not. */
export interface Handling {
  exported: true | string;
  erased: true | string;
}

const OF_COMPANY = 'what a company decided; nothing of a person';
const COUNTED = 'counts only: of nobody in particular';
const GOAL = 'what the team counts as success; nothing of a person';
const CONTENT = 'written by the team for everybody';
const LOOK = 'how the widget looks for everybody';
const SEARCHED = 'the words of answers and messages again, which are there';
const TALKED_OF = 'words of the team for what customers talk of';
const FOLLOWS = 'which parts of the responses, cases and messages were passed on; they are there';
const OF_TEAM = 'words of the team for its own work';
const TALKED = 'said by the team to each other about a draft';

/** Every table of a workspace; a new one does not compile before somebody has thought about the people in it. */
export const PERSONAL: Readonly<Record<keyof TenantTables, Handling>> = {
  account: { exported: true, erased: 'a company; the person leaves its name as it is' },
  activation_goal: { exported: GOAL, erased: GOAL },
  alert: { exported: FOLLOWS, erased: true },
  alert_rule: { exported: OF_TEAM, erased: OF_TEAM },
  answer_hour: { exported: COUNTED, erased: COUNTED },
  assignment: { exported: true, erased: true },
  audit_entry: {
    exported: 'what members did; of people it holds ids of ours and names of fields, never values',
    erased: 'of people it holds ids of ours and names of fields, never values',
  },
  checklist_progress: { exported: true, erased: 'times, under an id that leads to nobody any more' },
  contact: { exported: true, erased: true },
  contact_alias: {
    exported: true,
    erased: 'a keyed hash, by which what is told later of the person is known and refused',
  },
  content: { exported: CONTENT, erased: CONTENT },
  content_comment: { exported: TALKED, erased: TALKED },
  content_day: { exported: COUNTED, erased: COUNTED },
  content_file: { exported: CONTENT, erased: CONTENT },
  content_review: { exported: TALKED, erased: TALKED },
  content_state: { exported: true, erased: 'times, under an id that leads to nobody any more' },
  content_version: { exported: CONTENT, erased: CONTENT },
  counter: { exported: COUNTED, erased: COUNTED },
  customer_case: {
    exported: true,
    erased: 'times and scores, under an id that leads to nobody any more; what was open is closed',
  },
  decision: { exported: true, erased: true },
  delivery: { exported: FOLLOWS, erased: true },
  digest_turn: { exported: OF_TEAM, erased: OF_TEAM },
  erasure: { exported: true, erased: 'proves what was done; it holds a keyed hash and times' },
  event: { exported: true, erased: true },
  event_count: { exported: true, erased: 'counts by the name of the event' },
  export: { exported: 'what the team took out; the rows are not kept', erased: 'holds no rows' },
  exposure: { exported: true, erased: 'times, under an id that leads to nobody any more' },
  idempotency: {
    exported: 'answers to the team, sealed and gone after a day',
    erased: 'sealed, not to be found by person, and gone after a day',
  },
  import: { exported: 'a file of the team; its rows are there', erased: 'counts and names of columns' },
  import_row: { exported: true, erased: true },
  key: { exported: 'of the workspace', erased: 'of the workspace' },
  mail: { exported: true, erased: true },
  message: { exported: true, erased: true },
  note: { exported: true, erased: true },
  note_mention: { exported: 'which colleague was called to a note; the note is there', erased: true },
  notice: { exported: FOLLOWS, erased: true },
  outbox: { exported: FOLLOWS, erased: true },
  receipt: {
    exported: 'hashes by which a fact that comes twice is known; the facts are there',
    erased: 'hashes of ids of messages, not to be found by person',
  },
  renewal: { exported: OF_COMPANY, erased: OF_COMPANY },
  response: { exported: true, erased: true },
  response_answer: { exported: true, erased: true },
  response_tag: { exported: true, erased: 'words of the team, under an id that leads to nobody any more' },
  saved_view: { exported: OF_TEAM, erased: OF_TEAM },
  team: { exported: OF_TEAM, erased: OF_TEAM },
  team_member: { exported: OF_TEAM, erased: OF_TEAM },
  question_day: { exported: COUNTED, erased: COUNTED },
  score_hour: { exported: COUNTED, erased: COUNTED },
  score_repeat: { exported: COUNTED, erased: COUNTED },
  score_segment: { exported: COUNTED, erased: COUNTED },
  search_block: { exported: SEARCHED, erased: true },
  search_fill: { exported: COUNTED, erased: COUNTED },
  search_recent: { exported: SEARCHED, erased: true },
  search_text: { exported: SEARCHED, erased: true },
  segment: {
    exported: 'audiences of the team, which hold ids of people on lists at most',
    erased: 'audiences of the team; the ids of the person are taken off their lists',
  },
  survey_link: { exported: OF_TEAM, erased: OF_TEAM },
  survey_transaction: { exported: true, erased: true },
  tag: { exported: OF_TEAM, erased: OF_TEAM },
  task: { exported: true, erased: true },
  theme: { exported: LOOK, erased: LOOK },
  step_done: { exported: true, erased: 'times, under an id that leads to nobody any more' },
  topic: { exported: TALKED_OF, erased: TALKED_OF },
  topic_answer: {
    exported: 'what the team makes of the answers, which are there',
    erased: true,
  },
  topic_day: { exported: COUNTED, erased: COUNTED },
  thread: { exported: 'sums of the messages, which are there', erased: true },
  webhook: { exported: 'of the workspace', erased: 'of the workspace' },
  widget_session: { exported: true, erased: true },
};

/** A list in an export: rows with names as they are on the wire. */
export interface PersonalRows {
  of: string;
  rows: Record<string, Json>[];
}

/** Runs queries: each page in a read of its own, so that a slow reader holds no connection. */
type Read = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

const TOGETHER = 500;

/**
 * Everything that is kept of a person, in pages of its lists; a list may come in several pages, and every one comes once at
 * least. Profile and account come first, as lists of one.
 */
export async function* personalData(
  read: Read,
  workspaceId: string,
  contactId: string,
): AsyncGenerator<PersonalRows> {
  const own = (
    table:
      | 'assignment'
      | 'contact'
      | 'contact_alias'
      | 'content_state'
      | 'customer_case'
      | 'erasure'
      | 'import_row'
      | 'mail'
      | 'survey_transaction'
      | 'widget_session',
  ) =>
    read((db) =>
      db
        .selectFrom(table as 'content_state')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where(table === 'contact' ? ('id' as 'contact_id') : 'contact_id', '=', contactId)
        .execute(),
    );
  const ofSubject = (table: 'checklist_progress' | 'event_count') =>
    read((db) =>
      db
        .selectFrom(table)
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('subject_id', '=', contactId)
        .execute(),
    );
  const whole = async (of: string, rows: readonly object[]): Promise<PersonalRows> => ({
    of,
    rows: rows.map((row) => onWire(row, contactId)),
  });

  yield whole('contact', await own('contact'));
  yield whole('account', await read((db) => accountOf(db, workspaceId, contactId)));
  yield whole('aliases', await own('contact_alias'));
  yield whole('sessions', await own('widget_session'));
  yield whole('erasures', await own('erasure'));
  yield whole('states', await own('content_state'));
  yield whole('assignments', await own('assignment'));
  yield whole('cases', await own('customer_case'));
  yield whole('transactions', await own('survey_transaction'));
  yield whole('mails', await own('mail'));
  yield whole('imports', await own('import_row'));
  yield whole('progress', await ofSubject('checklist_progress'));
  yield whole('steps', await read((db) => stepsOf(db, workspaceId, contactId)));
  yield whole('eventCounts', await ofSubject('event_count'));
  yield whole('tags', await read((db) => tagsOf(db, workspaceId, contactId)));
  for (const [of, table, time] of TIMED) {
    for await (const rows of pages(read, workspaceId, contactId, table, time)) {
      const page = await whole(of, rows);
      yield table === 'response'
        ? withAnswers(page, rows, await read((db) => answersOf(db, workspaceId, rows)))
        : page;
    }
  }
}

/** Lists that may be long, with the time by which they are read. */
const TIMED = [
  ['responses', 'response', 'answered_at'],
  ['messages', 'message', 'received_at'],
  ['notes', 'note', 'created_at'],
  ['tasks', 'task', 'created_at'],
  ['exposures', 'exposure', 'granted_at'],
  ['decisions', 'decision', 'at'],
  ['events', 'event', 'at'],
] as const;

async function* pages(
  read: Read,
  workspaceId: string,
  contactId: string,
  table: (typeof TIMED)[number][1],
  time: (typeof TIMED)[number][2],
): AsyncGenerator<Tables['event'][]> {
  let last: Tables['event'] | undefined;
  do {
    const after = last;
    const rows = await read((db) => {
      // all of them have an id, a person and a time of their own, like an event
      let query = db
        .selectFrom(table as 'event')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('contact_id', '=', contactId);
      if (after) {
        const at = after[time as 'at'];
        query = query
          .where(time as 'at', '>=', at)
          .where((eb) => eb.or([eb(time as 'at', '>', at), eb('id', '>', after.id)]));
      }
      return query
        .orderBy(time as 'at')
        .orderBy('id')
        .limit(TOGETHER)
        .execute();
    });
    yield rows;
    last = rows.length === TOGETHER ? rows.at(-1) : undefined;
  } while (last);
}

/** Of the company what its person knows: not what the team notes about it. */
function accountOf(db: Db, workspaceId: string, contactId: string): Promise<object[]> {
  return db
    .selectFrom('account')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'account.workspace_id')
        .onRef('contact.account_id', '=', 'account.id'),
    )
    .select(['account.id', 'account.external_id', 'account.name'])
    .where('account.workspace_id', '=', workspaceId)
    .where('contact.id', '=', contactId)
    .execute();
}

/** Also what they did of a checklist that their company shares. */
function stepsOf(db: Db, workspaceId: string, contactId: string): Promise<object[]> {
  return db
    .selectFrom('step_done')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('subject_id', '=', contactId), eb('done_by', '=', contactId)]))
    .execute();
}

function tagsOf(db: Db, workspaceId: string, contactId: string): Promise<object[]> {
  return db
    .selectFrom('response')
    .innerJoin('response_tag', (join) =>
      join
        .onRef('response_tag.workspace_id', '=', 'response.workspace_id')
        .onRef('response_tag.response_id', '=', 'response.id'),
    )
    .innerJoin('tag', (join) =>
      join
        .onRef('tag.workspace_id', '=', 'response_tag.workspace_id')
        .onRef('tag.id', '=', 'response_tag.tag_id'),
    )
    .select(['response_tag.response_id', 'tag.name', 'response_tag.tagged_at'])
    .where('response.workspace_id', '=', workspaceId)
    .where('response.contact_id', '=', contactId)
    .execute();
}

async function answersOf(
  db: Db,
  workspaceId: string,
  responses: readonly { id: string }[],
): Promise<Tables['response_answer'][]> {
  if (responses.length === 0) return [];
  const ids = responses.map(({ id }) => id);
  return db
    .selectFrom('response_answer')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('response_id', 'in', ids)
    .execute();
}

/** Each response with its own. */
function withAnswers(
  { of, rows }: PersonalRows,
  responses: readonly { id: string }[],
  answers: readonly Tables['response_answer'][],
): PersonalRows {
  const byResponse = Map.groupBy(answers, ({ response_id }) => response_id);
  return {
    of,
    rows: rows.map((row, index) => {
      const own = byResponse.get(responses[index]?.id ?? '') ?? [];
      return { ...row, answers: own.map(({ response_id: _, ...answer }) => onWire(answer, '')) };
    }),
  };
}

/** Columns that are not about the person: whose they are instead. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'workspace_id', // the team's
  'token_hash', // lets nobody in, and tells nothing
  'author_id', // a colleague's or a member's; the name that the person was shown is there
  'written_by',
  'writer_name',
  'carried_out_by',
  'lifted_by',
  'owner_id',
  'tombstone',
  'revision',
  'made_account_id', // an account, not a person
  'dedupe_key', // of ours, against doubles
  'body', // sealed, and gone once it was sent; what was written stands in the messages
  'sender_name',
  'unsubscribe_url', // whoever has it ends mails in their name
]);
const JSON_COLUMNS: ReadonlySet<string> = new Set([
  'traits',
  'payload',
  'options',
  'facts',
  'cells',
  'problems',
]);
const FLAGS: ReadonlySet<string> = new Set(['verified', 'walked', 'opted_out']);

/** A row with the names of the wire. Who else did something is not told. */
function onWire(row: object, contactId: string): Record<string, Json> {
  const wire: Record<string, Json> = {};
  for (const [column, value] of Object.entries(row) as [string, string | number | null][]) {
    if (LEFT_OUT.has(column)) continue;
    wire[camelCased(column)] = valueOf(column, value, contactId);
  }
  return wire;
}

function valueOf(column: string, value: string | number | null, contactId: string): Json {
  if (column === 'done_by') return value === contactId ? value : null;
  if (FLAGS.has(column)) return value === 1;
  if (JSON_COLUMNS.has(column) && typeof value === 'string')
    return decodeJson(value, (decoded) => decoded as Json);
  return value;
}

const camelCased = (column: string): string =>
  column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
