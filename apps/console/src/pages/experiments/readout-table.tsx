import type { Readout } from '@banso/contract/experiment';
import type { Arm } from '@banso/domain/experiment';
import { armsOf } from '@banso/domain/experiment';
import { LEAST_FOR_SCORE } from '@banso/domain/statistics';
import { language } from '../../data/session.ts';
import { formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { armName } from './arm-names.ts';
import { signed } from './signed.ts';
import { experimentTexts } from './texts.ts';
import type { Told } from './told.ts';

type ArmReadout = NonNullable<Readout['arms'][Arm]>;
type Share = NonNullable<ArmReadout['activated']>;
type Comparison = Readout['comparisons'][number];
type Measure = 'activation' | 'timeToValue' | 'completed' | 'lost' | 'renewal' | 'score';
type Cell = readonly [main: string, ...below: string[]];

const oneDecimal = (value: number) =>
  new Intl.NumberFormat(language.value, { maximumFractionDigits: 1 }).format(value);
const NOTHING: Cell = ['–'];

interface Row {
  id:
    | 'assigned'
    | 'exposed'
    | 'finished'
    | 'completed'
    | 'activated'
    | 'days'
    | 'timeToValue'
    | 'lost'
    | 'renewed'
    | 'score';
  cell: (arm: ArmReadout) => Cell;
  measure?: Measure;
}

/**
 * The arms side by side. Every share has its numbers and its interval; of a few only the numbers are told. A difference has a column of its own
 * where there is one comparison, and stands with its arm where there are several.
 */
export function ReadoutTable({ experiment, readout, hasEnd, scale }: Told) {
  const texts = textsOf(experimentTexts);
  const { arms, comparisons } = readout;
  const columns = armsOf(experiment).map(({ arm }) => ({ arm, name: armName(experiment, arm) }));
  const [only] = comparisons.length === 1 ? comparisons : [];
  const rows: Row[] = [
    { id: 'assigned', cell: ({ assigned }) => [formatNumber(assigned)] },
    { id: 'exposed', cell: ({ exposed }) => [formatNumber(exposed)] },
    ...(hasEnd ? [endRow(experiment.variants !== undefined)] : []),
    { id: 'activated', cell: ({ activated }) => shareCell(activated), measure: 'activation' },
    { id: 'days', cell: daysCell },
    { id: 'timeToValue', cell: timeToValueCell, measure: 'timeToValue' },
    ...(scale ? [{ id: 'score' as const, cell: scoreCell, measure: 'score' as const }] : []),
    ...(experiment.unit === 'account'
      ? [{ id: 'lost' as const, cell: (arm: ArmReadout) => shareCell(arm.lost), measure: 'lost' as const }]
      : []),
    ...(readout.renewalState === 'nobody'
      ? []
      : [
          {
            id: 'renewed' as const,
            cell: (arm: ArmReadout) => shareCell(arm.renewed),
            measure: 'renewal' as const,
          },
        ]),
  ];
  const sum = (of: 'hadGoal' | 'waiting') =>
    columns.reduce((all, { arm }) => all + (arms[arm]?.[of] ?? 0), 0);
  const [hadGoal, waiting] = [sum('hadGoal'), sum('waiting')];
  const beside = (arm: Arm, measure: Measure | undefined): string[] =>
    only || measure === undefined
      ? []
      : comparisons.flatMap((one) => {
          const apart = one.arm === arm ? apartIn(one, measure) : undefined;
          return apart === undefined ? [] : [texts.against(armName(experiment, one.against), apart)];
        });
  return (
    <>
      <table class="xp-t">
        <caption class="vh">{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.columns.measure}</th>
            {columns.map(({ arm, name }) => (
              <th key={arm} scope="col">
                {name}
              </th>
            ))}
            {only && <th scope="col">{texts.columns.difference}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cell, measure }) => (
            <tr key={id}>
              <th scope="row">{id === 'score' && scale ? texts.score[scale.type] : texts.rows[id]}</th>
              {columns.map(({ arm, name }) => {
                const found = arms[arm];
                return (
                  <Figures key={arm} of={name} cell={found && [...cell(found), ...beside(arm, measure)]} />
                );
              })}
              {only && (
                <Figures
                  of={texts.columns.difference}
                  cell={measure && [apartIn(only, measure) ?? NOTHING[0]]}
                />
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {hadGoal + waiting > 0 && <p class="hint">{texts.left(hadGoal, waiting)}</p>}
    </>
  );
}

/** A control group has nothing to finish: of it numbers are told, of variants shares. */
const endRow = (hasVariants: boolean): Row =>
  hasVariants
    ? { id: 'completed', cell: ({ completed }) => shareCell(completed), measure: 'completed' }
    : { id: 'finished', cell: ({ finished }) => [formatNumber(finished)] };

function shareCell(of: Share | null): Cell {
  const texts = textsOf(experimentTexts);
  if (!of) return NOTHING;
  const numbers = texts.ofAll(formatNumber(of.count), formatNumber(of.n));
  return of.n < LEAST_FOR_SCORE
    ? [numbers]
    : [texts.share(oneDecimal(of.percent), oneDecimal(of.low), oneDecimal(of.high)), numbers];
}

function daysCell({ days: of }: ArmReadout): Cell {
  if (!of) return NOTHING;
  const n = `n ${formatNumber(of.n)}`;
  if (of.low === null || of.high === null) return [oneDecimal(of.median), n];
  const { span } = textsOf(experimentTexts);
  return [span(oneDecimal(of.median), oneDecimal(of.low), oneDecimal(of.high)), n];
}

function scoreCell({ score: of }: ArmReadout): Cell {
  if (!of) return NOTHING;
  const n = `n ${formatNumber(of.n)}`;
  if (of.n < LEAST_FOR_SCORE) return [n];
  const { of: say } = textsOf(experimentTexts);
  return [say(oneDecimal(of.score), oneDecimal(of.low), oneDecimal(of.high)), n];
}

function timeToValueCell({ timeToValue: of }: ArmReadout): Cell {
  if (!of) return NOTHING;
  const n = `n ${formatNumber(of.n)}`;
  if (of.n < LEAST_FOR_SCORE) return [n];
  return [textsOf(experimentTexts).span(oneDecimal(of.mean), oneDecimal(of.low), oneDecimal(of.high)), n];
}

function apartIn(comparison: Comparison, measure: Measure): string | undefined {
  const texts = textsOf(experimentTexts);
  const of = comparison[measure];
  if (!of) return undefined;
  const [low, high] = [signed(of.low), signed(of.high)];
  return 'difference' in of
    ? texts.days(signed(of.difference), low, high)
    : texts.points(signed(of.points), low, high);
}

/** @param props.of - Name of the column, which a narrow window shows beside each cell. */
function Figures({ of, cell }: { of: string; cell: Cell | undefined }) {
  if (!cell) return <td />;
  const [main, ...below] = cell;
  return (
    <td data-of={of}>
      <span>
        <bdi>{main}</bdi>
        {below.map((line) => (
          <small key={line}>
            <bdi>{line}</bdi>
          </small>
        ))}
      </span>
    </td>
  );
}
