import type { JSX } from 'preact';
import { classNames } from '../class-names.ts';

/** Props of {@link ProgressBar}. */
export interface ProgressBarProps {
  /** What is under way, or what is measured; read out. */
  label: string;
  value: number;
  /** Default 100. */
  max?: number | undefined;
  /** Read out in place of the per cent: "6,204 of 10,000". */
  valueText?: string | undefined;
  /** Default accent; `mute` is grey, for a share among others. */
  tone?: 'good' | 'warn' | 'bad' | 'mute' | undefined;
  /** `measure` is a share that stands still; `task`, the default, is work that moves on. */
  kind?: 'task' | 'measure' | undefined;
}

/** How much of a whole. The figure stands beside it in words. */
export function ProgressBar(props: ProgressBarProps): JSX.Element {
  const { label, value, max = 100, valueText, tone, kind = 'task' } = props;
  const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0;
  return (
    <span
      class={classNames('progress', tone)}
      role={kind === 'task' ? 'progressbar' : 'meter'}
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuetext={valueText}
    >
      <i style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}
