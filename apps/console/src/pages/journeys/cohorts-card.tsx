import type { OnboardingReport } from '@banso/contract/journey';
import { formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { aboutOf, type RowsOf } from './funnel-card.tsx';
import { formatDays, formatInterval, formatMonth, formatShare } from './numbers.ts';
import { type CardColumn, ReportCard } from './report-card.tsx';
import { onboardingTexts } from './texts/onboarding.ts';
import { reportTexts } from './texts/report.ts';

type Cohort = OnboardingReport['cohorts'][number];

/** Activation by the month of the start. */
export function CohortsCard({ report, rowsOf }: { report: OnboardingReport; rowsOf: RowsOf }) {
  const texts = textsOf(onboardingTexts);
  return (
    <ReportCard
      title={texts.cohorts}
      about={aboutOf(report)}
      columns={columns(rowsOf, report.goal?.withinDays ?? 0)}
      rows={report.cohorts}
      rowKey={({ month }) => month}
      rowName={({ month }) => formatMonth(month)}
    />
  );
}

function columns(rowsOf: RowsOf, withinDays: number): CardColumn<Cohort>[] {
  const texts = textsOf(onboardingTexts);
  const shared = textsOf(reportTexts);
  const days = (value: number | null) => (value === null ? '–' : formatDays(value));
  return [
    {
      id: 'month',
      header: texts.month,
      rowHeader: true,
      phone: 'title',
      text: ({ month }) => formatMonth(month),
      cell: ({ month }) => (
        <a class="link" href={rowsOf('started', { month })}>
          {formatMonth(month)}
        </a>
      ),
    },
    {
      id: 'started',
      header: texts.stages.started,
      align: 'end',
      text: ({ started }) => formatNumber(started),
    },
    {
      id: 'had',
      header: texts.had,
      align: 'end',
      wideOnly: true,
      text: ({ hadGoal }) => formatNumber(hadGoal),
    },
    { id: 'waiting', header: texts.waiting, align: 'end', text: ({ waiting }) => formatNumber(waiting) },
    {
      id: 'rate',
      header: texts.rate(withinDays),
      align: 'end',
      phone: 'end',
      text: ({ rate }) => formatShare(rate, shared),
    },
    {
      id: 'interval',
      header: shared.interval,
      align: 'end',
      wideOnly: true,
      text: ({ rate }) => (rate && formatInterval(rate)) ?? '–',
    },
    {
      id: 'median',
      header: texts.median,
      align: 'end',
      phone: 'below',
      text: ({ median }) => (median && median.days === null ? texts.notYet : days(median?.days ?? null)),
    },
    { id: 'p50', header: 'P50', align: 'end', text: ({ p50 }) => days(p50) },
    { id: 'p75', header: 'P75', align: 'end', text: ({ p75 }) => days(p75) },
  ];
}
