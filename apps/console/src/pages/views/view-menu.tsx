import type { View } from '@banso/contract/view';
import { Button, DownIcon, Icon, Menu, type MenuItem, SaveViewIcon } from '@banso/ui';
import { useState } from 'preact/hooks';
import { ApiError } from '../../data/api.ts';
import { me } from '../../data/session.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { LoadedDialog } from '../contents/frame/loaded-dialog.tsx';
import { viewTexts } from './texts.ts';
import { changeView, createView, removeView } from './use-views.ts';

const loadDialog = () => import('./view-dialog.tsx').then((part) => part.ViewDialog);

/** Props of {@link ViewMenu}. */
export interface ViewMenuProps {
  page: View['page'];
  /** The saved view that is chosen. */
  view: View | undefined;
  /** The state of the list now, as a view would keep it. */
  query: Readonly<Record<string, string>>;
  /** The chosen view would keep something else now. */
  changed: boolean;
  onChosen: (view: View) => void;
  /** The chosen view is gone. */
  onGone: () => void;
}

/** Saves what a list is narrowed down to, and changes the view that is chosen. */
export function ViewMenu({ page, view, query, changed, onChosen, onGone }: ViewMenuProps) {
  const texts = textsOf(viewTexts);
  const [naming, setNaming] = useState<'new' | 'rename'>();
  const done = async (work: Promise<unknown>, said: string, undo?: () => void) => {
    try {
      await work;
      toaster.show({ message: said, undo });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      toaster.show({ message: texts.notDone });
    }
  };
  const own = view && view.owner.id === me.value?.member.id;
  const itemsOf = (chosen: View): MenuItem[] => [
    ...(changed
      ? [
          {
            id: 'update',
            label: texts.update(chosen.name),
            onSelect: () =>
              void done(changeView(chosen.id, { query: { ...query } }), texts.updated, () => {
                void done(changeView(chosen.id, { query: chosen.query }), texts.updated);
                onChosen(chosen);
              }),
          },
        ]
      : []),
    { id: 'new', label: texts.saveAs, onSelect: () => setNaming('new') },
    { id: 'rename', label: texts.rename, onSelect: () => setNaming('rename') },
    ...(own
      ? [
          {
            id: 'share',
            label: chosen.shared ? texts.makePersonal : texts.makeShared,
            onSelect: () => void done(changeView(chosen.id, { shared: !chosen.shared }), texts.updated),
          },
        ]
      : []),
    {
      id: 'remove',
      label: texts.remove,
      danger: true,
      onSelect: () => {
        onGone();
        const { name, query: kept, shared } = chosen;
        void done(removeView(chosen.id), texts.removed, () => {
          void done(createView({ page, name, query: kept, shared }).then(onChosen), texts.saved);
        });
      },
    },
  ];
  return (
    <>
      {view ? (
        <Menu
          label={texts.optionsOf(view.name)}
          align="end"
          sections={[{ id: 'view', items: itemsOf(view) }]}
          trigger={(props) => (
            <Button
              {...props}
              small
              variant="ghost"
              icon={SaveViewIcon}
              aria-label={texts.optionsOf(view.name)}
            >
              {texts.options} <Icon of={DownIcon} size="s" />
            </Button>
          )}
        />
      ) : (
        <Button small variant="ghost" icon={SaveViewIcon} onClick={() => setNaming('new')}>
          {texts.save}
        </Button>
      )}
      {naming && (
        <LoadedDialog
          load={loadDialog}
          props={{
            page,
            query,
            view: naming === 'rename' ? view : undefined,
            onClose: () => setNaming(undefined),
            onSaved: onChosen,
          }}
        />
      )}
    </>
  );
}
