import type { JSX } from 'preact';
import { classNames } from '../class-names.ts';
import { Icon } from '../show/icon.tsx';
import type { IconShape } from '../show/icon.tsx';

/** Props of {@link NavItem}. */
export interface NavItemProps {
  href: string;
  label: string;
  icon: IconShape;
  current?: boolean | undefined;
  /** How many things wait there; 0 and undefined show nothing. On the rail it is a dot if `hot`. */
  count?: number | undefined;
  /** Something among them is for this person now. */
  hot?: boolean | undefined;
}

/** One place in the navigation. On the rail only the icon is seen; the name stays for screen readers and on hover. */
export function NavItem({ href, label, icon, current, count = 0, hot }: NavItemProps): JSX.Element {
  return (
    <a href={href} title={label} aria-current={current ? 'page' : undefined}>
      <Icon of={icon} />
      <span class="tx">{label}</span>
      {count > 0 && <span class={classNames('n', hot && 'hot')}>{count}</span>}
    </a>
  );
}
