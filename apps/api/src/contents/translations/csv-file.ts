import { CsvError, csvOf, parseCsv } from '@banso/domain/text';
import { type TranslatedFile, unreadable } from './translated-file.ts';

/**
 * A file as CSV: a line for each text, with its key, its words in the source language, and those of the other one. Where texts
 * of many contents are in it, each line begins with the id and the name of the content.
 */
export function writeCsv({ sourceLocale, locale, texts }: TranslatedFile): string {
  const isOfMany = texts.some(({ content }) => content !== undefined);
  return csvOf([
    [...(isOfMany ? ['content', 'name'] : []), 'key', `source ${sourceLocale}`, `target ${locale}`],
    ...texts.map(({ content, key, source, target }) => [
      ...(isOfMany ? [content?.id ?? '', content?.name ?? ''] : []),
      key,
      source,
      target,
    ]),
  ]);
}

const HEAD = /^(source|target)\s+(\S+)$/i;

/**
 * Reads what {@link writeCsv} wrote, after a spreadsheet or a translator has had it; further columns are passed over.
 * @throws {AppError} `invalid` with the line.
 */
export function readCsv(text: string): TranslatedFile {
  const [head = [], ...rows] = rowsOf(text);
  const columnOf = (name: string) =>
    head.findIndex((title) => HEAD.exec(title.trim())?.[1]?.toLowerCase() === name);
  const localeAt = (column: number) => HEAD.exec(head[column]?.trim() ?? '')?.[2] ?? '';
  const named = (name: string) => head.findIndex((title) => title.trim().toLowerCase() === name);
  const [key, content, name] = [named('key'), named('content'), named('name')];
  const [source, target] = [columnOf('source'), columnOf('target')];
  if (key < 0 || source < 0 || target < 0)
    throw unreadable('the first line must name the columns key, source … and target …, as exported', 1);
  return {
    sourceLocale: localeAt(source),
    locale: localeAt(target),
    texts: rows
      .filter((row) => row.some((cell) => cell.trim() !== ''))
      .map((row) => ({
        content: content < 0 ? undefined : { id: (row[content] ?? '').trim(), name: row[name] ?? '' },
        key: (row[key] ?? '').trim(),
        source: row[source] ?? '',
        target: row[target] ?? '',
      })),
  };
}

function rowsOf(text: string): string[][] {
  try {
    return parseCsv(text);
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(error.message, error.line);
    throw error;
  }
}
