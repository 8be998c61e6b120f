import { Button, Dialog } from '@banso/ui';
import { textsOf } from '../../../texts/use-texts.ts';
import { LinkFindings } from './link-findings.tsx';
import { linkTexts } from './texts.ts';

/** Looks at the links of the draft because somebody asked for it. */
export function LinksDialog({ onClose }: { onClose: () => void }) {
  const texts = textsOf(linkTexts);
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.check}
      actions={<Button onClick={onClose}>{texts.close}</Button>}
    >
      <LinkFindings onLeave={onClose} />
    </Dialog>
  );
}
