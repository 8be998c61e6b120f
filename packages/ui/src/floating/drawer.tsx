import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from '../class-names.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { CloseIcon } from '../icons.ts';
import { useUiTexts } from '../texts/ui-texts.ts';
import { useModal } from './use-modal.ts';

/** Props of {@link Drawer}. */
export interface DrawerProps {
  open: boolean;
  /** Asked by Esc, the close button and, when modal, a press beside it. */
  onClose: () => void;
  title: ComponentChildren;
  /** Grey words after the title. */
  meta?: ComponentChildren;
  actions?: ComponentChildren;
  /** Default `true`. `false` keeps the list behind it usable, for walking through rows. */
  modal?: boolean | undefined;
  /** No padding: a table or a list fills it. */
  flush?: boolean | undefined;
  children: ComponentChildren;
}

/** A panel at the end of the window for looking closer without leaving the page; on a phone it fills the screen. */
export function Drawer(props: DrawerProps): JSX.Element | null {
  return props.open ? <OpenDrawer {...props} /> : null;
}

function OpenDrawer({
  onClose,
  title,
  meta,
  actions,
  modal = true,
  flush,
  children,
}: DrawerProps): JSX.Element {
  const id = useId();
  const texts = useUiTexts();
  const attributes = useModal(onClose, { modal, closeOnBackdrop: true });
  return (
    <dialog {...attributes} class="drawer" aria-labelledby={id}>
      <header>
        <h2 id={id} class="grow" tabIndex={-1} data-title="">
          {title}
          {meta !== undefined && <span class="muted reg"> {meta}</span>}
        </h2>
        {actions}
        <IconButton icon={CloseIcon} label={texts.close} onClick={onClose} />
      </header>
      <div class={classNames('in', flush && 'flush')}>{children}</div>
    </dialog>
  );
}
