import type { OnboardingReport } from '@banso/contract/journey';
import { textIn } from '@banso/domain/content';
import { NumberDoor, ProgressBar } from '@banso/ui';
import { language } from '../../data/session.ts';
import { formatDay, formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { editorHref } from '../contents/content-kind.ts';
import { formatInterval, formatShare } from './numbers.ts';
import { type CardColumn, ReportCard } from './report-card.tsx';
import { onboardingTexts } from './texts/onboarding.ts';
import { reportTexts } from './texts/report.ts';

type Line = Omit<OnboardingReport['funnel']['lines'][number], 'stage'> & {
  stage: OnboardingReport['funnel']['lines'][number]['stage'] | 'dismissed' | 'snoozed';
};

/** Where the rows behind a stage are. */
export type RowsOf = (stage: string, more?: Record<string, string>) => string;

/** From who could get a checklist to who is done, and who closed it or put it off. */
export function FunnelCard({ report, rowsOf }: { report: OnboardingReport; rowsOf: RowsOf }) {
  const texts = textsOf(onboardingTexts);
  const { funnel, unit } = report;
  const { lines, dismissed, snoozed } = funnel;
  const beside = (stage: 'dismissed' | 'snoozed', share: Line['share']): Line => ({
    stage,
    step: null,
    count: share?.count ?? 0,
    share,
  });
  return (
    <ReportCard
      title={texts.funnel}
      about={aboutOf(report)}
      columns={columns(report, rowsOf)}
      rows={[...lines, beside('dismissed', dismissed), beside('snoozed', snoozed)]}
      rowKey={({ stage, step }) => `${stage} ${step?.key ?? ''}`}
      rowName={nameOf}
      footer={<span class="muted">{texts.funnelWhat[unit]}</span>}
    />
  );
}

/** What the numbers of a report stand on. */
export function aboutOf({ checklist, from, to, unit }: OnboardingReport): string {
  const texts = textsOf(onboardingTexts);
  const shared = textsOf(reportTexts);
  const period = shared.between(formatDay(from), formatDay(to));
  return [checklist.name, texts.units[unit], texts.began(period), shared.utc].join(' · ');
}

/** The words of a line of the funnel. */
export function nameOf({ stage, step }: Pick<Line, 'stage' | 'step'>): string {
  const texts = textsOf(onboardingTexts);
  if (!step || stage !== 'step') return stage === 'step' ? '' : texts.stages[stage];
  const title = textIn(step.title, language.value, Object.keys(step.title)[0] ?? language.value);
  return step.optional ? texts.optional(title) : title;
}

function columns(report: OnboardingReport, rowsOf: RowsOf): CardColumn<Line>[] {
  const texts = textsOf(onboardingTexts);
  const shared = textsOf(reportTexts);
  const most = Math.max(1, ...report.funnel.lines.map(({ count }) => count));
  const hrefOf = ({ stage, step }: Line) =>
    stage === 'eligible'
      ? `${editorHref('checklist', report.checklist.id)}?tab=audience`
      : rowsOf(step ? `step:${step.key}` : stage);
  return [
    {
      id: 'stage',
      header: texts.stage,
      rowHeader: true,
      phone: 'title',
      text: nameOf,
      cell: (line) => <span class={line.step ? 'funnel-step' : undefined}>{nameOf(line)}</span>,
    },
    {
      id: 'bar',
      header: texts.share,
      hideHeader: true,
      text: () => '',
      cell: (line) => (
        <div class="funnel-bar">
          <ProgressBar
            kind="measure"
            label={nameOf(line)}
            value={line.count}
            max={most}
            valueText={formatNumber(line.count)}
            tone={line.stage === 'dismissed' || line.stage === 'snoozed' ? 'mute' : undefined}
          />
        </div>
      ),
    },
    {
      id: 'count',
      header: texts.units[report.unit],
      align: 'end',
      phone: 'end',
      text: ({ count }) => formatNumber(count),
      cell: (line) => {
        const interval = line.share && formatInterval(line.share);
        return (
          <NumberDoor
            definition={texts.definitions[line.stage]}
            facts={[
              {
                term: shared.periodFact,
                detail: shared.between(formatDay(report.from), formatDay(report.to)),
              },
              ...(line.share ? [{ term: shared.n, detail: formatNumber(line.share.n) }] : []),
              ...(interval ? [{ term: shared.interval, detail: interval }] : []),
            ]}
            href={hrefOf(line)}
            hint={line.stage === 'eligible' ? texts.toAudience : texts.toRows}
          >
            {formatNumber(line.count)}
          </NumberDoor>
        );
      },
    },
    {
      id: 'share',
      header: texts.share,
      align: 'end',
      phone: 'below',
      text: ({ share }) => formatShare(share, shared),
    },
  ];
}
