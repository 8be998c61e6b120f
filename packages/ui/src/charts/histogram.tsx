import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Status } from '../show/status.tsx';
import type { StatusTone } from '../show/status.tsx';
import { useUiTexts } from '../texts/ui-texts.ts';
import { ChartTable } from './chart-table.tsx';
import { formatShare } from './points-format.ts';

/** Props of {@link Histogram}. */
export interface HistogramProps {
  /** "Distribution of scores 0 to 10". */
  title: string;
  /** Eleven counts, for the answers 0 to 10. */
  counts: readonly number[];
  /** A press on a count opens the answers with that score. */
  onOpen?: ((score: number) => void) | undefined;
  /** Height of the plot in pixels. Default 186. */
  height?: number | undefined;
}

/**
 * How many people gave which answer from 0 to 10: red up to 6, grey, green from 9, with the three groups under it.
 * @throws {RangeError} when there are not eleven counts.
 */
export function Histogram({ title, counts, onOpen, height = 186 }: HistogramProps): JSX.Element {
  if (counts.length !== 11) throw new RangeError(`A histogram needs eleven counts, got ${counts.length}`);
  const texts = useUiTexts();
  const id = useId();
  const tallest = Math.max(1, ...counts);
  const all = sum(counts);
  const number = (value: number) => value.toLocaleString(texts.locale);
  const share = (value: number) => formatShare(value, all, texts.locale);
  const high = (count: number) => (count / tallest) * 95;

  return (
    <div class="chart">
      <div class="plot hist" style={{ blockSize: `${height}px` }}>
        <svg viewBox="0 0 110 100" preserveAspectRatio="none" role="img" aria-labelledby={`${id}t ${id}d`}>
          <title id={`${id}t`}>{title}</title>
          <desc id={`${id}d`}>{counts.map((count, score) => `${score}: ${number(count)}`).join(', ')}</desc>
          {counts.map((count, score) => (
            <rect
              key={score}
              class={groupOf(score)}
              x={score * 10 + 1}
              y={(100 - high(count)).toFixed(2)}
              width="8"
              height={high(count).toFixed(2)}
            />
          ))}
          <path class="g-zero" d="M0 100H110" />
        </svg>
        {counts.map((count, score) => {
          const left = `${((score + 0.5) / 11) * 100}%`;
          const above = { left, bottom: `${high(count)}%` };
          return [
            onOpen && count > 0 ? (
              <button
                key={`v${score}`}
                type="button"
                class="lb v"
                style={above}
                aria-label={`${texts.score} ${score}: ${number(count)}`}
                onClick={() => onOpen(score)}
              >
                {number(count)}
              </button>
            ) : (
              <span key={`v${score}`} class="lb v" style={above} aria-hidden="true">
                {number(count)}
              </span>
            ),
            <span key={`x${score}`} class="lb x" style={{ left }} aria-hidden="true">
              {score}
            </span>,
          ];
        })}
      </div>
      <dl class="dpn">
        <Group
          tone="bad"
          label={texts.detractors}
          count={sum(counts.slice(0, 7))}
          number={number}
          share={share}
        />
        <Group
          tone="none"
          label={texts.passives}
          count={sum(counts.slice(7, 9))}
          number={number}
          share={share}
        />
        <Group
          tone="good"
          label={texts.promoters}
          count={sum(counts.slice(9))}
          number={number}
          share={share}
        />
      </dl>
      <ChartTable
        caption={title}
        headers={[texts.score, texts.answers, texts.share]}
        rows={counts.map((count, score) => [String(score), number(count), share(count)])}
      />
    </div>
  );
}

interface GroupProps {
  tone: StatusTone;
  label: string;
  count: number;
  number: (value: number) => string;
  share: (value: number) => string;
}

function Group({ tone, label, count, number, share }: GroupProps): JSX.Element {
  return (
    <div>
      <dt>
        <Status tone={tone} label={label} />
      </dt>
      <dd>
        {number(count)} <span class="muted">{share(count)}</span>
      </dd>
    </div>
  );
}

function groupOf(score: number): string {
  if (score <= 6) return 'g-d';
  return score <= 8 ? 'g-n' : 'g-p';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
