import { IconButton, Menu, MoreIcon, WorkspaceIcon } from '@banso/ui';
import { may, me } from '../../../data/session.ts';
import { ContentDialogs } from '../list/content-dialogs.tsx';
import { useContentMenu } from '../list/use-content-menu.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { useEditor } from './editor-context.ts';

/** Everything that can be done with the content as a whole; loaded when the editor is open, since nobody waits for it. */
export function HeaderMenu({ onCopy }: { onCopy: () => void }) {
  const texts = wordsOf('editor');
  const { model } = useEditor();
  const menu = useContentMenu(model.kind, { act: model.act });
  const isCopied = may('write') && (me.value?.workspaces.length ?? 0) > 1;
  const copyItem = { id: 'copy-to', label: texts.copyTo, icon: WorkspaceIcon, onSelect: onCopy };
  return (
    <>
      <Menu
        label={texts.more}
        align="end"
        sections={[
          ...menu.sectionsOf(model.record.value),
          ...(isCopied ? [{ id: 'copies', items: [copyItem] }] : []),
        ]}
        trigger={(props) => <IconButton {...props} icon={MoreIcon} label={texts.more} />}
      />
      <ContentDialogs menu={menu} />
    </>
  );
}
