import type { JSX, TextareaHTMLAttributes } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { classNames } from '../class-names.ts';
import { useFieldAttributes } from './field-context.ts';

/** Props of {@link TextArea}; every attribute of a native text area passes through except `ref`. */
export type TextAreaProps = Omit<TextareaHTMLAttributes, 'ref'> & {
  /** The text after every change, composition included. */
  onValue?: ((value: string) => void) | undefined;
  /** Ctrl-Enter or ⌘-Enter, never while an input method is composing. Enter alone is a new line. */
  onCommit?: (() => void) | undefined;
  mono?: boolean | undefined;
  /** The native element, for focus. */
  areaRef?: ((area: HTMLTextAreaElement | null) => void) | undefined;
};

/** Text of several lines that grows with what is written, from `rows` (2) up to 60 % of the window. */
export function TextArea({ onValue, onCommit, mono, areaRef, ...rest }: TextAreaProps): JSX.Element {
  const field = useFieldAttributes();
  const area = useRef<HTMLTextAreaElement | null>(null);
  useLayoutEffect(() => {
    if (area.current) grow(area.current);
  }, [rest.value]);

  return (
    <textarea
      rows={2}
      {...field}
      {...rest}
      ref={(element) => {
        area.current = element;
        areaRef?.(element);
      }}
      class={classNames('input grows', mono && 'mono', typeof rest.class === 'string' && rest.class)}
      onInput={(event) => {
        rest.onInput?.(event);
        onValue?.(event.currentTarget.value);
        grow(event.currentTarget);
      }}
      onKeyDown={(event) => {
        rest.onKeyDown?.(event);
        if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onCommit?.();
      }}
    />
  );
}

/** For engines without `field-sizing`; the others grow by style sheet. */
function grow(area: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}
