import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database, RecordedResponse } from '@banso/database';
import { migrate, openDatabase, inbox, recordedResponses, search } from '@banso/database';
import { aContact, aContent, aWorkspace, tableBytes } from '@banso/database/testing';
import { settle } from '../fill.ts';
import { type Row, spreadOf } from '../report.ts';
import { onBothDatabases } from '../servers.ts';
import { comments } from './texts.ts';

/** `BENCH_TEXTS`: fewer, to see that it runs. */
const TEXTS = Number(process.env['BENCH_TEXTS'] ?? 1_000_000);
const TOGETHER = 20_000;
const ROUNDS = 21;
/** The texts are spread over two years. */
const END_MS = Date.parse('2026-11-01T13:00:00.000Z');
const SPAN_MS = 730 * 86_400_000;
const MIB = 1_048_576;

const QUERIES = [
  { what: 'a Japanese word of two characters', words: '解約' },
  { what: 'a Korean word of two syllables', words: '해지' },
  { what: 'a word that hardly anybody wrote', words: '稀有' },
  { what: 'a rare word beside a frequent one', words: '稀有 助かります' },
  { what: 'a phrase of frequent characters', words: 'わかりにくい' },
  { what: 'an English word, from its beginning', words: 'slo' },
] as const;

/** Texts in Japanese, Korean and English, in the index as the upkeep packs it. @returns their size in bytes. */
async function fill(database: Database, workspaceId: string): Promise<number> {
  const [contactId, contentId] = [
    await aContact(database, workspaceId),
    await aContent(database, workspaceId),
  ];
  let bytes = 0;
  let at = 0;
  const given: { response: RecordedResponse; text: string }[] = [];
  const store = async () => {
    await database.forWorkspace(workspaceId).write(async (db) => {
      await recordedResponses.put(
        db,
        workspaceId,
        given.map(({ response }) => ({ response, readAt: response.answeredAt })),
      );
      const texts = given.map(({ response: { id, answeredAt }, text }) => ({
        source: 'response' as const,
        id,
        at: answeredAt,
        texts: [text],
      }));
      await search.fill(db, workspaceId, texts);
    });
    given.length = 0;
  };
  for (const { locale, text } of comments(TEXTS)) {
    const answeredAt = new Date(END_MS - SPAN_MS + Math.floor((at * SPAN_MS) / TEXTS)).toISOString();
    bytes += Buffer.byteLength(text);
    given.push({
      text,
      response: {
        id: `rsp_${String(at).padStart(12, '0')}`,
        contentId,
        version: 1,
        variant: null,
        contactId,
        accountId: null,
        plan: null,
        ownerId: null,
        lifecycle: null,
        decides: false,
        outcomes: null,
        isTest: false,
        locale,
        pageUrl: null,
        verified: true,
        score: null,
        scoreQuestion: null,
        scoreAt: null,
        supersededAt: null,
        comment: text,
        answeredAt,
        completedAt: null,
        transactionId: null,
        importId: null,
        source: 'widget',
        linkId: null,
      },
    });
    at += 1;
    if (given.length === TOGETHER) await store();
  }
  if (given.length > 0) await store();
  return bytes;
}

async function searchOn(name: string, url: string | undefined): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'banso-bench-search-'));
  const file = join(folder, 'banso.db');
  const database = await openDatabase({ url, file });
  try {
    await migrate(database);
    const { workspaceId } = await aWorkspace(database);
    const began = performance.now();
    const bytes = await fill(database, workspaceId);
    const took = (performance.now() - began) / 1_000;
    await settle({ url, file });
    const share = (await tableBytes(database, ['search_block', 'search_recent'])) / bytes;
    const words = (await tableBytes(database, ['search_text'])) / bytes;
    const rows: Row[] = [];
    for (const { what, words } of QUERIES) {
      const times: number[] = [];
      let found = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const start = performance.now();
        const list = await database
          .forWorkspace(workspaceId)
          .read((db) => inbox.list(db, workspaceId, { words }, { cursor: undefined, limit: 20 }));
        times.push(performance.now() - start);
        found = list.data.length;
      }
      const spread = spreadOf(times);
      const what_ = `${what}, newest ${found} of ${TEXTS} texts, ${name}`;
      rows.push({ what: what_, ...spread, unit: 'ms', limit: '≤ 5 ms', within: spread.median <= 5 });
    }
    return [
      ...rows,
      once(
        `index of terms beside ${(bytes / MIB).toFixed(0)} MiB of text, ${name}`,
        share,
        '×',
        '≤ 1 × the text',
        share <= 1,
      ),
      once(`rows of normalised words beside the text, ${name}`, words, '×'),
      once(`taken into the index, ${name}`, TEXTS / took, 'texts a second'),
    ];
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const once = (what: string, value: number, unit: string, limit = 'for comparison', within = true): Row => ({
  what,
  median: value,
  min: value,
  max: value,
  unit,
  limit,
  within,
});

/** The newest 20 answers with a word, as the console asks for them, at a million texts, and the size of the index beside the text. */
export const benchSearch = (): Promise<Row[]> => onBothDatabases(searchOn);
