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
import type { Prepared } from './gates.ts';
import { GATES, isFinished, prepare, stateOf } from './gates.ts';

/**
 * Chooses what one person gets on one page, and gives one reason for everything that they do not get.
 *
 * Gates are asked in the order of `HOLD_REASONS`; the first closed one is the reason. What may open by itself is given as
 * `popover`, at most one: the first by priority, then older publication, then id; the others are `lower_priority`.
 *
 * What does not interrupt waits in the panel and is not asked about interruptions: the clocks after showing and
 * dismissing, attempts, claims, fatigue, slot. So does an interruptive checklist that only those hold, a finished one as
 * `finished`; a survey that may not interrupt is held. Whatever the surface, a survey is not asked again before its clock
 * after the answer runs out, and "later" and "no more of this" are honoured. The order of the candidates does not matter.
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
      slotTaken ||= verdict.surface === 'popover';
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
  return GATES.find((gate) => gate.isClosed(candidate, prepared))?.reason;
}

type Verdict = { surface: Surface } | { surface: undefined; reason: HoldReason };

function verdictOn(candidate: Candidate, situation: Prepared, slotTaken: boolean): Verdict {
  const interrupts = candidate.interruptive && candidate.kind !== 'resource';
  const waits = !interrupts || candidate.kind === 'checklist';
  let opens = interrupts;

  for (const gate of GATES) {
    if (gate.guards === 'interruption' && !opens) continue;
    if (!gate.isClosed(candidate, situation)) continue;
    if (gate.guards === 'content' || !waits) return { surface: undefined, reason: gate.reason };
    opens = false;
  }

  if (!opens) return { surface: 'panel' };
  if (!slotTaken) return { surface: 'popover' };
  return waits ? { surface: 'panel' } : { surface: undefined, reason: 'lower_priority' };
}

function shownAs(surface: Surface, candidate: Candidate, { facts }: Prepared): Shown {
  const { id, version, kind, delaySeconds, pages } = candidate;
  return {
    contentId: id,
    version,
    kind,
    surface,
    when: { delaySeconds, pages },
    reason: showReason(candidate, facts),
  };
}

function showReason(candidate: Candidate, facts: Prepared['facts']): ShowReason {
  if (isFinished(candidate, facts)) return 'finished';
  const started = candidate.kind === 'checklist' && stateOf(candidate.id, facts)?.openedAt !== undefined;
  return started ? 'in_progress' : 'eligible';
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
