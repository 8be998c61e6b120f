import type { translation } from '@banso/contract';
import { Button, DownloadIcon, Menu, TranslateIcon, UploadIcon } from '@banso/ui';
import { useRef } from 'preact/hooks';
import { formatLanguage } from '../../../texts/format.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** Props of {@link FilesMenu}. */
export interface FilesMenuProps {
  /** The language to translate into. */
  locale: string;
  /** Languages that a file can be translated from, where that has to be chosen. Default: there is no choice. */
  sources?: readonly string[] | undefined;
  onExport: (format: translation.TranslationFormat, source?: string) => void;
  /** Undefined: nothing can be brought in. */
  onFile: ((file: File | undefined) => void) | undefined;
}

/** Texts of one language out to translators, and in again. */
export function FilesMenu({ locale, sources = [], onExport, onFile }: FilesMenuProps) {
  const texts = wordsOf('languages');
  const input = useRef<HTMLInputElement>(null);
  const name = formatLanguage(locale);
  const out = (source?: string) => ({
    id: `out-${source ?? ''}`,
    heading: source === undefined ? texts.export : texts.exportFrom(formatLanguage(source)),
    items: [
      {
        id: `csv-${source ?? ''}`,
        label: texts.csv,
        hint: 'CSV',
        icon: DownloadIcon,
        onSelect: () => onExport('csv', source),
      },
      {
        id: `xliff-${source ?? ''}`,
        label: texts.xliff,
        hint: 'XLIFF 2.1',
        icon: DownloadIcon,
        onSelect: () => onExport('xliff', source),
      },
    ],
  });
  const bring = {
    id: 'in',
    items: [{ id: 'import', label: texts.import, icon: UploadIcon, onSelect: () => input.current?.click() }],
  };
  return (
    <>
      <Menu
        label={texts.files(name)}
        align="end"
        sections={[...(sources.length > 1 ? sources.map(out) : [out()]), ...(onFile ? [bring] : [])]}
        trigger={(props) => (
          <Button {...props} small icon={TranslateIcon}>
            {texts.files(name)}
          </Button>
        )}
      />
      {onFile && (
        <input
          ref={input}
          type="file"
          class="vh"
          tabIndex={-1}
          aria-label={texts.chooseFile}
          accept=".csv,.tsv,.txt,.xlf,.xliff,text/csv,application/xliff+xml"
          onChange={({ currentTarget }) => {
            onFile(currentTarget.files?.[0]);
            // The same file again, mended, is a change, too.
            currentTarget.value = '';
          }}
        />
      )}
    </>
  );
}
