import type { JSX } from 'preact';
import { classNames } from '../class-names.ts';
import { Icon } from '../show/icon.tsx';
import type { IconShape } from '../show/icon.tsx';
import { PlainButton } from './button.tsx';
import type { ButtonProps, ButtonVariant } from './button.tsx';

/** Props of {@link IconButton}. */
export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'label'> {
  icon: IconShape;
  /** What the button does; read out, and shown on hover. */
  label: string;
  /** Default `ghost`. */
  variant?: ButtonVariant | undefined;
  /** Default `true`. */
  small?: boolean | undefined;
  /** Follows the reading direction: next and previous. */
  directional?: boolean | undefined;
}

/** A square button with an icon only. */
export function IconButton({
  icon,
  label,
  variant = 'ghost',
  small = true,
  directional,
  ...rest
}: IconButtonProps): JSX.Element {
  const look = classNames('icon', variant !== 'secondary' && variant, small && 'small');
  return (
    <PlainButton
      title={rest.disabledReason === undefined ? label : undefined}
      {...rest}
      look={look}
      aria-label={label}
    >
      <Icon of={icon} directional={directional} />
    </PlainButton>
  );
}
