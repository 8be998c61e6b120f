import type { ComponentChildren, JSX } from 'preact';

/** Props of {@link List}. */
export interface ListProps {
  /** Name of the list, or the id of its heading. */
  label?: string | undefined;
  labelledBy?: string | undefined;
  /** `ListRow`s. */
  children: ComponentChildren;
}

/** Rows of work in one card. */
export function List({ label, labelledBy, children }: ListProps): JSX.Element {
  return (
    <ul class="card list" aria-label={label} aria-labelledby={labelledBy}>
      {children}
    </ul>
  );
}
