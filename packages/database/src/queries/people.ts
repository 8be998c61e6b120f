import type { Asking } from '@banso/domain/decide';
import type { Traits } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { bulkInsertIgnore, bulkSelect, bulkUpsert } from '../bulk.ts';
import { decodeTraits, encodeJson } from '../json.ts';
import type { Db, Tables } from '../tables.ts';

/** A contact as the recorder keeps it. */
export interface PersonRecord {
  id: string;
  identity: Tables['contact']['identity'];
  externalId: string;
  name: string | null;
  email: string | null;
  locale: string | null;
  timeZone: string | null;
  accountId: string | null;
  traits: Traits;
  lastScore: number | null;
  lastScoreAt: Instant | null;
  firstSeenAt: Instant | null;
  lastSeenAt: Instant | null;
  visits: number;
  visitInterruptions: number;
  lastInterruptedAt: Instant | null;
  /** For which session and content an interruption is kept, until `reservedUntil`. */
  reservedFor: string | null;
  reservedUntil: Instant | null;
  /** What the person has chosen themselves, and when; null: nothing. */
  asking: Asking;
  askingSetAt: Instant | null;
  chosenLocale: string | null;
  localeSetAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  revision: number;
  /** When this became nobody in particular; null: it is a person. */
  erasedAt: Instant | null;
  /** The team tries things as this person: what they answer counts nowhere. */
  isTest: boolean;
  /** The address that an identity token named: replies are mailed to no other. */
  vouchedEmail: string | null;
}

const CONTACT = [
  'workspace_id',
  'id',
  'identity',
  'external_id',
  'name',
  'email',
  'locale',
  'time_zone',
  'account_id',
  'traits',
  'last_score',
  'last_score_at',
  'first_seen_at',
  'last_seen_at',
  'visits',
  'visit_interruptions',
  'last_interrupted_at',
  'reserved_for',
  'reserved_until',
  'asking',
  'asking_set_at',
  'chosen_locale',
  'locale_set_at',
  'created_at',
  'updated_at',
  'revision',
  'erased_at',
  'is_test',
  'vouched_email',
] as const;
type ContactRow = Pick<Selectable<Tables['contact']>, (typeof CONTACT)[number]>;

const selectById = bulkSelect('contact', CONTACT, ['workspace_id', 'id']);
const selectByIdentity = bulkSelect('contact', CONTACT, ['workspace_id', 'identity', 'external_id']);
const selectNames = bulkSelect('contact', ['id', 'name'], ['workspace_id', 'id']);
const insertContacts = bulkInsertIgnore('contact', CONTACT, ['workspace_id', 'id']);
const upsertActivity = bulkUpsert('contact', CONTACT, ['workspace_id', 'id'], {
  replace: [
    'last_score',
    'last_score_at',
    'first_seen_at',
    'last_seen_at',
    'visits',
    'visit_interruptions',
    'last_interrupted_at',
    'reserved_for',
    'reserved_until',
    'asking',
    'asking_set_at',
    'chosen_locale',
    'locale_set_at',
  ],
});

/** These contacts, in no order. */
export async function list(db: Db, workspaceId: string, ids: readonly string[]): Promise<PersonRecord[]> {
  const rows = await selectById(
    db,
    ids.map((id) => ({ workspace_id: workspaceId, id })),
  );
  return rows.map(recordOf);
}

const selectErasure = bulkSelect('contact', ['id', 'erased_at'], ['workspace_id', 'id']);

/** Which of these people are known and were not erased. */
export async function present(db: Db, workspaceId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await selectErasure(
    db,
    ids.map((id) => ({ workspace_id: workspaceId, id })),
  );
  return new Set(rows.flatMap(({ id, erased_at }) => (erased_at === null ? [id] : [])));
}

/** Contacts by the ids of the customer's product, in no order. Verified, unverified and anonymous are different people. */
export async function listByIdentity(
  db: Db,
  workspaceId: string,
  wanted: readonly Pick<PersonRecord, 'identity' | 'externalId'>[],
): Promise<PersonRecord[]> {
  const rows = await selectByIdentity(
    db,
    wanted.map(({ identity, externalId }) => ({
      workspace_id: workspaceId,
      identity,
      external_id: externalId,
    })),
  );
  return rows.map(recordOf);
}

/** Adds contacts. @throws when the customer's id is taken in their class. */
export async function add(db: Db, workspaceId: string, people: readonly PersonRecord[]): Promise<void> {
  await insertContacts(
    db,
    people.map((person) => rowOf(workspaceId, person)),
  );
}

/** Writes what signs of life and the person's own choices changed, and nothing else. */
export async function putActivity(
  db: Db,
  workspaceId: string,
  people: readonly PersonRecord[],
): Promise<void> {
  await upsertActivity(
    db,
    people.map((person) => rowOf(workspaceId, person)),
  );
}

/** Writes what a person told. @returns `false` when somebody changed the contact since it was read. */
export async function updateProfile(db: Db, workspaceId: string, person: PersonRecord): Promise<boolean> {
  const updated = await db
    .updateTable('contact')
    .set({
      name: person.name,
      email: person.email,
      vouched_email: person.vouchedEmail,
      locale: person.locale,
      time_zone: person.timeZone,
      account_id: person.accountId,
      traits: encodeJson(person.traits),
      updated_at: person.updatedAt,
      revision: person.revision + 1,
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', person.id)
    .where('revision', '=', person.revision)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

/** How many people each of these accounts has. */
export async function countByAccount(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<Map<string, number>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('contact')
    .select(({ fn }) => ['account_id', fn.countAll<number>().as('people')])
    .where('workspace_id', '=', workspaceId)
    .where('account_id', 'in', accountIds)
    .groupBy('account_id')
    .execute();
  return new Map(
    rows.flatMap(({ account_id, people }) => (account_id === null ? [] : [[account_id, Number(people)]])),
  );
}

/** Names of these contacts, by id; those without a name are left out. */
export async function namesOf(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await selectNames(
    db,
    ids.map((id) => ({ workspace_id: workspaceId, id })),
  );
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
}
function recordOf(row: ContactRow): PersonRecord {
  return {
    id: row.id,
    identity: row.identity,
    externalId: row.external_id,
    name: row.name,
    email: row.email,
    locale: row.locale,
    timeZone: row.time_zone,
    accountId: row.account_id,
    traits: decodeTraits(row.traits),
    lastScore: row.last_score,
    lastScoreAt: row.last_score_at,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    visits: row.visits,
    visitInterruptions: row.visit_interruptions,
    lastInterruptedAt: row.last_interrupted_at,
    reservedFor: row.reserved_for,
    reservedUntil: row.reserved_until,
    asking: row.asking,
    askingSetAt: row.asking_set_at,
    chosenLocale: row.chosen_locale,
    localeSetAt: row.locale_set_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision: row.revision,
    erasedAt: row.erased_at,
    isTest: row.is_test === 1,
    vouchedEmail: row.vouched_email,
  };
}

function rowOf(workspaceId: string, person: PersonRecord): ContactRow {
  return {
    workspace_id: workspaceId,
    id: person.id,
    identity: person.identity,
    external_id: person.externalId,
    name: person.name,
    email: person.email,
    locale: person.locale,
    time_zone: person.timeZone,
    account_id: person.accountId,
    traits: encodeJson(person.traits),
    last_score: person.lastScore,
    last_score_at: person.lastScoreAt,
    first_seen_at: person.firstSeenAt,
    last_seen_at: person.lastSeenAt,
    visits: person.visits,
    visit_interruptions: person.visitInterruptions,
    last_interrupted_at: person.lastInterruptedAt,
    reserved_for: person.reservedFor,
    reserved_until: person.reservedUntil,
    asking: person.asking,
    asking_set_at: person.askingSetAt,
    chosen_locale: person.chosenLocale,
    locale_set_at: person.localeSetAt,
    created_at: person.createdAt,
    updated_at: person.updatedAt,
    revision: person.revision,
    erased_at: person.erasedAt,
    is_test: person.isTest ? 1 : 0,
    vouched_email: person.vouchedEmail,
  };
}
