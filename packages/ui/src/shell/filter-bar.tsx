import type { ComponentChildren, JSX } from 'preact';

/** Props of {@link FilterBar}. */
export interface FilterBarProps {
  /** Name of the group, for screen readers. */
  label: string;
  /** `FilterChip`s, and a ghost button to add one. */
  children: ComponentChildren;
  /** Grey words at the end: what is counted, when it was updated. Hidden on a phone. */
  end?: ComponentChildren;
}

/** The row of filters under a page header; on a phone it scrolls sideways. */
export function FilterBar({ label, children, end }: FilterBarProps): JSX.Element {
  return (
    <div class="fbar" role="group" aria-label={label}>
      {children}
      {end !== undefined && <span class="muted xs right desk">{end}</span>}
    </div>
  );
}
