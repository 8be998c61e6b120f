import type {
  Candidate,
  Decision,
  DecisionInput,
  Held,
  HoldReason,
  Shown,
  ShowReason,
  Situation,
  Surface,
} from './decision.ts';
import type { Gate, Prepared } from './gates.ts';
import { EXPERIMENT_GATES, GATES, isFinished, prepare, stateOf } from './gates.ts';
import { opensAs } from './opens-as.ts';
import { dismissedRecently } from './recurrence.ts';

/**
 * Chooses what one person gets on one page, and gives one reason for everything that they do not get.
 *
 * Gates are asked in the order of `HOLD_REASONS`; the first closed one is the reason. What may open by itself is given as
 * `popover` or `banner`, at most one: the first by priority, then older publication, then id; the others are `lower_priority`.
 *
 * What does not interrupt waits in the panel and is not asked about interruptions: the clocks after showing and
 * dismissing, attempts, claims, fatigue, slot. So does an interruptive checklist or announcement that only those hold, a finished
 * one as `finished`; a survey that may not interrupt is held. Whatever the surface, a survey is not asked again before its clock
 * after the answer runs out, and "later" and "no more of this" are honoured. Who is left by all of that may be kept without it by an
 * experiment. The order of the candidates does not matter.
 */
export function decide(input: DecisionInput): Decision {
  const situation = prepare(input);
  const show: Shown[] = [];
  const held: Held[] = [];
  let slotTaken = false;

  for (const candidate of input.candidates.toSorted(byPriority)) {
    const verdict = verdictOn(candidate, situation, slotTaken);
    if (verdict.surface === undefined) {
      held.push({ contentId: candidate.id, reason: verdict.reason });
    } else {
      show.push(shownAs(verdict.surface, candidate, situation));
      slotTaken ||= verdict.surface !== 'panel';
    }
  }
  return { show, held };
}

/**
 * Whether an interruption with this content may be granted now: every gate but the slot, against the state inside the
 * transaction that records the grant. A grant is a claim; while it is fresh and nothing was heard of it (see
 * `CLAIM_LEASE_MS`), every other claim is refused with `claimed_elsewhere`.
 *
 * @returns The reason of the refusal; undefined: grant it.
 */
export function mayClaim(candidate: Candidate, situation: Situation): HoldReason | undefined {
  const prepared = prepare(situation);
  return closedOf(GATES, candidate, prepared) ?? closedOf(EXPERIMENT_GATES, candidate, prepared);
}

function closedOf(gates: readonly Gate[], candidate: Candidate, situation: Prepared): HoldReason | undefined {
  return gates.find((gate) => gate.isClosed(candidate, situation))?.reason;
}

/**
 * What becomes of everything that may open by itself: the reason why it does not, undefined where it does. The same verdict as
 * {@link decide}, also for what waits in the panel instead and so is not held there.
 */
export function interruptions(input: DecisionInput): Map<string, HoldReason | undefined> {
  const situation = prepare(input);
  let slotTaken = false;
  const verdicts = new Map<string, HoldReason | undefined>();
  for (const candidate of input.candidates.toSorted(byPriority)) {
    if (opensAs(candidate) === undefined) continue;
    const closed: HoldReason | undefined =
      closedOf(GATES, candidate, situation) ??
      (slotTaken ? 'lower_priority' : closedOf(EXPERIMENT_GATES, candidate, situation));
    verdicts.set(candidate.id, closed);
    slotTaken ||= closed === undefined;
  }
  return verdicts;
}

type Verdict = { surface: Surface } | { surface: undefined; reason: HoldReason };

function verdictOn(candidate: Candidate, situation: Prepared, slotTaken: boolean): Verdict {
  const surface = opensAs(candidate);
  const waits = surface === undefined || candidate.kind !== 'survey';
  let opens = surface !== undefined;

  for (const gate of GATES) {
    if (gate.guards === 'interruption' && !opens) continue;
    if (!gate.isClosed(candidate, situation)) continue;
    if (gate.guards === 'content' || !waits) return { surface: undefined, reason: gate.reason };
    opens = false;
  }

  if (slotTaken && !waits && opens) return { surface: undefined, reason: 'lower_priority' };
  const without = closedOf(EXPERIMENT_GATES, candidate, situation);
  if (without !== undefined) return { surface: undefined, reason: without };
  return { surface: surface === undefined || !opens || slotTaken ? 'panel' : surface };
}

function shownAs(surface: Surface, candidate: Candidate, { facts }: Prepared): Shown {
  const { id, version, kind, delaySeconds, pages, trigger } = candidate;
  return {
    contentId: id,
    version,
    kind,
    surface,
    when: { delaySeconds, pages, ...(trigger && { trigger }) },
    reason: showReason(candidate, facts),
  };
}

function showReason(candidate: Candidate, facts: Prepared['facts']): ShowReason {
  if (isFinished(candidate, facts) || isPutAway(candidate, facts)) return 'finished';
  const started = candidate.kind === 'checklist' && stateOf(candidate.id, facts)?.openedAt !== undefined;
  return started ? 'in_progress' : 'eligible';
}

/** An announcement that was closed, and does not come back yet. */
function isPutAway({ kind, id, recurrence }: Candidate, facts: Prepared['facts']): boolean {
  const state = stateOf(id, facts);
  return kind === 'announcement' && state !== undefined && dismissedRecently(recurrence, state, facts.now);
}

function byPriority(one: Candidate, other: Candidate): number {
  return (
    other.priority - one.priority ||
    compared(one.publishedAt, other.publishedAt) ||
    compared(one.id, other.id)
  );
}

function compared(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
