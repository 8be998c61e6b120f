import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { place } from './place.ts';
import type { Placement } from './place.ts';

/** Attributes for the button that opens a popover; spread them on `Button` or `IconButton`. */
export interface PopoverTrigger {
  id: string;
  popovertarget: string;
  'aria-haspopup': 'menu' | 'listbox' | 'dialog';
  'aria-expanded': 'true' | 'false';
  'aria-controls': string;
}

type Toggling = Pick<ToggleEvent, 'target' | 'newState'>;

/** Attributes for the popover itself. */
export interface PopoverAttributes {
  id: string;
  popover: 'auto';
  ref: (element: HTMLElement | null) => void;
  onBeforeToggle: (event: Toggling) => void;
  onToggle: (event: Toggling) => void;
}

/** A popover and its button, see {@link usePopover}. */
export interface Popover {
  open: boolean;
  trigger: PopoverTrigger;
  attributes: PopoverAttributes;
  show: () => void;
  hide: () => void;
}

/**
 * A native popover that stands next to its button, closes with Esc and by a press elsewhere, and gives the focus
 * back. `onOpen` runs when it has its place, to move the focus inside.
 */
export function usePopover(
  kind: PopoverTrigger['aria-haspopup'],
  onOpen: (popover: HTMLElement) => void,
  placement: Placement = {},
): Popover {
  const id = useId();
  const [open, setOpen] = useState(false);
  const element = useRef<HTMLElement | null>(null);
  const hadFocus = useRef(false);
  const triggerId = `${id}-t`;
  const popoverId = `${id}-p`;

  const settle = () => {
    const anchor = document.getElementById(triggerId);
    if (anchor && element.current?.matches(':popover-open')) place(element.current, anchor, placement);
  };

  useEffect(() => {
    if (!open) return undefined;
    addEventListener('resize', settle);
    addEventListener('scroll', settle, true);
    return () => {
      removeEventListener('resize', settle);
      removeEventListener('scroll', settle, true);
    };
  });

  const onBeforeToggle = (event: Toggling) => {
    if (event.target !== element.current) return;
    if (event.newState === 'closed') {
      hadFocus.current = element.current?.contains(document.activeElement) ?? false;
      return;
    }
    setOpen(true);
    // The popover has a size after this task; the frame is drawn after this callback, so nothing jumps.
    requestAnimationFrame(() => {
      settle();
      if (element.current) onOpen(element.current);
    });
  };

  const onToggle = (event: Toggling) => {
    if (event.target !== element.current || event.newState === 'open') return;
    setOpen(false);
    const focused = document.activeElement;
    const lost = focused === null || focused === document.body || element.current?.contains(focused);
    if (hadFocus.current && lost) document.getElementById(triggerId)?.focus();
  };

  return {
    open,
    trigger: {
      id: triggerId,
      popovertarget: popoverId,
      'aria-haspopup': kind,
      'aria-expanded': open ? 'true' : 'false',
      'aria-controls': popoverId,
    },
    attributes: {
      id: popoverId,
      popover: 'auto',
      ref: (found) => {
        element.current = found;
      },
      onBeforeToggle,
      onToggle,
    },
    show: () => element.current?.showPopover(),
    hide: () => element.current?.hidePopover(),
  };
}
