import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../class-names.ts';
import { ClockIcon } from '../icons.ts';
import { Icon } from './icon.tsx';

/** Props of {@link Clock}. */
export interface ClockProps {
  /** The time left in words: "2 h 10 min". */
  children: ComponentChildren;
  /** `warn` under four hours, `bad` under one hour or late. Default: calm. */
  tone?: 'warn' | 'bad' | undefined;
}

/** Time that runs out. */
export function Clock({ children, tone }: ClockProps): JSX.Element {
  return (
    <span class={classNames('clock', tone)}>
      <Icon of={ClockIcon} size="s" />
      {children}
    </span>
  );
}
