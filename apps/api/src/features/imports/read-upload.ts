import * as history from '@banso/contract/history';
import type { FileTable } from '@banso/domain/history';
import { tableOf } from '@banso/domain/history';
import { CsvError, parseCsv } from '@banso/domain/text';
import type * as z from 'zod';
import { AppError, invalidField } from '../../errors.ts';
import type { FileEncoding } from '../../imports/decode-file.ts';
import { decodeFile } from '../../imports/decode-file.ts';

/**
 * Reads a file as a table.
 * @throws {AppError} `too_large`, or `invalid` with what is wrong with it.
 */
export function readUpload({ file, encoding, source }: z.infer<typeof history.ImportUpload>): {
  table: FileTable;
  encoding: FileEncoding;
} {
  const bytes = Buffer.from(file, 'base64');
  if (bytes.byteLength > history.MAX_FILE_BYTES)
    throw new AppError('too_large', `The file may hold at most ${history.MAX_FILE_BYTES} bytes.`);
  const decoded = decodeFile(bytes, encoding);
  if (!decoded) throw wrong('not_text', encoding ? `is not written in ${encoding}` : 'is no text');
  const table = tableOf(source, rowsOf(decoded.text));
  if (table.header.length > history.MAX_COLUMNS)
    throw wrong('too_big', `may have at most ${history.MAX_COLUMNS} columns`);
  if (table.rows.length === 0) throw wrong('empty', 'has no line below its headings');
  if (table.rows.length > history.MAX_ROWS)
    throw wrong('too_big', `may have at most ${history.MAX_ROWS} lines`);
  return { table, encoding: decoded.encoding };
}

function rowsOf(text: string): string[][] {
  try {
    return parseCsv(text);
  } catch (error) {
    if (error instanceof CsvError) throw wrong('not_csv', `line ${error.line}: ${error.message}`);
    throw error;
  }
}

const wrong = (code: string, message: string): AppError => invalidField('file', code, message);
