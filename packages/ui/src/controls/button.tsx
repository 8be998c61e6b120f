import type { ButtonHTMLAttributes, ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from '../class-names.ts';
import { Tip } from '../floating/tip.tsx';
import { Icon } from '../show/icon.tsx';
import type { IconShape } from '../show/icon.tsx';

/** How much a button wants to be pressed. One primary a view; danger only for what cannot be undone. */
export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

/** Props of {@link Button}; every attribute of a native button passes through, `ref` included. */
export interface ButtonProps extends Omit<ButtonHTMLAttributes, 'disabled' | 'size' | 'icon'> {
  /** Default `secondary`. */
  variant?: ButtonVariant | undefined;
  /** 28 px instead of 32 px high. */
  small?: boolean | undefined;
  icon?: IconShape | undefined;
  /** Work is under way: the label stays, a second press does nothing. */
  busy?: boolean | undefined;
  /**
   * Why the button does nothing now, in one sentence. The button stays reachable (`aria-disabled`), shows the
   * reason on hover and focus and reads it out. Without a reason there is no way to disable a button.
   */
  disabledReason?: string | undefined;
  children: ComponentChildren;
}

/** A button. Its label is a verb; it never submits a form unless `type="submit"` says so. */
export function Button({ variant = 'secondary', small, icon, children, ...rest }: ButtonProps): JSX.Element {
  return (
    <PlainButton {...rest} look={classNames(variant !== 'secondary' && variant, small && 'small')}>
      {icon && <Icon of={icon} />}
      {children}
    </PlainButton>
  );
}

/** Props of {@link PlainButton}. */
export interface PlainButtonProps extends Omit<ButtonProps, 'variant' | 'small' | 'icon'> {
  look: string | undefined;
}

/** What `Button` and `IconButton` share: busy and refused presses, the reason, the type. Not exported by the kit. */
export function PlainButton({
  look,
  busy,
  disabledReason,
  children,
  ...rest
}: PlainButtonProps): JSX.Element {
  const reasonId = useId();
  const idle = Boolean(busy) || disabledReason !== undefined;
  const describedBy = classNames(
    typeof rest['aria-describedby'] === 'string' && rest['aria-describedby'],
    disabledReason !== undefined && reasonId,
  );
  const button = (
    <button
      type="button"
      {...rest}
      class={classNames('btn', look, typeof rest.class === 'string' && rest.class)}
      aria-busy={busy ? 'true' : undefined}
      aria-disabled={idle ? 'true' : undefined}
      aria-describedby={describedBy}
      onClick={idle ? refuse : rest.onClick}
    >
      {children}
      {disabledReason !== undefined && (
        <span hidden id={reasonId}>
          {disabledReason}
        </span>
      )}
    </button>
  );
  return disabledReason === undefined ? button : <Tip content={disabledReason}>{button}</Tip>;
}

function refuse(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
