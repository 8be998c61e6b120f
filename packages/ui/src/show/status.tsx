import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../class-names.ts';

/** Circle good, triangle watch, square poor, ring unknown or closed, accent circle for information. */
export type StatusTone = 'good' | 'warn' | 'bad' | 'info' | 'none';

/** Props of {@link Status}. */
export interface StatusProps {
  tone: StatusTone;
  label: ComponentChildren;
  /** Only the shape is seen; the word is still read out. */
  hideLabel?: boolean | undefined;
  small?: boolean | undefined;
  muted?: boolean | undefined;
}

/** A shape for the eye and a word for everyone. The word is in ink, only the shape is coloured. */
export function Status({ tone, label, hideLabel, small, muted }: StatusProps): JSX.Element {
  return (
    <span class={classNames('st', tone, small && 'xs', muted && 'muted')}>
      <span class={hideLabel ? 'vh' : undefined}>{label}</span>
    </span>
  );
}
