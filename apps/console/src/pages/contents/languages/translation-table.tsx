import { Status } from '@banso/ui';
import { formatLanguage } from '../../../texts/format.ts';
import { LocalizedField } from '../fields/localized-field.tsx';
import { useEditor } from '../frame/editor-context.ts';
import type { TranslationGroup, TranslationRow } from '../model/translation-rows.ts';
import { placeParts, placeWords } from '../texts/place-words.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { LanguageHead } from './language-head.tsx';

/** Props of {@link TranslationTable}. */
export interface TranslationTableProps {
  groups: readonly TranslationGroup[];
  /** The default language, and the one that is translated into. */
  locales: readonly string[];
}

const isLong = (path: string) =>
  /(^|\.)(body|intro|summary|text)$|^(followUps|endings?|celebration)/.test(path);

/** Texts in the default language and in another one side by side, by step or question. */
export function TranslationTable({ groups, locales }: TranslationTableProps) {
  const texts = wordsOf('languages');
  return (
    <div class="langs-w" data-path="locales">
      <table class="langs" style={{ '--langs': locales.length }}>
        <caption class="vh">{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.field}</th>
            {locales.map((locale) => (
              <th key={locale} scope="col">
                <LanguageHead locale={locale} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ id, rows }, index) => (
          <Group key={`${id} ${index}`} rows={rows} locales={locales} />
        ))}
      </table>
    </div>
  );
}

function Group({ rows, locales }: { rows: readonly TranslationRow[]; locales: readonly string[] }) {
  const { model } = useEditor();
  const name = placeParts(model.kind, rows[0]?.path ?? '').group;
  return (
    <tbody>
      {name !== undefined && (
        <tr class="langs-g">
          <th scope="rowgroup" colSpan={locales.length + 1}>
            {name}
          </th>
        </tr>
      )}
      {rows.map((row) => (
        <Row key={row.path} row={row} locales={locales} grouped={name !== undefined} />
      ))}
    </tbody>
  );
}

interface RowProps {
  row: TranslationRow;
  locales: readonly string[];
  grouped: boolean;
}

function Row({ row: { path, text, required, open }, locales, grouped }: RowProps) {
  const texts = wordsOf('languages');
  const { model } = useEditor();
  const whole = placeWords(model.kind, path);
  const { version } = model.record.value;
  return (
    <tr data-open={open}>
      <th scope="row">
        {grouped ? (placeParts(model.kind, path).field ?? whole) : whole}
        {!required && <span class="opt"> {texts.optional}</span>}
        {open && <Status tone="warn" small label={open === 'missing' ? texts.missing : texts.outdated} />}
      </th>
      {locales.map((locale, index) => (
        <td key={locale} data-locale={formatLanguage(locale)}>
          <LocalizedField
            path={path}
            text={text}
            locale={locale}
            hideLabel
            hint={index > 0 && open === 'outdated' ? texts.outdatedWhat(version ?? 0) : undefined}
            label={`${whole}${wordsOf('editor').inLanguage(formatLanguage(locale))}`}
            as={isLong(path) ? 'lines' : 'line'}
          />
        </td>
      ))}
    </tr>
  );
}
