import { sameValue } from '../content/same-value.ts';
import type { Experiment } from './experiment.ts';
import type { VariantKey } from './variants.ts';
import { shareOf, variantsIn } from './variants.ts';

/** What a publication does to the experiment of its content. */
export type ExperimentEffect =
  /** Who has met the content keeps it and is not counted. */
  | 'experiment_starts'
  /** The control group gets the content; only what was until then is told. */
  | 'experiment_ends'
  /** Units or share: some change their arm and are still counted where they were. */
  | 'experiment_moves'
  /** What counts as success, or the planned size. */
  | 'experiment_target'
  /** The arm with the content gets another one from now on, and its numbers are of both together. */
  | 'experiment_mixes'
  /** A variant is new, gone, or weighs something else: some who have not met the content get another one than they would have. */
  | 'experiment_variants';

/** One side of a publication: what the version says, or said. */
interface Side {
  delivery: { experiment?: Experiment | undefined };
  body: unknown;
  variants?: Readonly<Partial<Record<VariantKey, unknown>>> | undefined;
}

/** @param before - What customers see now; undefined: nothing yet. */
export function experimentEffects(before: Side | undefined, after: Side): ExperimentEffect[] {
  const [was, is] = [before?.delivery.experiment, after.delivery.experiment];
  if (!before || (!was && !is)) return [];
  if (!was) return ['experiment_starts'];
  if (!is) return ['experiment_ends'];
  const moves = was.unit !== is.unit || was.controlPercent !== is.controlPercent;
  const aims = !sameValue(was.goal, is.goal) || was.plannedPerArm !== is.plannedPerArm;
  const weights = (plan: Experiment['variants']) =>
    plan && variantsIn(plan).map((variant) => [variant, shareOf(plan, variant)?.weight]);
  const redraws = !sameValue(weights(was.variants) ?? null, weights(is.variants) ?? null);
  const both = variantsIn(was.variants).filter((key) => key === null || is.variants?.[key] !== undefined);
  const bodies = ({ body, variants }: Side) => both.map((key) => (key === null ? body : variants?.[key]));
  return [
    ...(moves ? (['experiment_moves'] as const) : []),
    ...(aims ? (['experiment_target'] as const) : []),
    ...(redraws ? (['experiment_variants'] as const) : []),
    ...(sameValue(bodies(before), bodies(after)) ? [] : (['experiment_mixes'] as const)),
  ];
}
