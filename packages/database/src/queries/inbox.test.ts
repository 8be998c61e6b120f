import { addMs } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InvalidCursor } from '../cursor.ts';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';
import {
  aContact,
  aContent,
  aMember,
  anAccount,
  aWorkspace,
  DIALECTS,
  openTestDatabase,
} from '../testing.ts';
import { LOOKED_AT, LOOKED_UP } from '../sort-order.ts';
import * as inbox from './inbox.ts';
import type { ResponseFilter, ResponseSort } from './inbox.ts';
import * as responseTags from './response-tags.ts';
import * as search from './search.ts';

const ROWS = LOOKED_AT + 150;
const START = Date.parse('2026-01-01T00:00:00.000Z');
type Row = Selectable<Tables['response']>;
const TAG = { id: 'tag_a', key: 'permissions', name: 'Permissions', createdAt: '2026-01-01T00:00:00.000Z' };

describe.each(DIALECTS)('the inbox on %s', (dialect) => {
  let database: Database;
  let ws: string;
  let rows: Row[];
  let ids: { survey: string; other: string; owner: string; account: string; big: string; contact: string };

  beforeAll(async () => {
    database = await openTestDatabase(dialect);
    const { workspaceId, organisationId } = await aWorkspace(database);
    ws = workspaceId;
    const owner = await aMember(database, organisationId);
    ids = {
      owner,
      survey: await aContent(database, ws),
      other: await aContent(database, ws, { slug: 'other' }),
      account: await anAccount(database, ws, { owner_id: owner, plan: 'Pro' }),
      big: await anAccount(database, ws, { plan: 'Free' }),
      contact: await aContact(database, ws),
    };
    rows = Array.from({ length: ROWS }, (_, n) => aRow(n));
    await database.forWorkspace(ws).write(async (db) => {
      for (let from = 0; from < ROWS; from += 500)
        await db
          .insertInto('response')
          .values(rows.slice(from, from + 500))
          .execute();
      const texts = rows.map((row) => ({
        source: 'response' as const,
        id: row.id,
        at: row.answered_at,
        texts: ['毎日', ...(row.comment === null ? [] : [row.comment])],
      }));
      await search.fill(db, ws, texts);
      await responseTags.create(db, ws, TAG);
      const tagged = rows.filter(isTagged).map((row) => ({ id: row.id, answeredAt: row.answered_at }));
      await responseTags.put(db, ws, TAG.id, tagged, { at: TAG.createdAt, member: null });
    });
  }, 60_000);
  afterAll(() => database.close());

  /** Two answers share each moment, so that ties are met everywhere. */
  function aRow(n: number): Row {
    const at = new Date(START + Math.floor(n / 2) * 60_000).toISOString();
    return {
      workspace_id: ws,
      id: `rsp_${`${n}`.padStart(6, '0')}`,
      content_id: n % 3 === 0 ? ids.survey : ids.other,
      version: 1,
      variant: null,
      contact_id: ids.contact,
      account_id: n % 50 === 7 ? ids.account : n % 5 === 0 ? null : ids.big,
      locale: n === 3 ? 'ko' : 'ja',
      page_url: null,
      verified: 1,
      score: n % 12 === 11 ? null : n % 12,
      score_question: 'nps',
      score_at: at,
      superseded_at: null,
      comment: n % 4 === 0 ? `${n === 396 ? 'Ｃｏｍｍｅｎｔ' : 'Comment'} 権限 ${n}` : null,
      answered_at: at,
      completed_at: at,
      read_at: n % 10 === 0 ? null : at,
      transaction_id: null,
      import_id: null,
      source: 'widget',
      link_id: null,
      account_plan: null,
      account_owner: null,
      account_lifecycle: null,
      decides: 0,
      outcomes: null,
      is_test: 0,
    };
  }
  const isTagged = ({ id }: Row) => Number(id.slice(4)) % 40 === 1;

  const page = (filter: ResponseFilter, asked: { sort?: ResponseSort; cursor?: string; limit?: number }) =>
    database.forWorkspace(ws).read((db) => inbox.list(db, ws, filter, { limit: 50, ...asked }));

  /** All pages one after the other. */
  async function walked(filter: ResponseFilter, sort: ResponseSort, limit: number): Promise<string[]> {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { data, nextCursor } = await page(filter, { sort, limit, ...(cursor && { cursor }) });
      found.push(...data.map(({ id }) => id));
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined);
    return found;
  }

  /** What the list should be, told in the plainest way. */
  function expected(fits: (row: Row) => boolean, sort: ResponseSort): string[] {
    const newest = rows.filter(fits).toReversed();
    if (sort === 'newest') return newest.map(({ id }) => id);
    if (sort === 'oldest') return newest.toReversed().map(({ id }) => id);
    const of = ({ score }: Row) => (score === null ? 99 : sort === 'lowest' ? score : 10 - score);
    return newest.toSorted((one, other) => of(one) - of(other)).map(({ id }) => id);
  }

  test.each<{
    what: string;
    filter: () => ResponseFilter;
    fits: (row: Row) => boolean;
    sort?: ResponseSort;
  }>([
    { what: 'everything', filter: () => ({}), fits: () => true },
    { what: 'the oldest first', filter: () => ({}), fits: () => true, sort: 'oldest' },
    { what: 'the lowest first', filter: () => ({}), fits: () => true, sort: 'lowest' },
    {
      what: 'the highest of a range',
      filter: () => ({ scores: [2, 8], surveyId: ids.survey }),
      fits: ({ score, content_id: of }) => score !== null && score >= 2 && score <= 8 && of === ids.survey,
      sort: 'highest',
    },
    {
      what: 'unread ones with a comment',
      filter: () => ({ read: false, hasComment: true }),
      fits: (row) => row.read_at === null && row.comment !== null,
    },
    {
      what: 'a tag of one survey',
      filter: () => ({ tagId: TAG.id, surveyId: ids.survey }),
      fits: (row) => isTagged(row) && row.content_id === ids.survey,
    },
    {
      what: 'a tag by score',
      filter: () => ({ tagId: TAG.id }),
      fits: isTagged,
      sort: 'lowest',
    },
    {
      what: 'accounts of an owner',
      filter: () => ({ ownerId: ids.owner, plan: 'Pro' }),
      fits: ({ account_id: of }) => of === ids.account,
    },
    {
      what: 'a plan that many have',
      filter: () => ({ plan: 'Free', read: true }),
      fits: (row) => row.account_id === ids.big && row.read_at !== null,
    },
    { what: 'a plan of nobody', filter: () => ({ plan: 'Gone' }), fits: () => false },
    {
      what: 'words in a period',
      filter: () => ({ words: 'comment 権限 1', from: at(500), to: at(2_000) }),
      fits: (row) =>
        (row.comment ?? '').startsWith('Comment 権限 1') &&
        row.answered_at >= at(500) &&
        row.answered_at < at(2_000),
    },
    {
      what: 'words, however they are written, by score',
      filter: () => ({ words: 'ＣＯＭＭＥＮＴ 権限', surveyId: ids.survey }),
      fits: (row) => row.comment !== null && row.content_id === ids.survey,
      sort: 'lowest',
    },
    {
      what: 'words of one person',
      filter: () => ({ words: 'ＣＯＭＭＥＮＴ 権限', contactId: ids.contact }),
      fits: ({ comment }) => comment !== null,
    },
    {
      what: 'words of the few accounts of an owner',
      filter: () => ({ words: '毎日', ownerId: ids.owner }),
      fits: ({ account_id: of }) => of === ids.account,
    },
  ])(
    'reads $what, page by page, each answer once and in order',
    async ({ filter, fits, sort = 'newest' }) => {
      expect(await walked(filter(), sort, 200)).toEqual(expected(fits, sort));
    },
  );

  const at = (n: number) => new Date(START + n * 60_000).toISOString();

  test.each<{ of: string; filter: ResponseFilter }>([
    { of: 'everything', filter: { locale: 'ko' } },
    { of: 'all that says a word', filter: { locale: 'ko', words: '毎日' } },
  ])('ends a page early where it would have to look at $of, and goes on from there', async ({ filter }) => {
    const first = await page(filter, {});
    expect(first.data).toEqual([]);
    expect(first.nextCursor).not.toBeNull();
    expect(await walked(filter, 'newest', 50)).toEqual(['rsp_000003']);
  });

  test('comes to an end where more said a word in one minute than a page looks at', async () => {
    const { workspaceId } = await aWorkspace(database);
    const [contact, survey] = [await aContact(database, workspaceId), await aContent(database, workspaceId)];
    // as a file of history brings them, whose days have no time
    const noon = '2026-02-02T12:00:00.000Z';
    const said = rows.slice(0, LOOKED_UP + 50).map((row, n) => ({
      ...row,
      workspace_id: workspaceId,
      id: `rsp_noon${String(n).padStart(4, '0')}`,
      contact_id: contact,
      content_id: survey,
      account_id: null,
      answered_at: n === 0 ? addMs(noon, 60_000) : noon,
      locale: n === 0 ? 'ko' : 'ja',
    }));
    const scope = database.forWorkspace(workspaceId);
    await scope.write(async (db) => {
      await db.insertInto('response').values(said).execute();
      const texts = said.map(({ id, answered_at: at }) => ({
        source: 'response' as const,
        id,
        at,
        texts: ['正午'],
      }));
      await search.fill(db, workspaceId, texts);
    });
    const asked = { words: '正午', locale: 'ko' };
    const found: string[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 5; pages++) {
      const { data, nextCursor } = await scope.read((db) =>
        inbox.list(db, workspaceId, asked, { limit: 50, cursor }),
      );
      found.push(...data.map(({ id }) => id));
      cursor = nextCursor ?? undefined;
      if (cursor === undefined) break;
    }
    expect([found, cursor]).toEqual([['rsp_noon0000'], undefined]);
  });

  test('refuses a cursor of another order', async () => {
    const { nextCursor } = await page({}, { limit: 1 });
    await expect(page({}, { sort: 'lowest', cursor: nextCursor ?? '' })).rejects.toThrow(InvalidCursor);
  });

  test('a tag that is merged into another stands on what carried either, once', async () => {
    const b = { ...TAG, id: 'tag_b', key: 'rights', name: 'Rights' };
    const some = rows.slice(0, 60).map((row) => ({ id: row.id, answeredAt: row.answered_at }));
    await database.forWorkspace(ws).write(async (db) => {
      await responseTags.create(db, ws, b);
      expect(await responseTags.put(db, ws, b.id, some, { at: TAG.createdAt, member: null })).toHaveLength(
        60,
      );
      expect(await responseTags.put(db, ws, b.id, some, { at: TAG.createdAt, member: null })).toEqual([]);
      await responseTags.merge(db, ws, b.id, TAG.id);
      const [left, ...others] = await responseTags.list(db, ws);
      const carriers = new Set([...some.map(({ id }) => id), ...rows.filter(isTagged).map(({ id }) => id)]);
      expect(left).toMatchObject({ id: TAG.id, responses: carriers.size });
      expect(others).toEqual([]);
      expect(await responseTags.take(db, ws, TAG.id, [...carriers])).toHaveLength(carriers.size);
      expect(await responseTags.list(db, ws)).toMatchObject([{ responses: 0 }]);
    });
  });
});
