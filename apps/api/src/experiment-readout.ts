import type * as contract from '@banso/contract/experiment';
import type { Db } from '@banso/database';
import { assignments } from '@banso/database';
import { scaleOf, scoresOf, type ScaleType } from '@banso/domain/content';
import type { ArmReadout, Comparison, Experiment, ScaleAnswers } from '@banso/domain/experiment';
import { ARMS, readoutOf } from '@banso/domain/experiment';
import type { Day, Instant } from '@banso/domain/time';

/** What is read, and until when. */
interface Read {
  experiment: Experiment;
  /** A content's id, or `WHOLE_WORKSPACE`. */
  of: string;
  /** Undefined: from the first unit on. */
  since?: Instant;
  asOf: Day;
  /** The question of a survey whose answers are compared. */
  scale?: { question: string; type: ScaleType } | undefined;
}

/** What an experiment says, as the contract shows it. */
export async function experimentReadout(
  db: Db,
  workspaceId: string,
  { experiment, of, since, asOf, scale }: Read,
): Promise<contract.Readout> {
  const { unit, goal } = experiment;
  const groups = await assignments.groups(db, workspaceId, { experiment: of, unit, goal: goal.event, since });
  const given =
    scale &&
    (await assignments.answers(db, workspaceId, { experiment: of, unit, since, question: scale.question }));
  const answers = scale && given && answersOf(scale.type, given);
  const { arms, comparisons, ratio, ...states } = readoutOf(experiment, groups, asOf, answers);
  return {
    arms: Object.fromEntries(
      ARMS.flatMap((arm) => {
        const found = arms[arm];
        return found ? [[arm, armOnWire(found)]] : [];
      }),
    ),
    ...states,
    comparisons: comparisons.map(comparisonOnWire),
    ratio: ratio ?? null,
  };
}

function answersOf(type: ScaleType, given: Awaited<ReturnType<typeof assignments.answers>>): ScaleAnswers {
  const scores = scoresOf(scaleOf(type) ?? { low: 0, high: 0 });
  const byArm = Map.groupBy(given, ({ arm }) => arm);
  return {
    type,
    histograms: Object.fromEntries(
      [...byArm].map(([arm, rows]) => [
        arm,
        scores.map((score) => rows.find(({ number }) => number === score)?.count ?? 0),
      ]),
    ),
  };
}

function armOnWire({ activated, completed, days, timeToValue, lost, renewed, score, ...counts }: ArmReadout) {
  return {
    ...counts,
    completed: completed ?? null,
    activated: activated ?? null,
    days: days ? { ...days, low: days.low ?? null, high: days.high ?? null } : null,
    timeToValue: timeToValue ?? null,
    lost: lost ?? null,
    renewed: renewed ?? null,
    score: score ?? null,
  };
}

function comparisonOnWire({
  arm,
  against,
  activation,
  timeToValue,
  completed,
  lost,
  renewal,
  score,
}: Comparison) {
  return {
    arm,
    against,
    activation: activation ?? null,
    timeToValue: timeToValue ?? null,
    completed: completed ?? null,
    lost: lost ?? null,
    renewal: renewal ?? null,
    score: score ?? null,
  };
}
