import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { classNames } from '../class-names.ts';
import { useUiTexts } from '../texts/ui-texts.ts';
import { ChartTable } from './chart-table.tsx';
import { formatPoints } from './points-format.ts';
import { bandPath, linePath, timeTicks, trendGeometry } from './trend-geometry.ts';
import type { PlacedPoint, TrendPoint } from './trend-geometry.ts';

/** Props of {@link TrendBand}. */
export interface TrendBandProps {
  /** "NPS, rolling 90 days". */
  title: string;
  /** What the line does, in a sentence, for those who do not see it. */
  description: string;
  /** Oldest first. */
  points: readonly TrendPoint[];
  /** Changes of wording or version: a dashed line with its name. */
  marks?: readonly { at: string; label: string }[] | undefined;
  /** Opens the answers behind a point: a press on the plot, or its row in the table. */
  onOpen?: ((point: TrendPoint) => void) | undefined;
  /** Height of the plot in pixels. Default 258. */
  height?: number | undefined;
}

/** A score over time with its 95 % interval as a band. Windows with too few answers are gaps, never zeros. */
export function TrendBand(props: TrendBandProps): JSX.Element {
  const { title, description, points, marks = [], onOpen, height = 258 } = props;
  const texts = useUiTexts();
  const id = useId();
  const [pointed, setPointed] = useState<PlacedPoint | undefined>(undefined);
  const geometry = trendGeometry(points);
  const placed = geometry.runs.flat();
  const last = placed.at(-1);
  const points2 = (value: number) => formatPoints(value, texts.locale);
  const date = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const day = (at: string) => date.format(new Date(at));
  const { y } = geometry;

  const point = (event: MouseEvent) => {
    const plot = event.currentTarget;
    if (!(plot instanceof HTMLElement)) return;
    const box = plot.getBoundingClientRect();
    setPointed(nearest(placed, ((event.clientX - box.left) / box.width) * 100));
  };

  return (
    <div class="chart">
      <div
        class={classNames('plot trend', onOpen && 'opens')}
        style={{ blockSize: `${height}px` }}
        onMouseMove={point}
        onMouseLeave={() => setPointed(undefined)}
        onClick={() => pointed && onOpen?.(pointed.point)}
      >
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-labelledby={`${id}t ${id}d`}>
          <title id={`${id}t`}>{title}</title>
          <desc id={`${id}d`}>{description}</desc>
          {geometry.grid.map((at) => (
            <path key={at} class={at === 0 ? 'g-zero' : 'g-grid'} d={`M0 ${y(at).toFixed(2)}H100`} />
          ))}
          {geometry.runs.map((run) => [
            <path key={`b${run[0]?.x}`} class="g-band" d={bandPath(run, y)} />,
            <path key={`l${run[0]?.x}`} class="g-line" d={linePath(run, y)} />,
          ])}
          {marks.map((mark) => (
            <path key={mark.at} class="g-prev" d={`M${geometry.x(mark.at).toFixed(2)} 0V100`} />
          ))}
          {pointed && <path class="g-point" d={`M${pointed.x.toFixed(2)} 0V100`} />}
        </svg>
        <div aria-hidden="true">
          {geometry.grid.map((at) => (
            <span key={at} class="lb y" style={{ top: `${y(at)}%` }}>
              {points2(at)}
            </span>
          ))}
          {timeTicks(points, texts.locale).map((tick) => (
            <span
              key={tick.at}
              class={classNames('lb x', tick.minor && 'desk')}
              style={{ left: `${geometry.x(tick.at)}%` }}
            >
              {tick.label}
            </span>
          ))}
          {marks.map((mark) => (
            <span
              key={mark.at}
              class={classNames('lb mark', geometry.x(mark.at) > 70 && 'before')}
              style={{ left: `${geometry.x(mark.at)}%` }}
            >
              {mark.label}
            </span>
          ))}
          {geometry.runs.map(
            (run) => run.length === 1 && run[0] && <Dot key={run[0].x} at={run[0]} y={y} hollow />,
          )}
          {last && <Dot at={last} y={y} />}
          {last && !pointed && (
            <span class="lb v last" style={{ left: `${last.x}%`, top: `${y(last.value.score)}%` }}>
              {points2(last.value.score)}
            </span>
          )}
          {pointed && <Dot at={pointed} y={y} />}
          {pointed && (
            <div class={classNames('read', pointed.x > 60 && 'before')} style={{ left: `${pointed.x}%` }}>
              <b>{points2(pointed.value.score)}</b>{' '}
              {texts.range(points2(pointed.value.low), points2(pointed.value.high))}
              <br />
              {day(pointed.point.at)}, n {pointed.point.n.toLocaleString(texts.locale)}
            </div>
          )}
        </div>
      </div>
      <ChartTable
        caption={title}
        onOpen={
          onOpen &&
          ((row) => {
            const opened = points[row];
            if (opened) onOpen(opened);
          })
        }
        headers={[texts.when, texts.score, texts.low, texts.high, 'n']}
        rows={points.map(({ at, value, n }) => [
          day(at),
          value ? points2(value.score) : '–',
          value ? points2(value.low) : '–',
          value ? points2(value.high) : '–',
          n.toLocaleString(texts.locale),
        ])}
      />
    </div>
  );
}

function Dot({
  at,
  y,
  hollow,
}: {
  at: PlacedPoint;
  y: (points: number) => number;
  hollow?: boolean;
}): JSX.Element {
  return (
    <span
      class={classNames('dot', hollow && 'hollow')}
      style={{ left: `${at.x}%`, top: `${y(at.value.score)}%` }}
    />
  );
}

function nearest(points: readonly PlacedPoint[], x: number): PlacedPoint | undefined {
  return points.reduce<PlacedPoint | undefined>(
    (best, point) => (best === undefined || Math.abs(point.x - x) < Math.abs(best.x - x) ? point : best),
    undefined,
  );
}
