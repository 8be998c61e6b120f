import { LEAST_FOR_SCORE } from '../statistics/confidence.ts';
import type { BoundedMean, MeanDifference } from '../statistics/bounded-mean.ts';
import { boundedMean, meanDifference } from '../statistics/bounded-mean.ts';
import type { Median } from '../statistics/median.ts';
import { medianOf } from '../statistics/median.ts';
import type { SampleRatio } from '../statistics/sample-ratio.ts';
import { sampleRatio } from '../statistics/sample-ratio.ts';
import type { ShareDifference } from '../statistics/share-difference.ts';
import { shareDifference } from '../statistics/share-difference.ts';
import type { Share } from '../statistics/wilson.ts';
import { wilson } from '../statistics/wilson.ts';
import type { RenewalOutcome } from '../renewal/renewal.ts';
import type { Day } from '../time/instant.ts';
import { daysBetween, haveElapsed, isWithin } from '../statistics/within-days.ts';
import { zOfFamily } from '../statistics/z-of-family.ts';
import type { Arm, Experiment } from './experiment.ts';
import { armsOf } from './experiment.ts';
import type { ArmScore, ScaleAnswers } from './scale-answers.ts';
import { scoreDifference, scoreOf } from './scale-answers.ts';

/** Units of one arm that are alike in everything that the readout looks at. Days are in UTC. */
export interface UnitGroup {
  arm: Arm;
  assignedOn: Day;
  /** First day from the assignment's on with the event of the goal; null: there was none. */
  goalOn: Day | null;
  /** The event had happened on an earlier day. */
  hadGoal: boolean;
  /** Somebody of the unit saw the content, or opened it. */
  exposed: boolean;
  /** Finished the checklist, or answered the survey. */
  finished: boolean;
  /** Of an account: whether it has left. Null: the unit is a person. */
  lost: boolean | null;
  /** The first renewal of the account (of a person: of theirs now) that was decided and came due after the day of the assignment. */
  decided: { dueOn: Day; outcome: RenewalOutcome } | null;
  /** When the renewal comes due that is open, if that is after the day of the assignment. */
  openDueOn: Day | null;
  count: number;
}

/** What became of one arm. */
export interface ArmReadout {
  assigned: number;
  exposed: number;
  finished: number;
  /** Those who finished, of all that were assigned. Undefined: nobody is. */
  completed: Share | undefined;
  /** Had reached the goal before they were assigned; not counted. */
  hadGoal: number;
  /** Their days have not run out; not counted yet. */
  waiting: number;
  /** Of those who are counted, who reached the goal in their days. Undefined: nobody is counted. */
  activated: Share | undefined;
  /** Days to the goal, of those who reached it. */
  days: Median | undefined;
  /** Mean days to the goal of all who are counted; who did not reach it counts with all of the days. Undefined: nobody is counted. */
  timeToValue: BoundedMean | undefined;
  /** Accounts that have left, of all that were assigned. Undefined: units are people, or there are none. */
  lost: Share | undefined;
  /** Of the units whose renewal came due after their assignment, those whose was renewed. Undefined: none came due. */
  renewed: Share | undefined;
  /** Renewals among them of which nobody has said yet what became of them: they count as due, and not as renewed. */
  undecided: number;
  /** What they answered to the scale of the survey. Undefined: it has none, or nobody did. */
  score: ArmScore | undefined;
}

/** One arm held against another, `arm − against`. What is undefined has too few units in either. */
export interface Comparison {
  arm: Arm;
  against: Arm;
  activation: ShareDifference | undefined;
  /** In days. Also those count who did not reach the goal: to compare only those who did would compare two selections. */
  timeToValue: MeanDifference | undefined;
  /** Of two variants: who finished it, or answered it. A control group has nothing to finish. */
  completed: ShareDifference | undefined;
  lost: ShareDifference | undefined;
  renewal: ShareDifference | undefined;
  score: ShareDifference | undefined;
}

/** What an experiment says. */
export interface Readout {
  /** Those of the plan, and no others. */
  arms: Readonly<Partial<Record<Arm, ArmReadout>>>;
  /** `too_early`: an arm has fewer counted units than were planned, and no number says anything yet. */
  state: 'nobody' | 'too_early' | 'ready';
  /** As `state`, by the renewals of each arm that are decided. `nobody`: none came due. */
  renewalState: 'nobody' | 'too_early' | 'ready';
  /**
   * The content against the control group, and each variant against the base. Their intervals hold together in 95 of 100
   * experiments (see `zOfFamily`): with three comparisons each of them is that of 98.3 %.
   */
  comparisons: readonly Comparison[];
  /** Undefined: too few units to tell. */
  ratio: SampleRatio | undefined;
}

/**
 * Compares the arms by how they were assigned, whatever they saw (intention to treat). The activation rate is that of
 * definitions.md: units that reached the goal within their days, of those whose days have fully elapsed. Units that had reached it
 * before are left out of both arms. The renewal rate is renewed ÷ due of definitions.md, in the period of the due date: of each unit the first
 * renewal that came due after its assignment, on the last day that counts at the latest. A difference is told from {@link LEAST_FOR_SCORE} units in each arm on.
 *
 * @param asOf - Today, or the day on which the experiment ended: no later day counts.
 * @param answers - Of a survey, to the scale that all of its variants ask for.
 */
export function readoutOf(
  experiment: Experiment,
  groups: readonly UnitGroup[],
  asOf: Day,
  answers?: ScaleAnswers,
): Readout {
  const planned = armsOf(experiment);
  const arms = planned.map(({ arm }) => ({
    arm,
    ...armReadout(experiment, ofArm(groups, arm), asOf, arm, answers),
  }));
  const daysOf = (arm: Arm) => daysToGoal(experiment, countedIn(experiment, ofArm(groups, arm), asOf).over);
  const readout = (arm: Arm) => arms.find((one) => one.arm === arm);
  const pairs = planned.flatMap(({ arm }): Pick<Comparison, 'arm' | 'against'>[] => {
    if (arm === 'control') return [{ arm: 'content', against: 'control' }];
    return arm === 'content' ? [] : [{ arm, against: 'content' }];
  });
  const z = zOfFamily(pairs.length);
  const counted = arms.map(({ activated }) => activated?.n ?? 0);
  return {
    arms: Object.fromEntries(arms.map(({ arm, ...found }) => [arm, found])),
    state: arms.every(({ assigned }) => assigned === 0)
      ? 'nobody'
      : Math.min(...counted) < experiment.plannedPerArm
        ? 'too_early'
        : 'ready',
    renewalState: renewalStateOf(arms, experiment.plannedPerArm),
    comparisons: pairs.map(({ arm, against }) => {
      const [one, other] = [readout(arm), readout(against)];
      return {
        arm,
        against,
        activation: difference(one?.activated, other?.activated, z),
        timeToValue: isEnough(one?.activated, other?.activated)
          ? meanDifference(daysOf(arm), daysOf(against), experiment.goal.withinDays, z)
          : undefined,
        completed: against === 'control' ? undefined : difference(one?.completed, other?.completed, z),
        lost: difference(one?.lost, other?.lost, z),
        renewal: difference(one?.renewed, other?.renewed, z),
        score: answers && scoreDifference(answers, arm, against, z),
      };
    }),
    ratio: sampleRatio(planned.map(({ arm, share }) => ({ count: readout(arm)?.assigned ?? 0, share }))),
  };
}

function armReadout(
  experiment: Experiment,
  groups: readonly UnitGroup[],
  asOf: Day,
  arm: Arm,
  answers: ScaleAnswers | undefined,
): ArmReadout {
  const { goal } = experiment;
  const { over, waiting, hadGoal } = countedIn(experiment, groups, asOf);
  const inTime = over.filter(({ assignedOn, goalOn }) => isWithin(assignedOn, goalOn, goal.withinDays));
  const accounts = groups.filter(({ lost }) => lost !== null);
  const due = groups.flatMap((group) => {
    const first = firstDue(group);
    return first && first.dueOn <= asOf ? [{ count: group.count, outcome: first.outcome }] : [];
  });
  const dueWith = (outcome: RenewalOutcome | undefined) =>
    sum(due.filter((each) => each.outcome === outcome));
  const finished = sum(groups.filter((group) => group.finished));
  return {
    assigned: sum(groups),
    exposed: sum(groups.filter(({ exposed }) => exposed)),
    finished,
    completed: wilson(finished, sum(groups)),
    hadGoal: sum(hadGoal),
    waiting: sum(waiting),
    activated: wilson(sum(inTime), sum(over)),
    days: medianOf(daysToGoal(experiment, inTime)),
    timeToValue: boundedMean(daysToGoal(experiment, over), goal.withinDays),
    lost: wilson(sum(accounts.filter(({ lost }) => lost === true)), sum(accounts)),
    renewed: wilson(dueWith('renewed'), sum(due)),
    undecided: dueWith(undefined),
    score: answers && scoreOf(answers, arm),
  };
}

/** Whose days are over, whose are not, and who had reached the goal before there were any. */
function countedIn({ goal }: Experiment, groups: readonly UnitGroup[], asOf: Day) {
  const [hadGoal, fresh] = parted(groups, (group) => group.hadGoal);
  const [over, waiting] = parted(fresh, ({ assignedOn }) => haveElapsed(assignedOn, goal.withinDays, asOf));
  return { over, waiting, hadGoal };
}

/** Of each unit the days to the goal; all of the days where it was not reached in them. */
function daysToGoal({ goal }: Experiment, groups: readonly UnitGroup[]): number[] {
  return groups.flatMap(({ assignedOn, goalOn, count }) =>
    Array<number>(count).fill(
      isWithin(assignedOn, goalOn, goal.withinDays) ? daysBetween(assignedOn, goalOn) : goal.withinDays,
    ),
  );
}

/** The renewal that came due first after the assignment; without an outcome it is open. */
function firstDue({
  decided,
  openDueOn,
}: UnitGroup): { dueOn: Day; outcome: RenewalOutcome | undefined } | undefined {
  if (openDueOn === null || (decided && decided.dueOn <= openDueOn)) return decided ?? undefined;
  return { dueOn: openDueOn, outcome: undefined };
}

function renewalStateOf(arms: readonly ArmReadout[], planned: number): Readout['renewalState'] {
  if (arms.every(({ renewed }) => renewed === undefined)) return 'nobody';
  const decided = arms.map(({ renewed, undecided }) => (renewed?.n ?? 0) - undecided);
  return Math.min(...decided) < planned ? 'too_early' : 'ready';
}

function difference(
  one: Share | undefined,
  other: Share | undefined,
  z: number,
): ShareDifference | undefined {
  if (!one || !other || !isEnough(one, other)) return undefined;
  const [wide, beside] = [wilson(one.count, one.n, z), wilson(other.count, other.n, z)];
  return wide && beside && shareDifference(wide, beside);
}

const isEnough = (one: Share | undefined, other: Share | undefined) =>
  Math.min(one?.n ?? 0, other?.n ?? 0) >= LEAST_FOR_SCORE;
const ofArm = (groups: readonly UnitGroup[], arm: Arm) => groups.filter((group) => group.arm === arm);
const sum = (groups: readonly Pick<UnitGroup, 'count'>[]) =>
  groups.reduce((all, { count }) => all + count, 0);

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
