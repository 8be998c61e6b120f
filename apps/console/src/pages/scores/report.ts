import type { scoreReport } from '@banso/contract';
import { formatPoints, type ScoreInterval, type ScoreScale } from '@banso/ui';
import type * as z from 'zod';
import { language } from '../../data/session.ts';

export type Report = z.infer<typeof scoreReport.ScoreReport>;
export type Figure = z.infer<typeof scoreReport.ScoreFigure>;
export type Kind = Report['kind'];
export type By = Report['segments'][number]['by'] | 'version';

/** The groups of each scale, for its bars. */
export const BANDS: Readonly<Record<Kind, { low: number; unfavourableTo: number; favourableFrom: number }>> =
  {
    nps: { low: 0, unfavourableTo: 6, favourableFrom: 9 },
    csat: { low: 1, unfavourableTo: 2, favourableFrom: 4 },
    ces: { low: 1, unfavourableTo: 3, favourableFrom: 5 },
  };

/** NPS is told in points, the others as a share. */
export const scaleOf = (kind: Kind): ScoreScale => (kind === 'nps' ? 'points' : 'share');

/** The drawable score of a figure; undefined where there are too few answers. */
export function intervalOf({
  score,
  low,
  high,
}: Pick<Figure, 'score' | 'low' | 'high'>): ScoreInterval | undefined {
  return score === null || low === null || high === null ? undefined : { score, low, high };
}

/** A score or an end of its interval, as it is shown. */
export const points = (value: number): string => formatPoints(value, language.value);

/** With one decimal: scores that differ by less than a point apart after rounding. */
export function exactly(value: number): string {
  return new Intl.NumberFormat(language.value, { maximumFractionDigits: 1 }).format(value).replace('-', '−');
}

/** With its sign. */
export const signed = (value: number): string => `${value > 0 ? '+' : ''}${exactly(value)}`;

/** Two leading figures are all that an estimate is worth. */
export function roundUp(answers: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(answers)) - 1);
  return Math.ceil(answers / unit) * unit;
}

/** Leads to the rows behind a number, with more filters. */
export type RowsOf = (more?: Readonly<Record<string, string>>) => string;
