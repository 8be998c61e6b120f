import type { JSX } from 'preact';
import { classNames } from '../class-names.ts';

/** Props of {@link Sparkline}. */
export interface SparklineProps {
  /** What it shows and how it went, read out: "Health over 90 days, 71 to 58". */
  label: string;
  /** Oldest first; `undefined` is a gap. */
  values: readonly (number | undefined)[];
  /** Ends of the scale. Same for all that stand together; for health 20 and 100, never their own extremes. */
  min: number;
  max: number;
  /** Only for a change that is detectable. Default grey. */
  tone?: 'good' | 'bad' | undefined;
}

/** A line the size of a word. */
export function Sparkline({ label, values, min, max, tone }: SparklineProps): JSX.Element {
  const step = values.length > 1 ? 100 / (values.length - 1) : 0;
  let path = '';
  let pen = 'M';
  for (const [index, value] of values.entries()) {
    if (value === undefined) pen = 'M';
    else {
      const share = Math.min(Math.max((value - min) / (max - min), 0), 1);
      path += `${pen}${(index * step).toFixed(1)} ${(19 - share * 18).toFixed(1)}`;
      pen = 'L';
    }
  }
  return (
    <svg
      class={classNames('spark', tone)}
      viewBox="0 0 100 20"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path d={path} />
    </svg>
  );
}
