import { type AppError, invalidField } from '../../errors.ts';

/** One text of a file that is, or is to be, translated. */
export interface TranslatedText {
  /** The content that it is of, in a file that says so. */
  content?: { id: string; name: string } | undefined;
  /** As `translationUnits` names it. */
  key: string;
  source: string;
  /** Empty: not translated. */
  target: string;
}

/** A file for one language, whatever its format. */
export interface TranslatedFile {
  sourceLocale: string;
  locale: string;
  texts: readonly TranslatedText[];
}

/** The refusal of a file that cannot be read: nothing of it was stored. */
export function unreadable(message: string, line?: number): AppError {
  const where = line === undefined ? 'text' : `text.line ${line}`;
  return invalidField(where, 'unreadable', message);
}

/** The texts of a file by the content that they are of, in its order; `''`: it does not say. */
export function byContent({ texts }: TranslatedFile): ReadonlyMap<string, readonly TranslatedText[]> {
  return Map.groupBy(texts, ({ content }) => content?.id ?? '');
}

/** What a file has for one content. A file of a single content is taken for this one: it may come from another workspace. */
export function partFor(file: TranslatedFile, id: string): TranslatedFile {
  const parts = byContent(file);
  return parts.size < 2 ? file : { ...file, texts: parts.get(id) ?? [] };
}
