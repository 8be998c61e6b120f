import { Button, Dialog, Notice } from '@banso/ui';
import { useState } from 'preact/hooks';
import { forget } from '../../../data/query.ts';
import { useSubmit } from '../../../data/submit.ts';
import { toaster } from '../../../shell/toaster.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { listPath } from '../content-kind.ts';
import type { ContentVersion } from '../model/content-draft.ts';
import { publicationOf, restorePublication } from '../model/restore-publication.ts';
import { lifecycleTexts } from '../texts/lifecycle.ts';
import { useEditor } from './editor-context.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** Publishes an earlier version again; undo brings back what was live, and the draft. */
export function RollbackDialog({
  version,
  onLeave,
  onDone,
}: {
  version: ContentVersion;
  onLeave: () => void;
  onDone: () => void;
}) {
  const texts = wordsOf('publish');
  const { model } = useEditor();
  const submit = useSubmit();
  const [unsaved, setUnsaved] = useState(false);
  const record = model.record.value;

  const bringBack = async () => {
    // What is typed must be on the server first: otherwise it could not be brought back.
    if (!(await model.flush())) {
      setUnsaved(true);
      return;
    }
    const before = publicationOf(model);
    if (!(await submit.run(() => model.act((etag) => model.api.rollback(version.version, etag))))) return;
    forget(listPath(model.kind));
    onDone();
    const undo = async () => {
      try {
        await restorePublication(model, before);
        forget(listPath(model.kind));
      } catch {
        toaster.show({ message: texts.undoFailed });
      }
    };
    toaster.show({ message: texts.broughtBack(version.version), undo: () => void undo() });
  };

  return (
    <Dialog
      open
      onClose={onLeave}
      title={texts.bringBackTitle(version.version, record.lastVersion + 1)}
      actions={
        <>
          <Button onClick={onLeave}>{texts.cancel}</Button>
          <Button variant="primary" busy={submit.busy} onClick={() => void bringBack()}>
            {texts.bringBack}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>
          {texts.bringBackWhat} {texts.halfway[model.kind]}
        </p>
        <p class="muted">{texts.bringBackDraft}</p>
        {unsaved && (
          <Notice tone="bad" live="assertive">
            {texts.stillUnsaved}
          </Notice>
        )}
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {submit.problem.code === 'approval_required'
              ? textsOf(lifecycleTexts).approvalNeeded
              : submit.problem.status === 412
                ? texts.overtaken
                : texts.notPublished}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
