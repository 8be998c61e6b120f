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
  /** A count for each answer of the scale, the lowest first. */
  counts: readonly number[];
  /** The groups of the scale. Default: detractors 0 to 6, passives, promoters from 9. */
  groups?: AnswerGroups | undefined;
  /** A press on a count opens the answers with that score. */
  onOpen?: ((score: number) => void) | undefined;
  /** Height of the plot in pixels. Default 186. */
  height?: number | undefined;
}

/** How a scale is divided. */
export interface AnswerGroups {
  /** The answer that the first count is of. */
  low: number;
  /** The highest unfavourable answer and the lowest favourable one; what lies between is neutral. */
  unfavourableTo: number;
  favourableFrom: number;
  /** What the groups are called. */
  labels: { unfavourable: string; neutral: string; favourable: string };
}

/**
 * How many people gave which answer: red where it is unfavourable, grey, green where it is favourable, with the three groups under it.
 * @throws {RangeError} when there are not eleven counts of a scale whose groups are not given.
 */
export function Histogram({ title, counts, groups, onOpen, height = 186 }: HistogramProps): JSX.Element {
  if (!groups && counts.length !== 11)
    throw new RangeError(`A histogram needs eleven counts, got ${counts.length}`);
  const texts = useUiTexts();
  const { low, unfavourableTo, favourableFrom, labels } = groups ?? {
    low: 0,
    unfavourableTo: 6,
    favourableFrom: 9,
    labels: { unfavourable: texts.detractors, neutral: texts.passives, favourable: texts.promoters },
  };
  const bars = counts.map((count, index) => ({ count, score: low + index, index }));
  const classOf = (score: number) =>
    score <= unfavourableTo ? 'g-d' : score < favourableFrom ? 'g-n' : 'g-p';
  const inGroup = (name: string) =>
    sum(bars.filter(({ score }) => classOf(score) === name).map(({ count }) => count));
  const id = useId();
  const tallest = Math.max(1, ...counts);
  const all = sum(counts);
  const number = (value: number) => value.toLocaleString(texts.locale);
  const share = (value: number) => formatShare(value, all, texts.locale);
  const high = (count: number) => (count / tallest) * 95;

  return (
    <div class="chart">
      <div class="plot hist" style={{ blockSize: `${height}px` }}>
        <svg
          viewBox={`0 0 ${counts.length * 10} 100`}
          preserveAspectRatio="none"
          role="img"
          aria-labelledby={`${id}t ${id}d`}
        >
          <title id={`${id}t`}>{title}</title>
          <desc id={`${id}d`}>{bars.map(({ score, count }) => `${score}: ${number(count)}`).join(', ')}</desc>
          {bars.map(({ count, score, index }) => (
            <rect
              key={score}
              class={classOf(score)}
              x={index * 10 + 1}
              y={(100 - high(count)).toFixed(2)}
              width="8"
              height={high(count).toFixed(2)}
            />
          ))}
          <path class="g-zero" d={`M0 100H${counts.length * 10}`} />
        </svg>
        {bars.map(({ count, score, index }) => {
          const left = `${((index + 0.5) / counts.length) * 100}%`;
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
        <Group tone="bad" label={labels.unfavourable} count={inGroup('g-d')} number={number} share={share} />
        <Group tone="none" label={labels.neutral} count={inGroup('g-n')} number={number} share={share} />
        <Group tone="good" label={labels.favourable} count={inGroup('g-p')} number={number} share={share} />
      </dl>
      <ChartTable
        caption={title}
        headers={[texts.score, texts.answers, texts.share]}
        rows={bars.map(({ score, count }) => [String(score), number(count), share(count)])}
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
