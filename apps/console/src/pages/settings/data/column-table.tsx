import type { Import } from '@banso/contract/history';
import { IMPORT_FIELDS, type ImportField } from '@banso/domain/history';
import { Field, Select } from '@banso/ui';
import { language } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { wordsOf } from '../../../shell/said.tsx';
import { dataTexts } from './texts.ts';

type Columns = Import['suggestion'];

/** Props of {@link ColumnTable}. */
export interface ColumnTableProps {
  record: Import;
  columns: Columns;
  onChange: (columns: Columns) => void;
}

/** Every column of a file with its first words, and what it means. */
export function ColumnTable({ record, columns, onChange }: ColumnTableProps) {
  const texts = textsOf(dataTexts);
  const { header, preview, questions } = record;
  const options = [
    { value: '', label: texts.leftOut },
    ...IMPORT_FIELDS.map((field) => ({
      value: `f.${field}`,
      label: texts.fields[field],
      group: texts.groups[GROUPS[field]],
    })),
    ...questions.map(({ key, text }) => ({
      value: `q.${key}`,
      label: text[language.value] ?? Object.values(text)[0] ?? key,
      group: texts.groups.questions,
    })),
  ];
  return (
    <table class="data-columns">
      <caption class="vh">{texts.columns}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.column}</th>
          <th scope="col">{texts.firstValues}</th>
          <th scope="col">{texts.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {header.map((heading, at) => (
          <tr key={at}>
            <th scope="row">{heading}</th>
            <td class="muted">
              {preview
                .map((cells) => wordsOf(cells[at] ?? ''))
                .filter((cell) => cell !== '')
                .slice(0, 2)
                .join(' · ')}
            </td>
            <td>
              <Field label={texts.meaningOf(heading)} hideLabel>
                <Select
                  options={options}
                  value={meaningOf(columns, at)}
                  onValue={(meaning) => onChange(withMeaning(columns, at, meaning))}
                />
              </Field>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const GROUPS: Readonly<Record<ImportField, 'person' | 'company' | 'answer'>> = {
  email: 'person',
  externalId: 'person',
  name: 'person',
  accountExternalId: 'company',
  accountName: 'company',
  answeredAt: 'answer',
  finished: 'answer',
  locale: 'answer',
  survey: 'answer',
  rowId: 'answer',
  score: 'answer',
  text: 'answer',
};

function meaningOf({ fields, questions }: Columns, at: number): string {
  const field = Object.entries(fields).find(([, column]) => column === at);
  if (field) return `f.${field[0]}`;
  const question = Object.entries(questions).find(([, column]) => column === at);
  return question ? `q.${question[0]}` : '';
}

/** A column means one thing, and each thing is one column: who had it before loses it. */
function withMeaning({ fields, questions }: Columns, at: number, meaning: string): Columns {
  const without = (
    of: Readonly<Record<string, number | undefined>>,
    prefix: string,
  ): Record<string, number> =>
    Object.fromEntries(
      Object.entries(of).flatMap(([name, column]) =>
        column === undefined || column === at || `${prefix}${name}` === meaning ? [] : [[name, column]],
      ),
    );
  const [kind, name] = [meaning.slice(0, 2), meaning.slice(2)];
  return {
    fields: { ...without(fields, 'f.'), ...(kind === 'f.' && { [name]: at }) },
    questions: { ...without(questions, 'q.'), ...(kind === 'q.' && { [name]: at }) },
  };
}
