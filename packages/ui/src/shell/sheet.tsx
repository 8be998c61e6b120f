import type { ComponentChildren, JSX } from 'preact';
import { useModal } from '../floating/use-modal.ts';

/** Props of {@link Sheet}. */
export interface SheetProps {
  open: boolean;
  label: string;
  /** Asked by Esc, a press beside it, and a press on a link inside it. */
  onClose: () => void;
  children: ComponentChildren;
}

/** A panel that comes up from the bottom of a phone. */
export function Sheet(props: SheetProps): JSX.Element | null {
  return props.open ? <OpenSheet {...props} /> : null;
}

function OpenSheet({ label, onClose, children }: SheetProps): JSX.Element {
  const { onClick, ...modal } = useModal(onClose, { closeOnBackdrop: true });
  return (
    <dialog
      {...modal}
      class="sheet"
      aria-label={label}
      onClick={(event) => {
        onClick(event);
        if (event.target instanceof Element && event.target.closest('a')) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
