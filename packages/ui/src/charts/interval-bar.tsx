import type { JSX } from 'preact';
import { classNames } from '../class-names.ts';
import { useUiTexts } from '../texts/ui-texts.ts';
import { formatPoints, formatSignedPoints } from './points-format.ts';

/** A score and the ends of its interval, in points from −100 to 100, not rounded. */
export interface ScoreInterval {
  score: number;
  low: number;
  high: number;
}

/** Props of {@link IntervalBar}. */
export interface IntervalBarProps extends ScoreInterval {
  /** `row` is a dot with a whisker for comparing; `hero` a thick bar with the scale under it. Default `row`. */
  kind?: 'row' | 'hero' | undefined;
  /** The period before, in grey under it. Only for `hero`. */
  previous?: ScoreInterval | undefined;
  /** Detectably different from what it is compared with: in the accent colour. Say it in words beside it, too. */
  differs?: boolean | undefined;
  /** 5 to 29 answers: hollow dot, dashed whisker. Under 5 there is no score to draw. */
  lowSample?: boolean | undefined;
}

const onScale = (points: number) => `${((Math.min(Math.max(points, -100), 100) + 100) / 2).toFixed(2)}%`;
const fromEnd = (points: number) => onScale(-points);

/** A score with its 95 % interval on the scale from −100 to 100. Runs left to right in every language, as numbers do. */
export function IntervalBar(props: IntervalBarProps): JSX.Element {
  const { score, low, high, kind = 'row', previous, differs, lowSample } = props;
  const texts = useUiTexts();
  const points = (value: number) => formatPoints(value, texts.locale);
  const label = [
    texts.scoreOnScale(points(score), points(low), points(high)),
    previous && texts.previousScore(points(previous.score), points(previous.low), points(previous.high)),
    lowSample && texts.lowSample,
  ]
    .filter(Boolean)
    .join('; ');

  if (kind === 'row') {
    return (
      <div class={classNames('ci', differs && 'diff', lowSample && 'low')} role="img" aria-label={label}>
        <span class="z" />
        <i style={{ left: onScale(low), right: fromEnd(high) }} />
        <b style={{ left: onScale(score) }} />
      </div>
    );
  }
  return (
    <div class="rulewrap">
      <div class="ruler" role="img" aria-label={label}>
        <span class="ax" />
        {previous && (
          <span class="pb" style={{ left: onScale(previous.low), right: fromEnd(previous.high) }} />
        )}
        {previous && <span class="pd" style={{ left: onScale(previous.score) }} />}
        <span class="cb" style={{ left: onScale(low), right: fromEnd(high) }} />
        <span class="cd" style={{ left: onScale(score) }} />
      </div>
      <IntervalScale />
    </div>
  );
}

/** The ends and the middle of the scale, for the head of a column of `IntervalBar`s. */
export function IntervalScale(): JSX.Element {
  const { locale } = useUiTexts();
  return (
    <p class="rl" dir="ltr" aria-hidden="true">
      {[-100, 0, 100].map((points) => (
        <span key={points}>{formatSignedPoints(points, locale)}</span>
      ))}
    </p>
  );
}
