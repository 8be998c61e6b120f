import { type LocalizedText, textIn } from '@banso/domain/content';

import { unsafeLinks } from '@banso/domain/editing';
import { Field, Input, TextArea } from '@banso/ui';
import { formatLanguage } from '../../../texts/format.ts';
import { useEditor } from '../frame/editor-context.ts';
import { problemAt } from '../model/draft-problems.ts';
import { problemWords } from '../texts/problem-words.ts';
import { MarkdownArea } from './markdown-area.tsx';
import { useComposed } from './use-composed.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** Props of {@link LocalizedField}. */
export interface LocalizedFieldProps {
  /** Where the text is in the body, without the language: `steps.0.title`. */
  path: string;
  text: LocalizedText;
  label: string;
  hint?: string | undefined;
  /** How it is written: one line, several lines, or with the small toolbar. Default `line`. */
  as?: 'line' | 'lines' | 'markdown' | undefined;
  optional?: boolean | undefined;
  /** Another language than the one of the place, as in the table of languages. */
  locale?: string | undefined;
  hideLabel?: boolean | undefined;
  /** Lines to begin with, for `lines` and `markdown`. Default 2. */
  rows?: number | undefined;
}

/** One text in one language. What is missing there shows what its readers see instead. */
export function LocalizedField({
  path,
  text,
  label,
  hint,
  as = 'line',
  optional,
  locale: own,
  hideLabel,
  rows = 2,
}: LocalizedFieldProps) {
  const texts = wordsOf('editor');
  const { model, place, readOnly } = useEditor();
  const locale = own ?? place.locale;
  const { defaultLocale } = model.draft.value;
  const problem = problemAt(model.problems.value, `${path}.${locale}`);
  const composed = useComposed(text[locale] ?? '', (value) => model.setText(path, locale, value));
  const isTranslation = locale !== defaultLocale;
  const instead = isTranslation ? textIn(text, locale, defaultLocale) : '';
  const untranslated =
    problem?.stops === 'translation' ? texts.untranslated(formatLanguage(defaultLocale)) : undefined;
  const links = as === 'markdown' ? unsafeLinks(composed.value) : [];
  const unsafe =
    links.length > 0 ? texts.unsafeLink(links.map((link) => link || texts.emptyLink).join(', ')) : undefined;

  const attributes = {
    ...composed,
    lang: locale,
    readOnly,
    'data-path': path,
    placeholder: composed.value === '' && instead !== '' ? instead : undefined,
  };
  return (
    <Field
      label={label}
      optional={optional}
      hideLabel={hideLabel}
      hint={untranslated ?? hint}
      error={problem && problem.stops !== 'translation' ? problemWords(problem) : unsafe}
    >
      {as === 'line' && <Input {...attributes} />}
      {as === 'lines' && <TextArea {...attributes} rows={rows} />}
      {as === 'markdown' && <MarkdownArea {...attributes} rows={rows} />}
    </Field>
  );
}
