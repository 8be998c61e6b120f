import type { JSX } from 'preact';
import { classNames } from '../class-names.ts';
import { useUiTexts } from '../texts/ui-texts.ts';
import { useDelayed } from './use-delayed.ts';

/** Props of {@link Skeleton}. */
export interface SkeletonProps {
  /** The shape of what is coming: rows of a list, lines of a table, cards, or running text. */
  shape: 'rows' | 'table' | 'cards' | 'text';
  /** How many of them. Default 5, for cards 3. */
  count?: number | undefined;
  /** Said to screen readers; default "Loading". */
  label?: string | undefined;
  /** Milliseconds before it shows. Default 200. */
  delayMs?: number | undefined;
}

/** Widths in per cent that look like words; the same every time, so that nothing jumps. */
const WIDTHS: readonly (readonly [number, number])[] = [
  [42, 88],
  [56, 74],
  [38, 92],
  [50, 66],
  [46, 80],
];

/** The picture of what is on its way. Never a spinner; stands still under reduced motion. */
export function Skeleton({
  shape,
  count = shape === 'cards' ? 3 : 5,
  label,
  delayMs = 200,
}: SkeletonProps): JSX.Element {
  const texts = useUiTexts();
  const due = useDelayed(delayMs);
  const indexes = Array.from({ length: count }, (_, index) => index);
  return (
    <div class={classNames('skel', `skel-${shape}`)} role="status">
      <span class="vh">{label ?? texts.loading}</span>
      {due && indexes.map((index) => <Piece key={index} shape={shape} index={index} />)}
    </div>
  );
}

function Piece({ shape, index }: { shape: SkeletonProps['shape']; index: number }): JSX.Element {
  const [short, long] = WIDTHS[index % WIDTHS.length] ?? [50, 80];
  if (shape === 'text') return <Bar width={long} />;
  if (shape === 'table') {
    return (
      <div class="skr">
        <span class="sk sk-check" />
        <span class="grow">
          <Bar width={short} />
        </span>
        <span class="sk sk-end" />
        <span class="sk sk-end desk" />
      </div>
    );
  }
  return (
    <div class={shape === 'cards' ? 'card skc' : 'skr'}>
      <span class="sk sk-lead" />
      <span class="grow stack">
        <Bar width={short} />
        <Bar width={long} faint />
        {shape === 'cards' && <Bar width={long - 20} faint />}
      </span>
      {shape === 'rows' && <span class="sk sk-end" />}
    </div>
  );
}

function Bar({ width, faint }: { width: number; faint?: boolean }): JSX.Element {
  return <span class={classNames('sk', faint && 'faint')} style={{ inlineSize: `${width}%` }} />;
}
