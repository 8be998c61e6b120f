import { hasTerms, indexWords, wantedTerms } from '@banso/domain/text';
import { addMs } from '@banso/domain/time';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { aWorkspace, DIALECTS, openTestDatabase } from '../testing.ts';
import type { Db } from '../tables.ts';
import type { WrittenText } from './search.ts';
import * as search from './search.ts';

const START = '2026-03-02T12:00:00.000Z';

describe.each(DIALECTS)('search on %s', (dialect) => {
  let database: Database;
  beforeAll(async () => void (database = await openTestDatabase(dialect)));
  afterAll(() => database.close());

  const rig = async () => {
    const { workspaceId } = await aWorkspace(database);
    const write = <T>(work: (db: Db) => Promise<T>) => database.forWorkspace(workspaceId).write(work);
    const find = (query: string, upTo?: string) =>
      database.forWorkspace(workspaceId).read(async (db) => {
        const ids: string[] = [];
        for (let from = upTo; ;) {
          const asked = { source: 'response' as const, words: query, upTo: from };
          const { rows, unseenUpTo } = await search.listMatching(
            db,
            workspaceId,
            asked,
            Infinity,
            async (some) => some,
          );
          ids.push(...rows);
          if (unseenUpTo === undefined) return ids;
          from = unseenUpTo;
        }
      });
    const kept = () =>
      write(async (db) => {
        const rows = await db
          .selectFrom('search_recent')
          .selectAll()
          .where('workspace_id', '=', workspaceId)
          .execute();
        const blocks = await db
          .selectFrom('search_block')
          .selectAll()
          .where('workspace_id', '=', workspaceId)
          .execute();
        return { recent: rows.map(({ term }) => term), blocks: blocks.map(({ term }) => term) };
      });
    return { workspaceId, write, find, kept };
  };
  const text = (id: string, words: string, minutes = 0): WrittenText => ({
    source: 'response',
    id,
    at: addMs(START, minutes * 60_000),
    texts: [words],
  });

  test('finds words of two characters, the newest first, packed or not', async () => {
    const { workspaceId, write, find } = await rig();
    await write((db) =>
      search.put(db, workspaceId, [
        text('a', '来月で解約する予定です', 0),
        text('b', '구독을 해지하고 싶어요', 1),
        text('c', '解約の手順が分からない', 2),
        text('d', 'The CSV export is slow', 3),
      ]),
    );
    const asked = async () => [
      await find('解約'),
      await find('해지'),
      await find('約'),
      await find('ＥＸＰＯＲ'),
      await find('解約', addMs(START, 90_000)),
      await find('手順 解約'),
      await find('환불'),
    ];
    const expected = [['c', 'a'], ['b'], ['c', 'a'], ['d'], ['a'], ['c'], []];
    expect(await asked()).toEqual(expected);
    await write((db) => search.pack(db, workspaceId, 10_000));
    expect(await asked()).toEqual(expected);
  });

  test('leaves nothing of what somebody erased wrote, and everything that others did in the same minute', async () => {
    const { workspaceId, write, find, kept } = await rig();
    await write((db) =>
      search.put(db, workspaceId, [text('a', '解約と返金'), text('b', '解約と請求'), text('c', '返金', 9)]),
    );
    await write((db) => search.pack(db, workspaceId, 10_000));
    await write((db) => search.put(db, workspaceId, [text('d', '遅い', 20)]));
    await write((db) => search.put(db, workspaceId, [text('d', '返金はまだ', 20)]));
    await write((db) => search.remove(db, workspaceId, [text('a', ''), text('c', '', 9), text('d', '', 20)]));
    expect(await find('解約')).toEqual(['b']);
    expect(await find('返金')).toEqual([]);
    const { recent, blocks } = await kept();
    expect(recent).toEqual([]);
    expect(blocks.toSorted()).toEqual(['と請', '求', '約と', '解約', '請求'].toSorted());
  });

  test('is that of a scan, in whatever order texts come, change, leave, and are packed', async () => {
    const word = fc.constantFrom('解約', '返金', '請求', '遅い', '해지', 'csv', 'slow', '結', '');
    const step = fc.record({
      id: fc.integer({ min: 0, max: 9 }),
      words: fc.array(word, { maxLength: 3 }).map((words) => words.join('')),
      pack: fc.boolean(),
    });
    const { workspaceId, write, find } = await rig();
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        round += 1;
        const standing = new Map<string, WrittenText>();
        // one in the first minute says it all the time: what others take back there stays found
        const constant = text(`${round}-always`, '返金csv結', round * 100);
        standing.set(constant.id, constant);
        await write((db) => search.put(db, workspaceId, [constant]));
        for (const { id, words, pack } of steps) {
          // several share a minute
          const key = `${round}-${id}`;
          const written = text(key, words, round * 100 + (id % 4));
          standing.set(key, written);
          await write((db) => search.put(db, workspaceId, [written]));
          if (pack) await write((db) => search.pack(db, workspaceId, 7));
        }
        for (const query of ['解約', '返金', 'csv', '結', '約返']) {
          const expected = [...standing.values()]
            .filter(({ texts }) => hasTerms(indexWords(texts.join(' ')), wantedTerms(query)))
            .map(({ id }) => id);
          const found = (await find(query)).filter((id) => id.startsWith(`${round}-`));
          expect(found.toSorted()).toEqual(expected.toSorted());
        }
      }),
      { numRuns: 15 },
    );
  });

  test('parts the places of a frequent term into blocks and reads only as far back as it is asked', async () => {
    const { workspaceId, write, find } = await rig();
    const texts = Array.from({ length: 2_600 }, (_, at) =>
      text(`t${at}`, at === 3 ? '遅い解約' : at % 2 === 0 ? '遅い' : '重い', at * 7),
    );
    await write((db) => search.fill(db, workspaceId, texts.slice(1_000)));
    await write((db) => search.fill(db, workspaceId, texts.slice(0, 1_000)));
    await write((db) => search.fill(db, workspaceId, texts.slice(0, 50)));
    expect(await find('遅い')).toHaveLength(1_301);
    expect(await find('遅い 解約')).toEqual(['t3']);
    const looks: number[] = [];
    await database.forWorkspace(workspaceId).read((db) =>
      search.listMatching(db, workspaceId, { source: 'response', words: '遅い' }, 20, async (ids) => {
        looks.push(ids.length);
        return ids;
      }),
    );
    expect(looks).toHaveLength(1);
    expect(looks[0]).toBeLessThan(40);
  });

  test('finds what begins with something in all texts, however many words begin so and wherever one goes on', async () => {
    const { workspaceId, write, find } = await rig();
    const texts = Array.from({ length: 4_000 }, (_, at) => {
      // one word of each kind of frequency: in every second text, in every 17th, in a few hundred once each
      const words = [
        at % 2 === 0 ? 'slow' : 'fast',
        at % 17 === 0 ? 'slight' : '',
        at % 9 === 0 ? `sl${at}` : '',
      ];
      return text(`t${String(at).padStart(4, '0')}`, words.join(' '), Math.floor(at / 2));
    });
    await write((db) => search.fill(db, workspaceId, texts.slice(0, 3_900)));
    await write((db) => search.put(db, workspaceId, texts.slice(3_900)));
    const said = (query: string, upTo: string) =>
      texts
        .filter(({ at, texts: own }) => at <= upTo && hasTerms(indexWords(own.join(' ')), wantedTerms(query)))
        .map(({ id }) => id)
        .toReversed();
    const query = fc.constantFrom('s', 'sl', 'slo', 'slow', 'slig', 'sl9', 'sl slig', 'fast sl', 'slx');
    await fc.assert(
      fc.asyncProperty(query, fc.integer({ min: 0, max: 2_000 }), async (asked, minutes) => {
        const upTo = addMs(START, minutes * 60_000);
        expect(await find(asked, upTo)).toEqual(said(asked, upTo));
      }),
      {
        numRuns: 40,
        examples: [
          ['s', 2_000],
          ['sl', 1_999],
          ['slow', 1_950],
          ['slig', 2_000],
          ['slx', 2_000],
        ],
      },
    );
  });
});
