import { MAX_TRANSLATIONS_CHARACTERS, OpenTextsImportReport } from '@banso/contract/translation-report';
import { Notice } from '@banso/ui';
import { useRef } from 'preact/hooks';
import { forget } from '../../data/query.ts';
import { api } from '../../data/session.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { listPath } from '../contents/content-kind.ts';
import { ImportedTexts, ImportFrame } from '../contents/languages/import-frame.tsx';
import { type FileBody, useFileImport } from '../contents/languages/use-file-import.ts';
import { translationTexts } from './texts.ts';

const PATH = '/v1/translations';

/** Props of {@link ImportDialog}. */
export interface ImportDialogProps {
  file: File;
  /** The language whose menu it was chosen in; the file says itself which one it holds. */
  locale: string;
  onClose: () => void;
}

/** What a translated file would change in many contents. */
export function ImportDialog({ file, locale, onClose }: ImportDialogProps) {
  const texts = textsOf(translationTexts);
  const etag = useRef<string | undefined>(undefined);
  const send = (body: FileBody, query: Record<string, string>) =>
    api.call('POST', PATH, { schema: OpenTextsImportReport, query, body, etag: etag.current });
  const { state, body } = useFileImport(file, locale, MAX_TRANSLATIONS_CHARACTERS, async (sent) => {
    const answer = await send(sent, { dryRun: 'true' });
    // what was looked at is what is taken over, or nothing
    etag.current = answer.etag;
    return answer.data;
  });
  const take = async () => {
    if (!body) return;
    const { data } = await send(body, { skip: 'true' });
    forget('/v1/reports/translations');
    for (const { kind } of data.contents) if (kind) forget(listPath(kind));
  };
  return (
    <ImportFrame file={file} state={state} take={take} onClose={onClose}>
      {(report) =>
        report.contents
          .filter(({ texts: told, problem }) => told.length > 0 || problem !== null)
          .map(({ id, kind, name, problem, texts: told }) => (
            <section key={id} aria-label={name || id}>
              <h3 class="tr-h">{name || id}</h3>
              {problem === null ? (
                <ImportedTexts kind={kind} locale={report.locale} texts={told} />
              ) : (
                <Notice tone="warn">{texts.unfit[problem]}</Notice>
              )}
            </section>
          ))
      }
    </ImportFrame>
  );
}
