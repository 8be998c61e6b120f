import { shareOf, type VariantKey } from '@banso/domain/experiment';
import { Button, Dialog, Notice } from '@banso/ui';
import { useState } from 'preact/hooks';
import { api } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { toaster } from '../../../shell/toaster.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { variantTexts } from '../../experiments/variant-texts.ts';
import { recordPath, schemasOf } from '../content-kind.ts';
import { useEditor } from '../frame/editor-context.ts';

/** Ends the variants: the draft becomes the chosen one. Undo brings the draft back as it was. */
export function WinnerDialog({ of, onClose }: { of: VariantKey | null; onClose: () => void }) {
  const texts = textsOf(variantTexts);
  const { model, go } = useEditor();
  const submit = useSubmit();
  const [unsaved, setUnsaved] = useState(false);
  const { experiment } = model.draft.value.delivery;
  const [name] = useState(
    (experiment?.variants && shareOf(experiment.variants, of)?.name) || texts.letter(of ?? 'base'),
  );

  const choose = async () => {
    // what is typed is part of what is chosen
    if (!(await model.flush())) {
      setUnsaved(true);
      return;
    }
    const before = model.draft.peek();
    const { kind } = model;
    const path = `${recordPath(kind, model.record.peek().id)}/winner`;
    const done = await submit.run(() =>
      model.act(async (etag) => {
        const answer = await api.call('POST', path, {
          schema: schemasOf(kind).Record,
          body: { variant: of ?? 'base' },
          etag,
        });
        return { record: answer.data, etag: answer.etag };
      }),
    );
    if (!done) return;
    go({ variant: undefined });
    onClose();
    toaster.show({ message: texts.won(name), undo: () => model.edit(() => before) });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.winTitle(name)}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" busy={submit.busy} onClick={() => void choose()}>
            {texts.winDo}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{texts.winWhat}</p>
        {(unsaved || submit.problem) && (
          <Notice tone="bad" live="assertive">
            {unsaved ? texts.unsaved : texts.failed}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
