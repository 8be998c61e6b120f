import { Button, Dialog, Notice } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { chooseWorkspace } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { editorHref } from '../content-kind.ts';
import { useEditor } from '../frame/editor-context.ts';
import { copyTexts } from './texts.ts';

/** Props of {@link CopyDone}. */
export interface CopyDoneProps {
  target: string;
  /** What the other workspace is called. */
  there: string;
  /** Of the content there; null: it is not known. */
  id: string | null;
  onClose: () => void;
}

/** Says that a content was copied, and leads to it. */
export function CopyDone({ target, there, id, onClose }: CopyDoneProps) {
  const texts = textsOf(copyTexts);
  const { model } = useEditor();
  const { route } = useLocation();
  const go = (to: string) => {
    onClose();
    chooseWorkspace(target);
    route(editorHref(model.kind, to));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.title}
      actions={
        <>
          <Button onClick={onClose}>{texts.close}</Button>
          {id !== null && (
            <Button variant="primary" onClick={() => go(id)}>
              {texts.open(there)}
            </Button>
          )}
        </>
      }
    >
      <Notice tone="good" live="polite" title={texts.done(there)}>
        {texts.doneWhat}
      </Notice>
    </Dialog>
  );
}
