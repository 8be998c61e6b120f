import type { JSX } from 'preact';
import { classNames } from '../class-names.ts';

/** What a sign in a chart means. */
export interface LegendItem {
  label: string;
  sign: 'line' | 'band' | 'dot' | 'dot-accent' | 'good' | 'bad' | 'neutral';
}

/** Props of {@link Legend}. */
export interface LegendProps {
  items: readonly LegendItem[];
}

/** The signs of a chart, for the head of its card. Hidden on a phone, where the text says it. */
export function Legend({ items }: LegendProps): JSX.Element {
  return (
    <span class="legend desk">
      {items.map((item) => (
        <span key={item.label}>
          <i class={classNames('lg', `lg-${item.sign}`)} />
          {item.label}
        </span>
      ))}
    </span>
  );
}
