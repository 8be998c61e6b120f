import type { VariantKey } from '@banso/domain/experiment';
import type { StepDone } from '@banso/domain/onboarding';
import type { Instant } from '@banso/domain/time';

/** One finished step as it is kept. */
export interface KeptStep {
  doneAt: Instant;
  /** Id of the contact or member who did it, or whose event did; null: nobody is known. */
  doneBy: string | null;
  via: StepDone['via'];
}

/** How far a contact, or an account where the checklist is shared, is with a checklist. */
export interface KeptProgress {
  contentId: string;
  /** The contact's or the account's id. */
  subjectId: string;
  /** The newest version that anybody of the subject was shown. */
  version: number;
  /** Which variant of it; null: the base. It stays while there is that variant. */
  variant: VariantKey | null;
  startedAt: Instant;
  lastStepAt: Instant | null;
  /** Once set it stays. */
  completedAt: Instant | null;
  steps: ReadonlyMap<string, KeptStep>;
}

/** The checklist was given for the first time, or again in another version. */
export function given(
  known: KeptProgress | undefined,
  origin: Pick<KeptProgress, 'contentId' | 'subjectId' | 'version' | 'variant'>,
  at: Instant,
): KeptProgress {
  if (!known) return { ...origin, startedAt: at, lastStepAt: null, completedAt: null, steps: new Map() };
  if (known.version >= origin.version) return known;
  return { ...known, version: origin.version, variant: origin.variant };
}

/** A step was finished; the first time stands. */
export function stepDone(progress: KeptProgress, key: string, step: KeptStep): KeptProgress {
  if (progress.steps.has(key)) return progress;
  const { lastStepAt } = progress;
  return {
    ...progress,
    steps: new Map(progress.steps).set(key, step),
    lastStepAt: lastStepAt !== null && lastStepAt > step.doneAt ? lastStepAt : step.doneAt,
  };
}

/** A ticked step was unticked. A step that is not done stays so. */
export function stepReopened(progress: KeptProgress, key: string): KeptProgress {
  if (!progress.steps.has(key)) return progress;
  const steps = new Map(progress.steps);
  steps.delete(key);
  return { ...progress, steps };
}

/** The steps as the domain takes them. */
export function stepsOf({ steps }: Pick<KeptProgress, 'steps'>): StepDone[] {
  return [...steps].map(([key, { doneAt, doneBy, via }]) => ({
    key,
    at: doneAt,
    by: doneBy ?? undefined,
    via,
  }));
}
