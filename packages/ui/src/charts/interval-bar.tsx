import type { JSX } from 'preact';
import { classNames } from '../class-names.ts';
import { useUiTexts } from '../texts/ui-texts.ts';
import { formatPoints, formatShare, formatSignedPoints } from './points-format.ts';

/** What a score stands on: points from −100 to 100, or a share from 0 to 100 per cent. */
export type ScoreScale = 'points' | 'share';

/** A score and the ends of its interval, not rounded. */
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
  /** Default `points`. */
  scale?: ScoreScale | undefined;
  /** 5 to 29 answers: hollow dot, dashed whisker. Under 5 there is no score to draw. */
  lowSample?: boolean | undefined;
}

const ENDS = { points: [-100, 0, 100], share: [0, 50, 100] } as const;

/** How far along its scale a value is, in per cent. */
function along(value: number, scale: ScoreScale): number {
  const [low, , high] = ENDS[scale];
  return ((Math.min(Math.max(value, low), high) - low) / (high - low)) * 100;
}

/** A score with its 95 % interval on its scale. Runs left to right in every language, as numbers do. */
export function IntervalBar(props: IntervalBarProps): JSX.Element {
  const { score, low, high, kind = 'row', scale = 'points', previous, differs, lowSample } = props;
  const onScale = (value: number) => `${along(value, scale).toFixed(2)}%`;
  const fromEnd = (value: number) => `${(100 - along(value, scale)).toFixed(2)}%`;
  const texts = useUiTexts();
  const points = (value: number) => formatPoints(value, texts.locale);
  const label = [
    (scale === 'share' ? texts.shareOnScale : texts.scoreOnScale)(points(score), points(low), points(high)),
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
      <IntervalScale scale={scale} />
    </div>
  );
}

/** The ends and the middle of the scale, for the head of a column of `IntervalBar`s. */
export function IntervalScale({ scale = 'points' }: { scale?: ScoreScale | undefined }): JSX.Element {
  const { locale } = useUiTexts();
  return (
    <p class="rl" dir="ltr" aria-hidden="true">
      {ENDS[scale].map((value) => (
        <span key={value}>
          {scale === 'share' ? formatShare(value, 100, locale) : formatSignedPoints(value, locale)}
        </span>
      ))}
    </p>
  );
}
