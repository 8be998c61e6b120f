import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

/** Props of {@link NavGroup}. */
export interface NavGroupProps {
  label: string;
  /** `NavItem`s. */
  children: ComponentChildren;
}

/** Places that belong together, under a name; on the rail a thin line. */
export function NavGroup({ label, children }: NavGroupProps): JSX.Element {
  const id = useId();
  return (
    <div class="nav-g" role="group" aria-labelledby={id}>
      <p class="group" id={id}>
        <span>{label}</span>
      </p>
      {children}
    </div>
  );
}
