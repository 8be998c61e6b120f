import { event } from '@banso/contract';
import { PERSONAL } from '@banso/database';
import { DIALECTS, openTestDatabase } from '@banso/database/testing';
import { describe, expect, test } from 'vitest';
import type { PayloadField } from './erased-payload.ts';
import { erasedPayload, FATE } from './erased-payload.ts';

/** Columns through which a row can belong to a person. */
const REFERENCES = ['contact_id', 'subject_id', 'done_by', 'response_id'];

/**
 * What becomes of every column of the tables that an erasure changes. A new column does not pass before somebody has thought
 * about the people in it.
 */
const COLUMNS: Readonly<Record<string, { removed: string[]; kept: string[] }>> = {
  contact: {
    removed: [
      'external_id',
      'name',
      'email',
      'vouched_email',
      'mail_off_at',
      'locale',
      'time_zone',
      'traits',
      'chosen_locale',
      'reserved_for',
      'reserved_until',
    ],
    kept: [
      'workspace_id',
      'id',
      'identity',
      'account_id',
      'last_score',
      'last_score_at',
      'first_seen_at',
      'last_seen_at',
      'visits',
      'visit_interruptions',
      'last_interrupted_at',
      'created_at',
      'updated_at',
      'revision',
      'erased_at',
      'asking',
      'asking_set_at',
      'locale_set_at',
      'is_test',
    ],
  },
  event: {
    removed: ['payload'],
    kept: [
      'workspace_id',
      'id',
      'type',
      'contact_id',
      'account_id',
      'content_id',
      'at',
      'received_at',
      'sent_by',
    ],
  },
  import_row: {
    removed: ['cells', 'problems'],
    kept: [
      'workspace_id',
      'import_id',
      'line',
      'state',
      'response_id',
      'contact_id',
      'made_contact',
      'made_account_id',
    ],
  },
  response: {
    removed: ['page_url', 'comment', 'transaction_id'],
    kept: [
      'workspace_id',
      'id',
      'content_id',
      'version',
      'variant',
      'contact_id',
      'account_id',
      'account_plan',
      'account_owner',
      'account_lifecycle',
      'decides',
      'outcomes',
      'is_test',
      'locale',
      'verified',
      'score',
      'score_question',
      'score_at',
      'superseded_at',
      'answered_at',
      'completed_at',
      'read_at',
      'import_id',
      'source',
      'link_id',
    ],
  },
  response_answer: {
    removed: ['text'],
    kept: [
      'workspace_id',
      'response_id',
      'question',
      'number',
      'answered_at',
      'fact_id',
      'options',
      'walked',
    ],
  },
  widget_session: {
    removed: ['expires_at'],
    kept: ['workspace_id', 'token_hash', 'contact_id', 'account_id', 'verified', 'locale', 'created_at'],
  },
};
/** Whose rows are deleted as a whole. */
const DELETED = [
  'alert',
  'assignment',
  'decision',
  'delivery',
  'mail',
  'message',
  'note',
  'note_mention',
  'notice',
  'outbox',
  'survey_transaction',
  'task',
  'thread',
  'topic_answer',
];
/** Their words again, which are taken out of an index: `queries/search.test.ts` looks into it. */
const INDEX = ['search_block', 'search_recent', 'search_text'];

describe.each(DIALECTS)('every table on %s', (dialect) => {
  test('that can hold something of a person is in the export and the erasure, or says why not', async () => {
    const database = await openTestDatabase(dialect);
    const tables = (await database.control.introspection.getTables()).filter(({ name }) => name in PERSONAL);
    await database.close();
    const ofPeople = tables.filter(({ columns }) => columns.some(({ name }) => REFERENCES.includes(name)));
    expect(ofPeople.length).toBeGreaterThanOrEqual(12);
    for (const { name } of ofPeople) {
      const { exported, erased } = PERSONAL[name as keyof typeof PERSONAL];
      expect(exported === true || exported.length > 10, name).toBe(true);
      expect(erased === true || erased.length > 10, name).toBe(true);
    }
    const changed = Object.entries(PERSONAL).flatMap(([name, { erased }]) => (erased === true ? [name] : []));
    expect(changed.toSorted()).toEqual([...Object.keys(COLUMNS), ...INDEX, ...DELETED].toSorted());
    for (const [name, { removed, kept }] of Object.entries(COLUMNS)) {
      const columns = tables.find((table) => table.name === name)?.columns.map((column) => column.name);
      expect(columns?.toSorted(), name).toEqual([...removed, ...kept].toSorted());
    }
  });
});

describe('what is left of an event', () => {
  test('has a rule for every field of every type', () => {
    const fields = event.Event.options.flatMap(({ shape }) => Object.keys(shape));
    const said = new Set(fields.filter((field) => !['id', 'at', 'type', 'contentId'].includes(field)));
    expect(new Set([...said, 'importId', 'linkId', 'via'])).toEqual(new Set(Object.keys(FATE)));
  });

  test.each<{ what: string; field: PayloadField; value: unknown; left: Record<string, unknown> }>([
    { what: 'a score is a number', field: 'value', value: 9, left: { value: 9 } },
    { what: 'a skipped question stays skipped', field: 'value', value: null, left: { value: null } },
    { what: 'options are keys of the team', field: 'value', value: ['a'], left: { value: ['a'] } },
    { what: 'words become a dash', field: 'value', value: 'I am Mika', left: { value: '—' } },
    { what: 'blanks said nothing', field: 'value', value: ' ', left: { value: ' ' } },
    { what: 'the name of an event is counted', field: 'name', value: 'created', left: { name: 'created' } },
    { what: 'properties go', field: 'properties', value: { email: 'mika@example.com' }, left: {} },
    { what: 'addresses go', field: 'url', value: 'https://app.example/mika', left: {} },
  ])('$what', ({ field, value, left }) => expect(erasedPayload({ [field]: value })).toEqual(left));

  test('what nobody knows goes', () =>
    expect(
      erasedPayload(JSON.parse('{"later":"Mika","__proto__":{"name":1}}') as Record<string, unknown>),
    ).toEqual({}));
});
