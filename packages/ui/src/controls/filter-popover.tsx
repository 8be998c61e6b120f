import type { ComponentChildren, JSX } from 'preact';
import { usePopover } from '../floating/use-popover.ts';
import { DownIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';
import type { IconShape } from '../show/icon.tsx';

/** Props of {@link FilterPopover}. */
export interface FilterPopoverProps {
  label: string;
  /** The value in words: "Last 90 days". */
  value: ComponentChildren;
  icon?: IconShape | undefined;
  /** Draws the inside; `close` gives the focus back to the chip. */
  children: (close: () => void) => ComponentChildren;
}

/** A filter chip whose inside is drawn by the page: a period, a number, two lists at once. */
export function FilterPopover({ label, value, icon, children }: FilterPopoverProps): JSX.Element {
  const popover = usePopover('dialog', (panel) =>
    panel.querySelector<HTMLElement>('[autofocus], input, select, button, a')?.focus(),
  );
  return (
    <span class="chip filter">
      <button type="button" class="chip-b" {...popover.trigger}>
        {icon && <Icon of={icon} size="s" />}
        {label} <b>{value}</b>
        <Icon of={DownIcon} size="s" />
      </button>
      <div {...popover.attributes} class="menu pop" role="dialog" aria-label={label}>
        {popover.open && children(popover.hide)}
      </div>
    </span>
  );
}
