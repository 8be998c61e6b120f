import { Button, Dialog, Field, Input, Notice } from '@banso/ui';
import { useState } from 'preact/hooks';
import { useSubmit } from '../../../data/submit.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import type { ContentSummary } from '../model/content-draft.ts';
import { ContentTagsDialog } from '../tags/content-tags-dialog.tsx';
import { contentTexts } from '../texts/content.ts';
import type { ContentMenu, ContentQuestion } from './use-content-menu.ts';

/** Props of {@link QuestionDialog}. */
export interface QuestionDialogProps {
  menu: ContentMenu;
  question: ContentQuestion;
  onClose: () => void;
}

/** What a content menu asks before something happens. */
export function QuestionDialog({ menu, question }: QuestionDialogProps) {
  const { type, content } = question;
  if (type === 'tags') return <ContentTagsDialog menu={menu} content={content} />;
  return type === 'rename' ? (
    <RenameDialog menu={menu} content={content} />
  ) : (
    <ArchiveDialog menu={menu} content={content} />
  );
}

function RenameDialog({ menu, content }: { menu: ContentMenu; content: ContentSummary }) {
  const texts = textsOf(contentTexts);
  const submit = useSubmit();
  const [name, setName] = useState(content.name);
  const [tried, setTried] = useState(false);
  const error = tried && name.trim() === '' ? texts.nameNeeded : submit.errorAt('name');
  const save = () => {
    setTried(true);
    if (name.trim() !== '') void submit.run(() => menu.change(content, { name: name.trim() }, texts.renamed));
  };
  return (
    <Dialog
      open
      onClose={menu.leave}
      title={texts.renameTitle}
      onSubmit={save}
      actions={
        <>
          <Button onClick={menu.leave}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {texts.rename}
          </Button>
        </>
      }
    >
      <div class="fields">
        <Field label={texts.name} hint={texts.nameHint} error={error}>
          <Input value={name} maxLength={200} onValue={setName} />
        </Field>
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {submit.problem.status === 412 ? texts.overtaken : texts.notDone}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

function ArchiveDialog({ menu, content }: { menu: ContentMenu; content: ContentSummary }) {
  const texts = textsOf(contentTexts);
  const submit = useSubmit();
  return (
    <Dialog
      open
      onClose={menu.leave}
      title={texts.archiveTitle(content.name)}
      actions={
        <>
          <Button onClick={menu.leave}>{texts.cancel}</Button>
          <Button
            variant="danger"
            busy={submit.busy}
            onClick={() => void submit.run(() => menu.archive(content))}
          >
            {texts.archive}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{texts.archiveWhat}</p>
        <p class="muted">{texts.archiveKept}</p>
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {submit.problem.status === 412 ? texts.overtaken : texts.notDone}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
