import type { ComponentChildren, JSX } from 'preact';

/** Props of {@link SectionHeader}. */
export interface SectionHeaderProps {
  title: ComponentChildren;
  /** Id of the heading, for `aria-labelledby` of the list below. */
  id?: string | undefined;
  count?: number | undefined;
  /** Grey words at the end: how it is sorted. Hidden on a phone. */
  end?: ComponentChildren;
}

/** Name of a group of rows, above its card. */
export function SectionHeader({ title, id, count, end }: SectionHeaderProps): JSX.Element {
  return (
    <div class="sec-h">
      <h2 id={id}>{title}</h2>
      {count !== undefined && <span class="n">{count}</span>}
      {end !== undefined && <span class="muted xs right desk">{end}</span>}
    </div>
  );
}
