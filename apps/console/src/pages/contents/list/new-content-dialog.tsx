import type { ContentKind } from '@banso/domain/content';
import { Button, Dialog, Field, Input, Notice } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { useSubmit } from '../../../data/submit.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { editorHref } from '../content-kind.ts';
import { contentTexts } from '../texts/content.ts';
import { listTexts } from '../texts/list.ts';
import { createContent } from './create-content.ts';

/** Asks for a name, then opens the editor on what the server starts a content of this kind from. */
export function NewContentDialog({ kind, onClose }: { kind: ContentKind; onClose: () => void }) {
  const texts = textsOf(listTexts);
  const words = textsOf(contentTexts);
  const { route } = useLocation();
  const submit = useSubmit();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const create = () => {
    setTried(true);
    if (name.trim() === '') return;
    void submit.run(async () => route(editorHref(kind, await createContent(kind, name.trim()))));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.newTitle[kind]}
      onSubmit={create}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {texts.create}
          </Button>
        </>
      }
    >
      <div class="fields">
        <Field
          label={words.name}
          hint={words.nameHint}
          error={tried && name.trim() === '' ? words.nameNeeded : submit.errorAt('name')}
        >
          <Input value={name} maxLength={200} onValue={setName} />
        </Field>
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {words.notDone}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
