import type { Candidate, Decision, Situation } from '../decide/decision.ts';
import type { Arm, Experiment } from './experiment.ts';
import { armOf, hasMet, mayJoin, unitOf, WHOLE_WORKSPACE } from './experiment.ts';
import type { Subject } from '../targeting/condition.ts';

/** A unit that takes part in an experiment, from the moment at which it gets the content, or would have got it. */
export interface Assignment {
  /** A content's id, or `WHOLE_WORKSPACE`. */
  experiment: string;
  unit: Subject;
  unitId: string;
  arm: Arm;
  /** Of the content by which it came about. */
  version: number;
}

type Known = Pick<Situation, 'facts' | 'holdout'>;

/**
 * Who takes part in an experiment by this decision. Both arms begin at the same point: nothing but the experiment stood between
 * the person and the content. So who would not get it anyway is in neither, and who met it before the experiment neither.
 */
export function assignmentsIn(
  decision: Decision,
  candidates: readonly Candidate[],
  situation: Known,
): Assignment[] {
  const live = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const reached = [
    ...decision.show.filter(({ reason }) => reason === 'eligible'),
    ...decision.held.filter(({ reason }) => reason === 'control' || reason === 'holdout'),
  ];
  const found = new Map<string, Assignment>();
  for (const { contentId } of reached)
    for (const one of assignmentsBy(live.get(contentId), situation))
      if (!found.has(one.experiment)) found.set(one.experiment, one);
  return [...found.values()];
}

/**
 * The experiments that one content brings a person into, at a moment when every other rule lets it through. Whom the
 * workspace keeps without it is not in the content's own experiment.
 */
export function assignmentsBy(candidate: Candidate | undefined, { facts, holdout }: Known): Assignment[] {
  if (!candidate) return [];
  const { id, kind, version, experiment, everyone } = candidate;
  const state = facts.content[id];
  const isNew = !hasMet(state) && state?.completedAt === undefined;
  const whole =
    holdout && isNew && everyone !== true ? assigned(holdout, WHOLE_WORKSPACE, facts, version) : undefined;
  const own =
    experiment && whole?.arm !== 'control' && mayJoin(experiment, kind, state)
      ? assigned(experiment, id, facts, version)
      : undefined;
  return [whole, own].filter((one) => one !== undefined);
}

function assigned(
  experiment: Experiment,
  of: string,
  facts: Situation['facts'],
  version: number,
): Assignment | undefined {
  const unit = unitOf(experiment, of, facts);
  return (
    unit && {
      experiment: of,
      unit: unit.type,
      unitId: unit.id,
      arm: armOf(experiment, of, unit.id),
      version,
    }
  );
}
