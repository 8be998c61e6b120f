import { useEditor } from '../frame/editor-context.ts';
import { ImportedTexts, ImportFrame } from './import-frame.tsx';
import { useImport } from './use-import.ts';

/** Props of {@link ImportDialog}. */
export interface ImportDialogProps {
  file: File;
  /** The language that is on the screen; the file says itself which one it holds. */
  locale: string;
  onClose: () => void;
}

/** What a translated file would change in the content. */
export function ImportDialog({ file, locale, onClose }: ImportDialogProps) {
  const { model } = useEditor();
  const { state, take } = useImport(file, locale);
  return (
    <ImportFrame file={file} state={state} take={take} onClose={onClose}>
      {(report) =>
        report.texts.length > 0 && (
          <ImportedTexts kind={model.kind} locale={report.locale} texts={report.texts} />
        )
      }
    </ImportFrame>
  );
}
