import { LoopReport } from '@banso/contract/cases';
import { confidenceOf } from '@banso/domain/statistics';
import {
  Card,
  CaseIcon,
  Chip,
  EmptyState,
  KpiStrip,
  type Kpi,
  NumberDoor,
  PageBody,
  RadioSegment,
  Skeleton,
} from '@banso/ui';
import { useMemo } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { language } from '../../data/session.ts';
import { useUrlState } from '../../data/url-state.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatDay, formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { caseTexts } from './texts.ts';

const PERIODS = ['30', '90', '365'] as const;
type Days = (typeof PERIODS)[number];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How well the loop is closed, in figures that say what they stand on. */
export function LoopFigures() {
  const texts = textsOf(caseTexts);
  const [query, change] = useUrlState();
  const days: Days = PERIODS.find((each) => each === query['days']) ?? '90';
  // a period that moves with every render would be read again and again
  const period = useMemo(() => {
    const to = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS;
    return {
      from: new Date(to - Number(days) * DAY_MS).toISOString(),
      to: new Date(to).toISOString(),
    };
  }, [days]);
  const read = useRead('/v1/reports/loop', LoopReport, period);
  return (
    <PageBody>
      <div class="cs-figures" id="cases">
        <div class="row wrap">
          <span class="muted">{texts.period}</span>
          <RadioSegment
            label={texts.period}
            value={days}
            options={PERIODS.map((value) => ({ value, label: texts.days(Number(value)) }))}
            onChange={(to) => change({ days: to === '90' ? undefined : to })}
          />
        </div>
        {read.isPending && <Skeleton shape="cards" count={2} />}
        {read.error && (
          <ReadFailed of={read} title={texts.failed}>
            {texts.failedWhat}
          </ReadFailed>
        )}
        {read.data && <Figures report={read.data.data} />}
      </div>
    </PageBody>
  );
}

function Figures({ report }: { report: LoopReport }) {
  const texts = textsOf(caseTexts).figures;
  if (report.cases === 0)
    return (
      <EmptyState icon={CaseIcon} title={texts.none}>
        {texts.noneWhat}
      </EmptyState>
    );
  const { coverage, inside, firstTouch, close, reopened, recovered, scoreChange } = report;
  return (
    <>
      <KpiStrip
        items={[
          shareOf(report, coverage, texts.coverage, texts.coverageWhat),
          shareOf(report, inside, texts.inside, texts.insideWhat),
          shareOf(report, reopened, texts.reopened, texts.reopenedWhat),
        ]}
      />
      <KpiStrip
        items={[
          durationOf(report, firstTouch, texts.firstTouch, texts.firstTouchWhat),
          durationOf(report, close, texts.close, texts.closeWhat),
          shareOf(report, recovered, texts.recovered, texts.recoveredWhat),
        ]}
      />
      <Card title={texts.change}>
        <div class="stack">
          <p class="muted">{texts.changeWhat}</p>
          <KpiStrip
            bare
            items={[
              changeOf(report, scoreChange.followedUp, texts.followedUp),
              changeOf(report, scoreChange.notFollowedUp, texts.notFollowedUp),
            ]}
          />
          <p class="hint">{texts.changeCaution}</p>
        </div>
      </Card>
    </>
  );
}

const CLOSED = '/console/cases?view=closed';

function factsOf({ from, to }: LoopReport, n: number, interval: string | undefined) {
  const texts = textsOf(caseTexts).figures;
  return [
    { term: texts.n, detail: formatNumber(n) },
    ...(interval === undefined ? [] : [{ term: texts.interval, detail: interval }]),
    { term: texts.periodTerm, detail: `${formatDay(from)} – ${formatDay(to)}` },
  ];
}

/** A share under five is told as a count. */
function shareOf(report: LoopReport, share: LoopReport['coverage'], label: string, what: string): Kpi {
  const texts = textsOf(caseTexts).figures;
  if (!share) return { label, value: <span class="muted">{texts.nobody}</span> };
  const { percent, low, high, count, n } = share;
  const confidence = confidenceOf(n);
  const interval = `${percentText(low)} – ${percentText(high)}`;
  return {
    label,
    value: (
      <NumberDoor definition={what} facts={factsOf(report, n, interval)} hint={texts.see} href={CLOSED}>
        {confidence === 'counts' ? texts.of(count, n) : percentText(percent)}
      </NumberDoor>
    ),
    beside: confidence === 'low_sample' ? <Chip>{texts.low}</Chip> : undefined,
    below: confidence === 'counts' ? texts.few(count, n) : `${texts.of(count, n)}, ${interval}`,
  };
}

function durationOf(report: LoopReport, of: LoopReport['close'], label: string, what: string): Kpi {
  const texts = textsOf(caseTexts).figures;
  if (!of) return { label, value: <span class="muted">{texts.nobody}</span> };
  const interval =
    of.low === null || of.high === null ? undefined : `${timeText(of.low)} – ${timeText(of.high)}`;
  return {
    label,
    value: (
      <NumberDoor definition={what} facts={factsOf(report, of.n, interval)} hint={texts.see} href={CLOSED}>
        {timeText(of.median)}
      </NumberDoor>
    ),
    below: texts.medianOf(timeText(of.p90), of.n),
  };
}

function changeOf(report: LoopReport, of: LoopReport['scoreChange']['followedUp'], label: string): Kpi {
  const texts = textsOf(caseTexts).figures;
  if (!of || confidenceOf(of.n) === 'counts')
    return {
      label,
      value: <span class="muted">{of ? texts.tooFew : texts.nobody}</span>,
      below: `n = ${of?.n ?? 0}`,
    };
  const interval =
    of.low === null || of.high === null ? undefined : `${pointsText(of.low)} – ${pointsText(of.high)}`;
  return {
    label,
    value: (
      <NumberDoor
        definition={texts.changeWhat}
        facts={factsOf(report, of.n, interval)}
        hint={texts.see}
        href={CLOSED}
      >
        {pointsText(of.mean)}
      </NumberDoor>
    ),
    beside: confidenceOf(of.n) === 'low_sample' ? <Chip>{texts.low}</Chip> : undefined,
    below: `${interval ?? ''} n = ${formatNumber(of.n)}`.trim(),
  };
}

function percentText(percent: number): string {
  return new Intl.NumberFormat(language.value, { style: 'percent', maximumFractionDigits: 0 }).format(
    percent / 100,
  );
}

function pointsText(points: number): string {
  return new Intl.NumberFormat(language.value, {
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(points);
}

/** Hours up to two days, then days. */
function timeText(ms: number): string {
  const isLong = ms >= 2 * DAY_MS;
  return new Intl.NumberFormat(language.value, {
    style: 'unit',
    unit: isLong ? 'day' : 'hour',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(ms / (isLong ? DAY_MS : HOUR_MS));
}
