import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenConstraint } from '../constraint.ts';
import type { Database } from '../database.ts';
import type { Db } from '../tables.ts';
import { aMember, aWorkspace, DIALECTS, openTestDatabase } from '../testing.ts';
import * as accounts from './accounts.ts';
import * as contacts from './contacts.ts';

type Step = { name: string; run: (db: Db, ws: string) => Promise<unknown> };

// Small pools, so that steps meet each other; texts that databases are known to disagree about.
const text = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'A',
    'Aoba',
    'ä',
    'Ä',
    'ß',
    'ﬀ',
    'Z',
    '_',
    '%',
    '\\',
    "'",
    '"',
    '日本',
    '日',
    '한국',
    '🎉',
    '~',
    ' a ',
    '\u00a0',
    '\u{10FFFD}',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }).filter((value) => !value.includes('\0')),
);
const instant = fc.constantFrom(
  '2026-01-05T10:00:00.000Z',
  '2026-02-01T00:00:00.000Z',
  '2025-12-31T23:59:59.999Z',
);
const accountId = fc.constantFrom('acc_1', 'acc_2', 'acc_3', 'acc_4', 'acc_5');
const contactId = fc.constantFrom('con_1', 'con_2', 'con_3', 'con_4', 'con_5');
const externalId = fc.constantFrom('x', 'X', 'x ', '7', 'é', 'é');
const identity = fc.constantFrom('verified', 'unverified', 'anonymous');
const traits = fc.dictionary(
  fc.constantFrom('plan', 'seats', '日', 'constructor'),
  fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
);
const revision = fc.integer({ min: 1, max: 3 });
const limit = fc.integer({ min: 1, max: 3 });
const direction = fc.constantFrom('asc', 'desc');
const day = fc.constantFrom('2026-03-01', '2026-04-01', '2024-02-29');
const money = fc.record({
  amountMinor: fc.oneof(fc.integer(), fc.maxSafeInteger()),
  currency: fc.constantFrom('JPY', 'EUR'),
});
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const orNull = <T>(value: fc.Arbitrary<T>) => some(fc.option(value));

const accountChange = fc.record({
  externalId: orNull(externalId),
  name: some(text),
  ownerId: orNull(fc.constantFrom('mem_1', 'mem_none')),
  plan: orNull(text),
  lifecycle: some(fc.constantFrom('onboarding', 'churned')),
  recurringRevenue: orNull(money),
  renewalDate: orNull(day),
  traits: some(traits),
});
const accountPut = accountChange.map(({ externalId: _named, ...rest }) => rest);
const contactChange = fc.record({
  name: orNull(text),
  email: orNull(text),
  locale: orNull(fc.constantFrom('ja', 'ko')),
  accountId: orNull(accountId),
  traits: some(traits),
});
const accountFilter = fc.record({
  search: some(text),
  ownerId: orNull(fc.constant('mem_1')),
  plan: some(text),
  lifecycle: some(fc.constantFrom('onboarding', 'churned')),
  renewalFrom: some(day),
  renewalTo: some(day),
});
const contactFilter = fc.record({ search: some(text), accountId: some(accountId), identity: some(identity) });

/** All pages of a list, one after the other. */
async function pages<T>(
  list: (cursor: string | undefined) => Promise<{ data: T[]; nextCursor: string | null }>,
): Promise<T[][]> {
  const seen: T[][] = [];
  let cursor: string | undefined;
  do {
    const page = await list(cursor);
    seen.push(page.data);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return seen;
}

const step = <T>(
  name: string,
  input: fc.Arbitrary<T>,
  run: (db: Db, ws: string, input: T) => Promise<unknown>,
): fc.Arbitrary<Step> =>
  input.map((value) => ({ name: `${name} ${JSON.stringify(value)}`, run: (db, ws) => run(db, ws, value) }));

const steps = fc.array(
  fc.oneof(
    step(
      'create account',
      fc.tuple(accountId, text, instant, accountChange),
      (db, ws, [id, name, at, change]) =>
        accounts.create(db, ws, { ...change, id, name: change.name ?? name, at }),
    ),
    step(
      'update account',
      fc.tuple(accountId, revision, accountChange, instant),
      (db, ws, [id, seen, change, at]) => accounts.update(db, ws, id, seen, change, at),
    ),
    step(
      'put account',
      fc.tuple(externalId, accountId, accountPut, instant),
      (db, ws, [external, id, change, at]) =>
        accounts.putByExternalId(db, ws, external, { ...change, id, at }),
    ),
    step('find account', accountId, (db, ws, id) => accounts.find(db, ws, id)),
    step('find account by external id', externalId, (db, ws, id) => accounts.findByExternalId(db, ws, id)),
    step(
      'list accounts',
      fc.tuple(accountFilter, fc.constantFrom(...accounts.ACCOUNT_SORTS), direction, limit),
      (db, ws, [filter, by, way, size]) =>
        pages((cursor) => accounts.list(db, ws, filter, { by, direction: way }, { limit: size, cursor })),
    ),
    step('list plans', fc.constant(null), (db, ws) => accounts.listPlans(db, ws)),
    step('release owner', instant, (db, ws, at) => accounts.releaseOwner(db, ws, 'mem_1', at)),
    step(
      'create contact',
      fc.tuple(contactId, identity, externalId, instant, contactChange),
      (db, ws, [id, kind, external, at, change]) =>
        contacts.create(db, ws, { ...change, id, identity: kind, externalId: external, at }),
    ),
    step(
      'update contact',
      fc.tuple(contactId, revision, contactChange, instant),
      (db, ws, [id, seen, change, at]) => contacts.update(db, ws, id, seen, change, at),
    ),
    step(
      'put contact',
      fc.tuple(contactId, identity, externalId, instant, contactChange),
      (db, ws, [id, kind, external, at, change]) =>
        contacts.putByExternalId(db, ws, { ...change, id, identity: kind, externalId: external, at }),
    ),
    step('find contact', contactId, (db, ws, id) => contacts.find(db, ws, id)),
    step('find contact by external id', fc.tuple(identity, externalId), (db, ws, [kind, id]) =>
      contacts.findByExternalId(db, ws, kind, id),
    ),
    step(
      'list contacts',
      fc.tuple(contactFilter, fc.constantFrom(...contacts.CONTACT_SORTS), direction, limit),
      (db, ws, [filter, by, way, size]) =>
        pages((cursor) => contacts.list(db, ws, filter, { by, direction: way }, { limit: size, cursor })),
    ),
    step('count contacts', some(accountId), (db, ws, id) => contacts.count(db, ws, id)),
  ),
  { maxLength: 40, size: 'max' },
);

describe.runIf(DIALECTS.length > 1)('the same steps', () => {
  let databases: Database[];
  beforeAll(async () => {
    databases = await Promise.all(DIALECTS.map((dialect) => openTestDatabase(dialect)));
    for (const database of databases) {
      const { organisationId } = await aWorkspace(database);
      const id = await aMember(database, organisationId);
      await database.control.updateTable('member').set({ id: 'mem_1' }).where('id', '=', id).execute();
    }
  });
  afterAll(() => Promise.all(databases.map((database) => database.close())));

  /** What each step answered, or which rule it would have broken. */
  async function answers(database: Database, workspaceId: string, todo: readonly Step[]): Promise<unknown[]> {
    await aWorkspace(database, { workspaceId });
    const given: unknown[] = [];
    for (const { name, run } of todo) {
      const answer = await database
        .forWorkspace(workspaceId)
        .write((db) => run(db, workspaceId))
        .catch((error: unknown) => {
          const broken = brokenConstraint(error);
          if (broken === undefined) throw error;
          return { broken };
        });
      given.push({ name, answer });
    }
    return given;
  }

  test('give the same answers on both databases', { timeout: 120_000 }, async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const workspaceId = `ws_${++runs}`;
        const [one, two] = await Promise.all(
          databases.map((database) => answers(database, workspaceId, todo)),
        );
        expect(two).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });
});
