import { cloneElement } from 'preact';
import type { ComponentChildren, JSX, VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { classNames } from '../class-names.ts';
import { place } from './place.ts';

/** Props of {@link Tip}. */
export interface TipProps {
  /** Short text or a few lines; nothing in it can be pressed. */
  content: ComponentChildren;
  /** Exactly one element that can take the focus. */
  children: VNode<{ 'aria-describedby'?: string | undefined }>;
}

/** So that the pointer may cross other things, and may move onto the tip, in milliseconds. */
const OPEN_MS = 250;
const CLOSE_MS = 150;

/** Explains the thing it wraps: opens on hover and on keyboard focus, closes with Esc, stays while pointed at. */
export function Tip({ content, children }: TipProps): JSX.Element {
  const id = useId();
  const [open, setOpen] = useState(false);
  const host = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const timer = useRef<number | undefined>(undefined);

  const after = (ms: number, next: boolean) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), ms) as unknown as number;
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    const anchor = host.current?.firstElementChild;
    const bubble = tip.current;
    if (!open || !anchor || !bubble) return undefined;
    bubble.showPopover();
    place(bubble, anchor, { gap: 8 });
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Only the tip closes, not the dialog or drawer around it.
      event.preventDefault();
      event.stopPropagation();
      clearTimeout(timer.current);
      setOpen(false);
    };
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      bubble.hidePopover();
    };
  }, [open]);

  const describedBy = classNames(children.props['aria-describedby'], open && id);
  return (
    <span
      class="tip-host"
      ref={host}
      onMouseEnter={() => after(OPEN_MS, true)}
      onMouseLeave={() => after(CLOSE_MS, false)}
      onFocusIn={(event) => {
        if (event.target instanceof Element && event.target.matches(':focus-visible')) after(0, true);
      }}
      onFocusOut={() => after(0, false)}
    >
      {cloneElement(children, { 'aria-describedby': describedBy })}
      {open && (
        <span class="tip" id={id} role="tooltip" popover="manual" ref={tip}>
          {content}
        </span>
      )}
    </span>
  );
}
