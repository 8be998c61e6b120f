import { Button, IconButton, LinkIcon, SendIcon } from '@banso/ui';
import { useState } from 'preact/hooks';
import { may } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { linkTexts } from '../links/texts.ts';
import { loadShare } from '../share/load-share.ts';
import { shareWord } from '../share/share-word.ts';
import { useEditor } from './editor-context.ts';
import { ColleaguesHere } from './colleagues-here.tsx';
import { LoadedDialog } from './loaded-dialog.tsx';
import { VariantSwitch } from '../variants/variant-switch.tsx';
import { UndoButtons } from './undo-buttons.tsx';

const loadLinks = () => import('../links/links-dialog.tsx').then((part) => part.LinksDialog);

/** What stands in the header for whoever edits; loaded when the editor is open, since nobody waits for it. */
export function HeaderTools() {
  const [isChecking, setChecking] = useState(false);
  const [isSharing, setSharing] = useState(false);
  const { model } = useEditor();
  const isShared = model.kind === 'survey' && may('publish');
  return (
    <>
      <ColleaguesHere />
      <VariantSwitch />
      <UndoButtons />
      <IconButton icon={LinkIcon} label={textsOf(linkTexts).check} onClick={() => setChecking(true)} />
      {isShared && (
        <Button icon={SendIcon} onClick={() => setSharing(true)}>
          {textsOf(shareWord)}
        </Button>
      )}
      {isSharing && <LoadedDialog load={loadShare} props={{ onClose: () => setSharing(false) }} />}
      {isChecking && <LoadedDialog load={loadLinks} props={{ onClose: () => setChecking(false) }} />}
    </>
  );
}
