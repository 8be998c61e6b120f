import { useState } from 'preact/hooks';
import { download } from '../../../data/download.ts';
import { workspace } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { recordPath } from '../content-kind.ts';
import { useEditor } from '../frame/editor-context.ts';
import { LoadedDialog } from '../frame/loaded-dialog.tsx';
import { wordsOf } from '../texts/editor-words.ts';
import { FilesMenu } from './files-menu.tsx';

const loadDialog = () => import('./import-dialog.tsx').then((part) => part.ImportDialog);

/** The texts of one language of the content out to translators, and in again. */
export function FileMenu({ locale }: { locale: string }) {
  const texts = wordsOf('languages');
  const { model, readOnly } = useEditor();
  const [file, setFile] = useState<File>();
  const send = async (format: 'csv' | 'xliff') => {
    // What was typed a moment ago goes out, too.
    if (!(await model.flush())) {
      toaster.show({ message: texts.notSaved });
      return;
    }
    const path = `${recordPath(model.kind, model.record.peek().id)}/translations`;
    download(path, { format, locale, workspace: workspace.peek()?.id ?? '' });
  };
  return (
    <>
      <FilesMenu
        locale={locale}
        onExport={(format) => void send(format)}
        onFile={readOnly ? undefined : setFile}
      />
      {file && <LoadedDialog load={loadDialog} props={{ file, locale, onClose: () => setFile(undefined) }} />}
    </>
  );
}
