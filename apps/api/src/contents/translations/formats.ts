import { readCsv, writeCsv } from './csv-file.ts';
import type { TranslatedFile } from './translated-file.ts';
import { readXliff, writeXliff } from './xliff-file.ts';

/** How each format is written, read, and sent. */
export const FORMATS = {
  csv: {
    type: 'text/csv; charset=utf-8',
    write: (file: TranslatedFile) => writeCsv(file),
    read: readCsv,
    ending: 'csv',
  },
  xliff: {
    type: 'application/xliff+xml; charset=utf-8',
    write: writeXliff,
    read: readXliff,
    ending: 'xlf',
  },
} as const;
