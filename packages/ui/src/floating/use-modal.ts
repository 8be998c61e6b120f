import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Attributes for the native dialog. */
export interface ModalAttributes {
  ref: RefObject<HTMLDialogElement>;
  onCancel: (event: Event) => void;
  onClose: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onClick: (event: MouseEvent) => void;
}

/** How a dialog behaves, see {@link useModal}. */
export interface ModalOptions {
  /** Default `true`; otherwise the page behind stays usable. */
  modal?: boolean | undefined;
  /** A press on the backdrop closes it. Default `false`. */
  closeOnBackdrop?: boolean | undefined;
}

/**
 * Opens the native dialog when it appears on the page and puts the focus on `[autofocus]`, else the first field of
 * `.in`, else the title. Esc asks `onClose`. When it leaves the page the focus goes back to where it was.
 */
export function useModal(onClose: () => void, options: ModalOptions = {}): ModalAttributes {
  const { modal = true, closeOnBackdrop = false } = options;
  const ref = useRef<HTMLDialogElement | null>(null);
  const leaving = useRef(false);

  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    const opener = document.activeElement;
    if (modal) dialog.showModal();
    else dialog.show();
    const first =
      dialog.querySelector<HTMLElement>('[autofocus]') ??
      dialog.querySelector<HTMLElement>('.in :is(input, select, textarea):not([disabled])') ??
      dialog.querySelector<HTMLElement>('[data-title]');
    first?.focus();
    return () => {
      leaving.current = true;
      dialog.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [modal]);

  return {
    ref: ref as RefObject<HTMLDialogElement>,
    onCancel: (event) => {
      // A file input inside fires `cancel` too, and that one bubbles.
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      onClose();
    },
    onClose: () => {
      if (!leaving.current) onClose();
    },
    onKeyDown: (event) => {
      // Only modal dialogs get `cancel` from Esc.
      if (modal || event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onClose();
    },
    onClick: (event) => {
      if (closeOnBackdrop && event.target === event.currentTarget) onClose();
    },
  };
}
