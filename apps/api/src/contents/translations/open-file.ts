import type { DraftBeside } from '@banso/database';
import { type AppError, invalidField } from '../../errors.ts';
import { exportedFile } from './import-plan.ts';
import { openIn, sourcesOf } from './open-report.ts';
import type { TranslatedFile } from './translated-file.ts';

/**
 * Everything that is open in one language in all contents, for translators: the words of one source language, because files have one.
 *
 * @param source - May be undefined where all that is open is translated from one language.
 * @throws {AppError} `invalid` when it is needed.
 */
export function openFile(
  drafts: readonly DraftBeside[],
  locale: string,
  source: string | undefined,
): TranslatedFile {
  const having = drafts
    .filter(({ record }) => record.draft.defaultLocale !== locale)
    .map((draft) => ({ ...draft, keys: new Set(openIn(draft, locale).map(({ key }) => key)) }))
    .filter(({ keys }) => keys.size > 0);
  const sources = sourcesOf(
    having.map(({ record }) => record),
    locale,
  );
  if (source === undefined && sources.length > 1) throw needsSource(sources);
  const sourceLocale = source ?? sources[0] ?? '';
  const texts = having
    .filter(({ record }) => record.draft.defaultLocale === sourceLocale)
    .flatMap(({ record, keys }) =>
      exportedFile(record.kind, record.draft, locale)
        .texts.filter(({ key }) => keys.has(key))
        .map((text) => ({ content: { id: record.id, name: record.name }, ...text })),
    );
  return { sourceLocale, locale, texts };
}

function needsSource(sources: readonly string[]): AppError {
  const message = `what is open is translated from several languages: name one of ${sources.join(', ')}`;
  return invalidField('query.source', 'ambiguous', message);
}
