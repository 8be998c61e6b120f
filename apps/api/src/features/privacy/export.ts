import type { Database } from '@banso/database';
import { personalData } from '@banso/database';
import type { Instant } from '@banso/domain/time';

/** Lists of one: a thing by itself, or null. */
const SINGLE: ReadonlySet<string> = new Set(['contact', 'account']);

/** Whose data, and when it was asked for. */
export interface Exported {
  workspaceId: string;
  contactId: string;
  at: Instant;
}

/** Everything that is kept of one person, as the text of one JSON object, a page of rows after the other. */
async function* exportText(
  database: Database,
  { workspaceId, contactId, at }: Exported,
): AsyncGenerator<string> {
  yield `{"exportedAt":${JSON.stringify(at)}`;
  let list: string | undefined;
  let isFirst = true;
  const workspace = database.forWorkspace(workspaceId);
  for await (const { of, rows } of personalData((work) => workspace.read(work), workspaceId, contactId)) {
    if (SINGLE.has(of)) {
      yield `,"${of}":${JSON.stringify(rows[0] ?? null)}`;
      continue;
    }
    if (of !== list) {
      yield `${list === undefined ? '' : ']'},"${of}":[`;
      list = of;
      isFirst = true;
    }
    if (rows.length === 0) continue;
    yield `${isFirst ? '' : ','}${rows.map((row) => JSON.stringify(row)).join(',')}`;
    isFirst = false;
  }
  yield ']}';
}

/** The export as the body of an answer. It is read as fast as it is fetched. */
export function exportBody(database: Database, exported: Exported): ReadableStream<Uint8Array> {
  return ReadableStream.from(exportText(database, exported)).pipeThrough(new TextEncoderStream());
}

/** What the answer says of its body: a file that nobody keeps on the way. */
export const EXPORT_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'content-disposition': 'attachment; filename="personal-data.json"',
  'cache-control': 'no-store',
} as const;
