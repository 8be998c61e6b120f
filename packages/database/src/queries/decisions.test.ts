import type { DecisionReason, Outcome } from '@banso/domain/decide';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { aContact, aContent, aWorkspace, DIALECTS, openTestDatabase } from '../testing.ts';
import type { DecisionChange } from './decision-changes.ts';
import { keep, prune } from './decision-changes.ts';
import { list, listStanding } from './decisions.ts';

const AT = Date.parse('2026-03-01T00:00:00.000Z');
const at = (minutes: number) => new Date(AT + minutes * 60_000).toISOString();
const CONTENTS = ['srv_a', 'srv_b'] as const;

describe.each(DIALECTS)('decisions on %s', (dialect) => {
  let database: Database;
  let ws: string;
  let mika: string;
  let jun: string;
  beforeAll(async () => void (database = await openTestDatabase(dialect)));
  afterAll(() => database.close());
  beforeEach(async () => {
    ({ workspaceId: ws } = await aWorkspace(database));
    [mika, jun] = [await aContact(database, ws), await aContact(database, ws)];
    for (const id of CONTENTS) await aContent(database, ws, { id });
  });

  const write: ReturnType<Database['forWorkspace']>['write'] = (work) =>
    database.forWorkspace(ws).write(work);
  const read: ReturnType<Database['forWorkspace']>['read'] = (work) => database.forWorkspace(ws).read(work);
  const made = (over: Partial<DecisionChange> = {}): DecisionChange => ({
    contactId: mika,
    accountId: null,
    contentId: 'srv_a',
    at: at(0),
    source: 'offer',
    outcome: 'held',
    reason: 'audience',
    version: 1,
    because: {},
    ...over,
  });
  const rows = () => read((db) => list(db, ws, {}, { limit: 200 })).then(({ data }) => data);
  const inForce = async (contactId: string, moment: string) => {
    const { data } = await read((db) => list(db, ws, { contactId, at: moment }, { limit: 200 }));
    return Object.fromEntries(
      data.map(({ content, outcome, reason }) => [content.id, `${outcome} ${reason}`]),
    );
  };

  test('are written when they change, and not when they do not', async () => {
    const keepOne = (over: Partial<DecisionChange>) => write((db) => keep(db, ws, [made(over)]));
    expect(await keepOne({})).toBe(1);
    expect(await keepOne({ at: at(1) })).toBe(0);
    expect(await keepOne({ at: at(2), because: { count: 1 } }), 'other facts, same reason').toBe(0);
    expect(await keepOne({ at: at(3), reason: 'page' })).toBe(1);
    expect(await keepOne({ at: at(4), reason: 'page', version: 2 })).toBe(1);
    expect((await rows()).map((row) => [row.at, row.until, row.reason, row.version])).toEqual([
      [at(4), null, 'page', 2],
      [at(3), at(4), 'page', 1],
      [at(0), at(3), 'audience', 1],
    ]);
    expect(await read((db) => listStanding(db, ws, [mika, jun]))).toEqual([
      { contactId: mika, contentId: 'srv_a', at: at(4), outcome: 'held', reason: 'page', version: 2 },
    ]);
  });

  const someChange = fc.record({
    minute: fc.nat(20),
    contentId: fc.constantFrom(...CONTENTS),
    verdict: fc.constantFrom<[Outcome, DecisionReason]>(
      ['held', 'audience'],
      ['held', 'page'],
      ['popover', 'eligible'],
      ['panel', 'eligible'],
    ),
  });

  test('tell at every instant what was decided then, however many are written together', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(someChange, {
          maxLength: 14,
          selector: ({ minute, contentId }) => `${minute} ${contentId}`,
        }),
        fc.integer({ min: 1, max: 4 }),
        async (changes, together) => {
          const person = await aContact(database, ws);
          const given = changes
            .map(({ minute, contentId, verdict: [outcome, reason] }) =>
              made({ contactId: person, contentId, at: at(minute), outcome, reason }),
            )
            .toSorted((one, other) => (one.at < other.at ? -1 : 1));
          for (let n = 0; n < given.length; n += together)
            await write((db) => keep(db, ws, given.slice(n, n + together)));
          for (let minute = 0; minute <= 21; minute += 1) {
            const expected = new Map<string, string>();
            for (const { contentId, outcome, reason } of given.filter((change) => change.at <= at(minute)))
              expected.set(contentId, `${outcome} ${reason}`);
            expect(await inForce(person, at(minute)), `minute ${minute}`).toEqual(
              Object.fromEntries(expected),
            );
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  test.each([
    { minute: 0, reason: 'page', told: ['page', 'audience', 'audience', 'device'], why: 'before all others' },
    { minute: 2, reason: 'page', told: [undefined, 'audience', 'page', 'device'], why: 'between two' },
    { minute: 2, reason: 'audience', told: [undefined, 'audience', 'audience', 'device'], why: 'unchanged' },
  ] as const)('that come late are put in where they belong: $why', async ({ minute, reason, told }) => {
    await write((db) => keep(db, ws, [made({ at: at(1) }), made({ at: at(3), reason: 'device' })]));
    await write((db) => keep(db, ws, [made({ at: at(minute), reason })]));
    const seen = [];
    for (const moment of [0, 1, 2, 3]) seen.push((await inForce(mika, at(moment)))['srv_a']?.slice(5));
    expect(seen).toEqual(told);
  });

  test('are found by person, account, content, time, outcome and reason, page by page', async () => {
    await write((db) =>
      keep(db, ws, [
        made({ at: at(1) }),
        made({ at: at(1), contactId: jun, contentId: 'srv_b', outcome: 'popover', reason: 'eligible' }),
        made({ at: at(2), reason: 'page' }),
      ]),
    );
    const found = async (filter: Parameters<typeof list>[2], limit = 200) => {
      const { data } = await read((db) => list(db, ws, filter, { limit }));
      return data.map(({ contact, content, reason }) => [contact.id, content.id, reason].join(' '));
    };
    expect(await found({ contactId: jun })).toEqual([`${jun} srv_b eligible`]);
    expect(await found({ contentId: 'srv_a' })).toEqual([`${mika} srv_a page`, `${mika} srv_a audience`]);
    expect(await found({ from: at(2) })).toEqual([`${mika} srv_a page`]);
    expect(await found({ to: at(2), outcome: 'held' })).toEqual([`${mika} srv_a audience`]);
    expect(await found({ reason: 'eligible' })).toEqual([`${jun} srv_b eligible`]);
    expect(await found({ accountId: 'acc_none' })).toEqual([]);

    const all: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await read((db) => list(db, ws, {}, { limit: 1, cursor }));
      all.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(all).toEqual((await rows()).map(({ id }) => id));
  });

  test('are forgotten some time after they were overtaken, a few at once; what is in force stays', async () => {
    await write((db) =>
      keep(db, ws, [
        made({ at: at(0) }),
        made({ at: at(1), reason: 'page' }),
        made({ at: at(5), reason: 'device' }),
        made({ at: at(0), contentId: 'srv_b' }),
      ]),
    );
    expect(await write((db) => prune(db, ws, at(4), 1))).toBe(1);
    expect(await write((db) => prune(db, ws, at(4), 1))).toBe(0);
    expect((await rows()).map(({ reason, content }) => `${content.id} ${reason}`)).toEqual([
      'srv_a device',
      'srv_a page',
      'srv_b audience',
    ]);
    expect(await inForce(mika, at(4))).toEqual({ srv_a: 'held page', srv_b: 'held audience' });
  });
});
