import { Button, Dialog, Notice } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import type { SegmentForm } from './segment-form.ts';
import { segmentTexts } from './texts.ts';

/** Asks before a segment is deleted; says what needs it where that is refused. */
export function DeleteDialog({
  name,
  form,
  onClose,
}: {
  name: string;
  form: SegmentForm;
  onClose: () => void;
}) {
  const texts = textsOf(segmentTexts);
  const { route } = useLocation();
  const { submit } = form;
  const needing = submit.refused.filter(({ code }) => code === 'in_use');
  const remove = async () => {
    if (!(await form.remove())) return;
    toaster.show({ message: texts.deleted });
    route('/console/segments', true);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.deleteTitle(name)}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="danger" busy={submit.busy} onClick={() => void remove()}>
            {texts.delete}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{texts.deleteWhat}</p>
        {needing.length > 0 && (
          <Notice tone="bad" live="assertive" title={texts.inUse}>
            {needing.map(({ message }) => `“${message}”`).join(', ')}
          </Notice>
        )}
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {texts.refusals[submit.problem.code] ?? texts.notSaved}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
