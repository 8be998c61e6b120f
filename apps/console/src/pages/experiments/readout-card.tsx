import type { Readout } from '@banso/contract/experiment';
import { armsOf } from '@banso/domain/experiment';
import { Card, EmptyState, Notice, ReportIcon } from '@banso/ui';
import { formatDay, formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import './experiments.css';
import { armName } from './arm-names.ts';
import { ReadoutTable } from './readout-table.tsx';
import { signed } from './signed.ts';
import { experimentTexts } from './texts.ts';
import type { Told } from './told.ts';

/** What an experiment did, and first of all whether that can be said. */
export function ReadoutCard(told: Told) {
  const texts = textsOf(experimentTexts);
  const { experiment, readout, asOf, startedAt, endedAt } = told;
  const when =
    startedAt && endedAt
      ? texts.ended(formatDay(startedAt), formatDay(endedAt))
      : startedAt
        ? texts.running(formatDay(startedAt))
        : undefined;
  const meta = [when, texts.asOf(formatDay(asOf))].filter(Boolean).join(', ');
  return (
    <Card title={texts.results} meta={meta}>
      {readout.state === 'nobody' ? (
        <EmptyState title={texts.nobody} icon={ReportIcon}>
          {texts.nobodyWhat[experiment.unit]}
        </EmptyState>
      ) : (
        <div class="stack">
          <Warnings {...told} />
          {readout.state === 'ready' && readout.ratio?.isMismatch !== true && <Verdicts {...told} />}
          <ReadoutTable {...told} />
          <p class="muted xs">{texts.method}</p>
          {readout.comparisons.length > 1 && (
            <p class="muted xs">
              {texts.several(
                readout.comparisons.length,
                formatNumber(Math.round(1_000 - 50 / readout.comparisons.length) / 10),
              )}
            </p>
          )}
          <Renewals {...told} />
        </div>
      )}
    </Card>
  );
}

/** They stand for as long as they are true: nothing takes them away. */
function Warnings({ experiment, readout, isMixed }: Told) {
  const texts = textsOf(experimentTexts);
  const arms = armsOf(experiment).map(({ arm, share }) => ({ arm, share, found: readout.arms[arm] }));
  const smaller = Math.min(...arms.map(({ found }) => found?.activated?.n ?? 0));
  const sizes = arms.map(({ arm, share, found }) =>
    texts.size(
      armName(experiment, arm),
      formatNumber(Math.round(share * 1_000) / 10),
      formatNumber(found?.assigned ?? 0),
    ),
  );
  return (
    <>
      {readout.ratio?.isMismatch && (
        <Notice tone="bad" title={texts.mismatch}>
          {experiment.variants
            ? texts.mismatchArms(sizes.join(', '))
            : texts.mismatchWhat(
                formatNumber(readout.arms.control?.assigned ?? 0),
                formatNumber(readout.arms.content?.assigned ?? 0),
                formatNumber(experiment.controlPercent),
              )}
        </Notice>
      )}
      {readout.state === 'too_early' && (
        <Notice tone="warn" title={texts.tooEarly}>
          {texts.tooEarlyWhat(formatNumber(smaller), formatNumber(experiment.plannedPerArm))}
        </Notice>
      )}
      {isMixed && <Notice tone="warn">{texts.mixed}</Notice>}
    </>
  );
}

/** What can be said of renewals, and what their rate stands on. */
function Renewals({ experiment: { unit, plannedPerArm }, readout }: Told) {
  const texts = textsOf(experimentTexts);
  const { renewalState } = readout;
  if (renewalState === 'nobody') return <p class="muted xs">{texts.renewalsNone}</p>;
  const arms = Object.values(readout.arms);
  const decided = arms.map(({ renewed, undecided }) => (renewed?.n ?? 0) - undecided);
  const undecided = arms.reduce((all, arm) => all + arm.undecided, 0);
  return (
    <>
      {renewalState === 'too_early' && (
        <Notice tone="warn">
          {texts.renewalsEarly(formatNumber(Math.min(...decided)), formatNumber(plannedPerArm))}
        </Notice>
      )}
      <p class="muted xs">
        {texts.renewals[unit]} {undecided > 0 && texts.undecided(undecided)}
      </p>
    </>
  );
}

/** One sentence for each comparison, with its name where there are variants. */
function Verdicts({ experiment, readout }: Told) {
  const texts = textsOf(experimentTexts);
  return (
    <>
      {readout.comparisons.map(({ arm, against, activation }) => (
        <Verdict
          key={arm}
          difference={activation}
          title={
            experiment.variants && texts.compared(armName(experiment, arm), armName(experiment, against))
          }
        />
      ))}
    </>
  );
}

function Verdict({
  difference,
  title,
}: {
  difference: Readout['comparisons'][number]['activation'];
  title: string | undefined;
}) {
  const texts = textsOf(experimentTexts);
  if (!difference) return <Notice title={title}>{texts.few}</Notice>;
  const { points, low, high } = difference;
  const [is, from, to] = [signed(points), signed(low), signed(high)] as const;
  const say =
    title === undefined
      ? texts
      : { more: texts.variantMore, less: texts.variantLess, none: texts.variantNone };
  if (low > 0)
    return (
      <Notice tone="good" title={title}>
        <bdi>{say.more(is, from, to)}</bdi>
      </Notice>
    );
  return high < 0 ? (
    <Notice tone="bad" title={title}>
      <bdi>{say.less(is, from, to)}</bdi>
    </Notice>
  ) : (
    <Notice title={title}>
      <bdi>{say.none(from, to)}</bdi>
    </Notice>
  );
}
