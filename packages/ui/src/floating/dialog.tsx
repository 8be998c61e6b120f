import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from '../class-names.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { CloseIcon } from '../icons.ts';
import { useUiTexts } from '../texts/ui-texts.ts';
import { useModal } from './use-modal.ts';

/** Props of {@link Dialog}. */
export interface DialogProps {
  open: boolean;
  /** Asked by Esc and the close button; the owner sets `open`. */
  onClose: () => void;
  /** A question or a sentence: what is about to happen. */
  title: ComponentChildren;
  /** Buttons, the way out first and the primary one last. */
  actions?: ComponentChildren;
  /** Makes the whole dialog a form: Enter in a field and a `type="submit"` button call it. */
  onSubmit?: (() => void) | undefined;
  /** 560 px, or 760 px when wide. */
  wide?: boolean | undefined;
  children?: ComponentChildren;
}

/** A modal dialog, for a decision that many people will see or a short form. Nothing is rendered while closed. */
export function Dialog(props: DialogProps): JSX.Element | null {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, actions, onSubmit, wide, children }: DialogProps): JSX.Element {
  const id = useId();
  const texts = useUiTexts();
  const modal = useModal(onClose);
  const inside = (
    <>
      <header>
        <h2 id={id} class="grow" tabIndex={-1} data-title="">
          {title}
        </h2>
        <IconButton icon={CloseIcon} label={texts.close} onClick={onClose} />
      </header>
      <div class="in">{children}</div>
      {actions !== undefined && <footer>{actions}</footer>}
    </>
  );
  return (
    <dialog {...modal} class={classNames('dialog', wide && 'wide')} aria-labelledby={id}>
      {onSubmit ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {inside}
        </form>
      ) : (
        inside
      )}
    </dialog>
  );
}
