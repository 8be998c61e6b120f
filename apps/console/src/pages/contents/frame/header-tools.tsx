import { IconButton, LinkIcon } from '@banso/ui';
import { useState } from 'preact/hooks';
import { textsOf } from '../../../texts/use-texts.ts';
import { linkTexts } from '../links/texts.ts';
import { ColleaguesHere } from './colleagues-here.tsx';
import { LoadedDialog } from './loaded-dialog.tsx';
import { VariantSwitch } from '../variants/variant-switch.tsx';
import { UndoButtons } from './undo-buttons.tsx';

const loadLinks = () => import('../links/links-dialog.tsx').then((part) => part.LinksDialog);

/** What stands in the header for whoever edits; loaded when the editor is open, since nobody waits for it. */
export function HeaderTools() {
  const [isChecking, setChecking] = useState(false);
  return (
    <>
      <ColleaguesHere />
      <VariantSwitch />
      <UndoButtons />
      <IconButton icon={LinkIcon} label={textsOf(linkTexts).check} onClick={() => setChecking(true)} />
      {isChecking && <LoadedDialog load={loadLinks} props={{ onClose: () => setChecking(false) }} />}
    </>
  );
}
