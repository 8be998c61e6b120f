import type { ComponentChildren, JSX, LooseAnchorHTMLAttributes } from 'preact';
import { classNames } from '../class-names.ts';
import { Icon } from '../show/icon.tsx';
import type { IconShape } from '../show/icon.tsx';
import type { ButtonVariant } from './button.tsx';

/** Props of {@link ButtonLink}; every attribute of a native link passes through. */
export type ButtonLinkProps = Omit<LooseAnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'role'> & {
  href: string;
  variant?: ButtonVariant | undefined;
  small?: boolean | undefined;
  icon?: IconShape | undefined;
  /** Only the icon is seen; then `aria-label` is needed. */
  iconOnly?: boolean | undefined;
  children?: ComponentChildren;
};

/** A link that looks like a button: it goes somewhere, so middle click and "open in new tab" work. */
export function ButtonLink({
  variant = 'secondary',
  small,
  icon,
  iconOnly,
  children,
  ...rest
}: ButtonLinkProps): JSX.Element {
  const look = classNames(
    'btn',
    variant !== 'secondary' && variant,
    small && 'small',
    iconOnly && 'icon',
    typeof rest.class === 'string' && rest.class,
  );
  return (
    <a {...rest} class={look}>
      {icon && <Icon of={icon} />}
      {children}
    </a>
  );
}
