import type { OnboardingReport } from '@banso/contract/journey';
import { Button, Card, Chip, EmptyState, KpiStrip, NumberDoor } from '@banso/ui';
import { confidenceOf } from '@banso/domain/statistics';
import { may } from '../../data/session.ts';
import { formatDay, formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import type { RowsOf } from './funnel-card.tsx';
import { formatDays, formatInterval, formatShare } from './numbers.ts';
import { onboardingTexts } from './texts/onboarding.ts';
import { reportTexts } from './texts/report.ts';

/** How many were activated, and how long it took; or the way to say what counts as activated. */
export function ActivationCard({
  report,
  rowsOf,
  onChoose,
}: {
  report: OnboardingReport;
  rowsOf: RowsOf;
  onChoose: () => void;
}) {
  const texts = textsOf(onboardingTexts);
  const { goal, goalFrom, activation } = report;
  const choose = may('write') && (
    <Button small onClick={onChoose}>
      {goal ? texts.changeGoal : texts.chooseGoal}
    </Button>
  );
  if (!goal || !activation)
    return (
      <Card title={texts.activation}>
        <EmptyState title={texts.noGoal} action={choose || undefined}>
          {texts.noGoalWhat}
        </EmptyState>
      </Card>
    );
  return (
    <Card
      title={texts.activation}
      meta={`${texts.goal(goal.event, goal.withinDays)} · ${texts.goalFrom[goalFrom ?? 'workspace']}`}
      actions={choose}
      footer={
        <span class="muted">
          {texts.left(
            formatNumber(activation.started),
            formatNumber(activation.hadGoal),
            formatNumber(activation.waiting),
          )}
        </span>
      }
    >
      <Figures report={report} rowsOf={rowsOf} />
    </Card>
  );
}

function Figures({ report, rowsOf }: { report: OnboardingReport; rowsOf: RowsOf }) {
  const texts = textsOf(onboardingTexts);
  const shared = textsOf(reportTexts);
  const { activation, goal, asOf } = report;
  if (!activation || !goal) return null;
  const { rate, median, p50, p75, reached } = activation;
  const facts = [
    { term: shared.periodFact, detail: shared.between(formatDay(report.from), formatDay(report.to)) },
    { term: texts.asOf, detail: formatDay(asOf) },
  ];
  const interval = rate && formatInterval(rate);
  const days = (value: number | null) => (value === null ? '–' : formatDays(value));
  return (
    <KpiStrip
      bare
      items={[
        {
          label: texts.rate(goal.withinDays),
          value: (
            <NumberDoor
              definition={texts.rateWhat(goal.withinDays)}
              facts={facts}
              href={rowsOf('activated')}
              hint={texts.toRows}
            >
              {formatShare(rate, shared)}
            </NumberDoor>
          ),
          beside: rate && confidenceOf(rate.n) === 'low_sample' && <Chip>{texts.lowSample}</Chip>,
          below: interval && `${shared.interval}: ${interval}`,
        },
        {
          label: texts.median,
          value: (
            <NumberDoor
              definition={texts.medianWhat}
              facts={[{ term: shared.n, detail: formatNumber(median?.n ?? 0) }, ...facts]}
              href={rowsOf('not-activated')}
              hint={texts.toWaiting}
            >
              {median?.days === null ? texts.notYet : days(median?.days ?? null)}
            </NumberDoor>
          ),
          below:
            median && median.low !== null
              ? `${shared.interval}: ${formatNumber(median.low)} – ${median.high === null ? texts.open : days(median.high)}`
              : undefined,
        },
        {
          label: texts.percentiles,
          value: (
            <NumberDoor
              definition={texts.percentilesWhat}
              facts={[{ term: shared.n, detail: formatNumber(reached) }, ...facts]}
              href={rowsOf('activated')}
              hint={texts.toRows}
            >
              {`${days(p50)} / ${days(p75)}`}
            </NumberDoor>
          ),
          below: texts.ofReached(formatNumber(reached)),
        },
      ]}
    />
  );
}
