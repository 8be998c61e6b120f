import type { Candidate, Decision } from './decision.ts';
import { HOLD_REASONS } from './decision.ts';

/** How a content is given, or that it is not. */
export const OUTCOMES = ['popover', 'banner', 'panel', 'held'] as const;

/** One of {@link OUTCOMES}. */
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Everything that can be the reason of a decision: why it is shown, why it is held, and of a claim that it was granted, or was
 * for something that never interrupts.
 */
export const DECISION_REASONS = [
  'eligible',
  'in_progress',
  'finished',
  'granted',
  'not_interruptive',
  ...HOLD_REASONS,
] as const;

/** One of {@link DECISION_REASONS}. */
export type DecisionReason = (typeof DECISION_REASONS)[number];

/** What became of one content for one person. */
export interface DecisionOutcome {
  contentId: string;
  outcome: Outcome;
  reason: DecisionReason;
  version: number;
}

/**
 * A decision as one line for each content.
 * @param standing - What was decided before: a content that is no longer among the candidates is not published any more.
 */
export function outcomesOf(
  { show, held }: Decision,
  candidates: readonly Candidate[],
  standing: readonly DecisionOutcome[],
): DecisionOutcome[] {
  const versions = new Map(candidates.map(({ id, version }) => [id, version]));
  const gone = standing.filter(({ contentId }) => !versions.has(contentId));
  return [
    ...show.map(({ contentId, surface, reason, version }) => ({
      contentId,
      outcome: surface,
      reason,
      version,
    })),
    ...held.map(({ contentId, reason }) => ({
      contentId,
      outcome: 'held' as const,
      reason,
      version: versions.get(contentId) ?? 0,
    })),
    ...gone.map(({ contentId, version }) => ({
      contentId,
      outcome: 'held' as const,
      reason: 'not_published' as const,
      version,
    })),
  ];
}

/** Whether nothing changed: neither what is shown where, nor why, nor which version. */
export function isSameOutcome(one: DecisionOutcome, other: DecisionOutcome): boolean {
  return one.outcome === other.outcome && one.reason === other.reason && one.version === other.version;
}
