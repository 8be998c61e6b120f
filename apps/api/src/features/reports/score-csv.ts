import { csvOf } from '@banso/domain/text';
import type { Report } from './score-report.ts';
import type { RollUps } from './roll-ups.ts';

const COLUMNS = [
  'part',
  'by',
  'value',
  'from',
  'to',
  'n',
  'score',
  'low',
  'high',
  'favourable',
  'neutral',
  'unfavourable',
  'mean',
  'confidence',
  'difference',
  'z',
  'verdict',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string | number | null | undefined>>;
type Change = Report['change'];

/** A report as a table, a row a figure; numbers are rounded to one decimal, as the console shows them. */
export function scoreCsv(report: Report, rollUps: RollUps | undefined): string {
  const { current, previous, trend, segments, waves, histogram, rates, scale } = report;
  const rows: Row[] = [
    { part: 'survey', by: report.kind, value: report.survey.name },
    { part: 'question', by: report.question?.key, value: report.question?.text },
    { part: 'time zone', value: 'UTC' },
    { part: 'current', ...figure(current), ...told(report.change) },
    { part: 'previous', ...figure(previous) },
    ...(rollUps?.rollUps ?? []).map(({ method, accounts, ...of }) => ({
      part: 'roll-up',
      by: method,
      value: `${accounts} accounts`,
      ...rounded(of),
    })),
    ...histogram.map((n, index) => ({ part: 'answer', value: scale.low + index, n })),
    ...segments.map(({ by, value, name, verdict, ...of }) => ({
      part: 'segment',
      by,
      value: name ?? value,
      ...figure(of),
      verdict,
    })),
    ...waves.map(({ index, change, ...of }) => ({
      part: 'wave',
      value: index + 1,
      ...figure(of),
      ...told(change),
    })),
    ...trend.map((of) => ({ part: 'trend', by: `${report.window.days} days`, ...figure(of) })),
    ...report.breaks.map(({ version, publishedAt }) => ({
      part: 'new words',
      value: `v${version}`,
      from: publishedAt,
    })),
    ...(['shown', 'started', 'completed', 'dismissed'] as const).map((value) => ({
      part: 'displays',
      value,
      from: rates.from,
      to: rates.to,
      n: rates[value],
    })),
  ];
  return csvOf([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => `${row[column] ?? ''}`))]);
}

function figure(of: Report['current']): Row {
  const { from, to, favourable, neutral, unfavourable, mean } = of;
  return { from, to, favourable, neutral, unfavourable, mean: decimal(mean), ...rounded(of) };
}

function rounded(of: Pick<Report['current'], 'n' | 'score' | 'low' | 'high' | 'confidence'>): Row {
  const { n, score, low, high, confidence } = of;
  return { n, score: decimal(score), low: decimal(low), high: decimal(high), confidence };
}

const told = (change: Change): Row =>
  change
    ? {
        difference: decimal(change.difference),
        z: decimal(change.z),
        verdict: change.detectable ? (change.difference > 0 ? 'higher' : 'lower') : 'no detectable change',
      }
    : {};

/** Zero has no sign. */
const decimal = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10) / 10 || 0;
