import type { Subject } from '../targeting/condition.ts';
import type { ContentState, Facts } from '../targeting/facts.ts';
import { inSample, sampleBucket } from '../targeting/sample.ts';
import type { ContentKind } from '../content/delivery.ts';
import type { VariantKey, VariantPlan } from './variants.ts';
import { drawnVariant, VARIANTS, variantsIn } from './variants.ts';

/**
 * Keeps a stable part of those who would get something without it, or gives each of them one of several variants, or both, so that what
 * it does can be told from what would have happened anyway.
 */
export interface Experiment {
  /** What is assigned as a whole and counted as one. */
  unit: Subject;
  /** Share of the units that gets nothing, 1–50; with variants it may be 0. */
  controlPercent: number;
  /** Who gets something gets one of these. Absent: all get the same. */
  variants?: VariantPlan | undefined;
  /** What counts as success, in both arms: a tracked event on one of so many days after the day of the assignment. */
  goal: { event: string; withinDays: number };
  /** Units that each arm needs before anything is concluded; set before the start. */
  plannedPerArm: number;
}

/** Who is kept without, who gets the content, and who gets a variant of it. */
export const ARMS = ['control', 'content', ...VARIANTS] as const;

/** One of {@link ARMS}. */
export type Arm = (typeof ARMS)[number];

/** One member of an experiment. */
export interface Unit {
  type: Subject;
  id: string;
  /** Place among all units, in [0, 100); those below the share of the experiment are its control group. */
  place: number;
}

/** Under which all contents of a workspace are an experiment together. */
export const WHOLE_WORKSPACE = 'workspace';

/**
 * Whom the experiment assigns when this person comes: themselves, or their account. Its place depends on nothing but the
 * experiment and its own id (ids are of one workspace), so it stays for ever and nobody moves when others join; a sample or another
 * experiment draws apart from it.
 *
 * @param of - A content's id, or {@link WHOLE_WORKSPACE}.
 * @returns undefined for people without an account, or for whom no token vouches (they could name any), where accounts are
 *   assigned: they get the content and are not counted.
 */
export function unitOf(
  { unit }: Pick<Experiment, 'unit'>,
  of: string,
  { contact, account }: Pick<Facts, 'contact' | 'account'>,
): Unit | undefined {
  const id = unit === 'contact' ? contact.id : contact.verified ? account?.id : undefined;
  return id === undefined || id === '' ? undefined : { type: unit, id, place: sampleBucket(saltOf(of), id) };
}

/** In which arm a unit is. The control group is drawn first, and apart from the variants. */
export function armOf(
  { controlPercent, variants }: Pick<Experiment, 'controlPercent' | 'variants'>,
  of: string,
  id: string,
): Arm {
  if (inSample(controlPercent, saltOf(of), id)) return 'control';
  return (variants && drawnVariant(variants, of, id)) ?? 'content';
}

/** The arms of an experiment, each with its share of the units, 0–1. */
export function armsOf({
  controlPercent,
  variants,
}: Pick<Experiment, 'controlPercent' | 'variants'>): { arm: Arm; share: number }[] {
  const control = controlPercent / 100;
  const weightOf = (variant: VariantKey | null) => variants?.[variant ?? 'base']?.weight ?? 1;
  const given = variantsIn(variants);
  const all = given.reduce((sum, variant) => sum + weightOf(variant), 0);
  return [
    ...(control > 0 ? [{ arm: 'control' as const, share: control }] : []),
    ...given.map((variant) => ({
      arm: variant ?? ('content' as const),
      share: ((1 - control) * weightOf(variant)) / all,
    })),
  ];
}

/** What the units of an arm get: a variant, null the base; undefined: nothing. */
export function variantOfArm(arm: Arm): VariantKey | null | undefined {
  if (arm === 'control') return undefined;
  return arm === 'content' ? null : arm;
}

const saltOf = (of: string): string => `control ${of}`;

/**
 * Whether a person has met a content: it was opened for them, or they opened, closed or answered it. Nothing is taken away
 * from them for an experiment, and they are not counted in it.
 */
export function hasMet(state: ContentState | undefined): boolean {
  return (
    state !== undefined &&
    (state.attempts > 0 ||
      state.optedOut ||
      [
        state.lastClaimedAt,
        state.lastShownAt,
        state.openedAt,
        state.lastDismissedAt,
        state.lastAnsweredAt,
      ].some((at) => at !== undefined))
  );
}

/**
 * Whether a person can still become part of the experiment with a content. Whoever has met it is not: of a control group they
 * could not be any more, and a checklist they have begun stays what it is. A survey begins anew whenever it is asked, so that its variants alone
 * are for everybody.
 */
export function mayJoin(
  experiment: Pick<Experiment, 'controlPercent'>,
  kind: ContentKind,
  state: ContentState | undefined,
): boolean {
  if (state?.completedAt !== undefined) return false;
  return (kind === 'survey' && experiment.controlPercent === 0) || !hasMet(state);
}

/** What a person was given before. */
export interface GivenBefore {
  /** With which variant they, or their account, have begun the checklist; null: with the base; undefined: they have not. */
  begun?: VariantKey | null | undefined;
  /** In which arm they, or their account, have been since they came into the experiment. */
  arm?: Arm | undefined;
}

/**
 * The variant that a person gets; null is the base. Once given it stays, for as long as there is that variant: what was begun, then the
 * first assignment, then chance. Whoever can not become part of the experiment gets the base.
 */
export function variantFor(
  { id, kind, experiment }: { id: string; kind: ContentKind; experiment?: Experiment | null | undefined },
  { contact, account, content }: Pick<Facts, 'contact' | 'account' | 'content'>,
  { begun, arm }: GivenBefore,
): VariantKey | null {
  const plan = experiment?.variants;
  if (!plan) return null;
  const kept = begun === undefined && arm !== undefined ? variantOfArm(arm) : begun;
  if (kept === null || (kept !== undefined && plan[kept] !== undefined)) return kept;
  if (kept === undefined && !mayJoin(experiment, kind, content[id])) return null;
  const unit = unitOf(experiment, id, { contact, account });
  return unit ? drawnVariant(plan, id, unit.id) : null;
}

/** Whether an experiment keeps this person without the content. */
export function isControl(
  experiment: Experiment | null | undefined,
  of: string,
  facts: Facts,
  state: ContentState | undefined,
): boolean {
  if (!experiment || hasMet(state)) return false;
  const unit = unitOf(experiment, of, facts);
  return unit !== undefined && armOf(experiment, of, unit.id) === 'control';
}
