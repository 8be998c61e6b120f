import type { JSX } from 'preact';
import { useUiTexts } from '../texts/ui-texts.ts';

/** Props of {@link ProgressRing}. */
export interface ProgressRingProps {
  done: number;
  all: number;
  /** Read out before "2 of 5". */
  label: string;
  /** Outer size in pixels, default 34. */
  size?: number | undefined;
}

/** How many of a few, as a ring. The figure stands beside it in words. */
export function ProgressRing({ done, all, label, size = 34 }: ProgressRingProps): JSX.Element {
  const texts = useUiTexts();
  const share = all > 0 ? Math.min(Math.max(done / all, 0), 1) : 0;
  return (
    <svg
      class="ring"
      viewBox="0 0 36 36"
      width={size}
      height={size}
      role="img"
      aria-label={`${label}: ${texts.doneOf(done, all)}`}
    >
      <circle cx="18" cy="18" r="15" />
      {share > 0 && (
        <circle
          class="ring-d"
          cx="18"
          cy="18"
          r="15"
          pathLength="100"
          stroke-dasharray={`${share * 100} 100`}
        />
      )}
    </svg>
  );
}
