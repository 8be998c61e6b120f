import type { TranslationReport } from '@banso/contract/translation-report';
import { Card, ProgressBar, Table, type TableColumn } from '@banso/ui';
import { useState } from 'preact/hooks';
import { download } from '../../data/download.ts';
import { may, workspace } from '../../data/session.ts';
import { formatLanguage, formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { FilesMenu } from '../contents/languages/files-menu.tsx';
import { wordsOf } from '../contents/texts/editor-words.ts';
import { ImportDialog } from './import-dialog.tsx';
import { translationTexts } from './texts.ts';

type Language = TranslationReport['languages'][number];

/** Props of {@link LanguageTable}. */
export interface LanguageTableProps {
  languages: readonly Language[];
  chosen: string | undefined;
  /** Undefined: all of them again. */
  onChoose: (locale: string | undefined) => void;
}

/** How complete each language is, and its files for translators. */
export function LanguageTable({ languages, chosen, onChoose }: LanguageTableProps) {
  const texts = textsOf(translationTexts);
  const [bring, setBring] = useState<{ file: File; locale: string }>();
  return (
    <Card title={texts.languages} flush>
      <Table
        caption={texts.languages}
        columns={columns({
          chosen,
          onChoose,
          onFile: may('write') ? (locale, file) => setBring(file && { file, locale }) : undefined,
        })}
        rows={languages}
        rowKey={({ locale }) => locale}
        rowName={({ locale }) => formatLanguage(locale)}
      />
      {bring && <ImportDialog {...bring} onClose={() => setBring(undefined)} />}
    </Card>
  );
}

interface Doing {
  chosen: string | undefined;
  onChoose: (locale: string | undefined) => void;
  onFile: ((locale: string, file: File | undefined) => void) | undefined;
}

function columns({ chosen, onChoose, onFile }: Doing): TableColumn<Language>[] {
  const texts = textsOf(translationTexts);
  const number = (id: string, header: string, of: (language: Language) => number): TableColumn<Language> => ({
    id,
    header,
    align: 'end',
    cell: (language) => formatNumber(of(language)),
  });
  return [
    {
      id: 'language',
      header: texts.language,
      rowHeader: true,
      phone: 'title',
      cell: ({ locale }) => (
        <button
          type="button"
          class="num med tr-l"
          aria-pressed={locale === chosen}
          onClick={() => onChoose(locale === chosen ? undefined : locale)}
        >
          {formatLanguage(locale)}
        </button>
      ),
    },
    {
      id: 'done',
      header: texts.complete,
      phone: 'below',
      cell: ({ locale, written, total }) => (
        <span class="row tr-done">
          <ProgressBar
            kind="measure"
            tone={written === total ? 'good' : 'warn'}
            label={wordsOf('languages').complete(formatLanguage(locale))}
            value={written}
            max={total}
            valueText={wordsOf('languages').ofAll(written, total)}
          />
          <span class="muted xs nowrap" aria-hidden="true">
            {wordsOf('languages').ofAll(written, total)}
          </span>
        </span>
      ),
    },
    number('missing', texts.states.missing, ({ written, total }) => total - written),
    number('outdated', texts.states.outdated, ({ outdated }) => outdated),
    {
      id: 'contents',
      header: texts.contents,
      cell: ({ contents, of }) => (
        <span class="muted nowrap">{wordsOf('languages').ofAll(contents, of)}</span>
      ),
    },
    {
      id: 'files',
      header: texts.files,
      hideHeader: true,
      align: 'end',
      phone: 'full',
      cell: ({ locale, sources }) => (
        <FilesMenu
          locale={locale}
          sources={sources}
          onExport={(format, source) =>
            download('/v1/translations', {
              format,
              locale,
              ...(source !== undefined && { source }),
              workspace: workspace.peek()?.id ?? '',
            })
          }
          onFile={onFile && ((file) => onFile(locale, file))}
        />
      ),
    },
  ];
}
