import type { View } from '@banso/contract/view';
import { Button, Checkbox, Dialog, Field, Input, Notice } from '@banso/ui';
import { useState } from 'preact/hooks';
import { useSubmit } from '../../data/submit.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { viewTexts } from './texts.ts';
import { changeView, createView } from './use-views.ts';

/** Props of {@link ViewDialog}. */
export interface ViewDialogProps {
  page: View['page'];
  /** What a new view keeps. */
  query: Readonly<Record<string, string>>;
  /** The view that is renamed; undefined: a new one. */
  view?: View | undefined;
  onClose: () => void;
  onSaved?: ((view: View) => void) | undefined;
}

/** Gives a view its name: a new one, or one that is there. */
export function ViewDialog({ page, query, view, onClose, onSaved }: ViewDialogProps) {
  const texts = textsOf(viewTexts);
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(false);
  const [tried, setTried] = useState(false);
  const submit = useSubmit();
  const save = () => {
    setTried(true);
    const given = name.trim();
    if (given === '') return;
    void submit.run(async () => {
      if (view) await changeView(view.id, { name: given });
      else onSaved?.(await createView({ page, name: given, query: { ...query }, shared }));
      toaster.show({ message: view ? texts.updated : texts.saved });
      onClose();
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={view ? texts.renameOf(view.name) : texts.saveAs}
      onSubmit={save}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {texts.ok}
          </Button>
        </>
      }
    >
      <div class="fields">
        <Field
          label={texts.name}
          {...(!view && { hint: texts.what })}
          error={tried && name.trim() === '' ? texts.needed : undefined}
        >
          <Input value={name} onValue={setName} maxLength={80} />
        </Field>
        {!view && <Checkbox label={texts.share} checked={shared} onChange={setShared} />}
        {(submit.problem ?? submit.refused[0]) && (
          <Notice tone="bad" live="assertive">
            {texts.notDone}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
