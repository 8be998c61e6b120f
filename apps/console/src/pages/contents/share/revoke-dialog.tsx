import { Button, Dialog, Notice } from '@banso/ui';
import * as z from 'zod';
import { api } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { shareTexts } from './texts.ts';

/** Props of {@link RevokeDialog}. */
export interface RevokeDialogProps {
  /** What is called. */
  path: string;
  title: string;
  label: string;
  onClose: () => void;
  onDone: () => void;
}

/** Asks before links are ended for good. */
export function RevokeDialog({ path, title, label, onClose, onDone }: RevokeDialogProps) {
  const texts = textsOf(shareTexts);
  const submit = useSubmit();
  const revoke = async () => {
    await api.call('POST', path, { schema: z.looseObject({}), body: {} });
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={() => void submit.run(revoke)}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="danger" type="submit" busy={submit.busy}>
            {label}
          </Button>
        </>
      }
    >
      <p>{texts.sureWhat}</p>
      {submit.problem && (
        <Notice tone="bad" live="assertive" title={texts.failed}>
          {submit.problem.message}
        </Notice>
      )}
    </Dialog>
  );
}
