import { decide } from '@banso/domain/decide';
import { stepsToComplete } from '@banso/domain/onboarding';
import type { LiveChecklist } from '../catalogue.ts';
import { checklistFor } from '../given-editions.ts';
import { progressKey, subjectOf } from '../ledger.ts';
import { stepDone, stepsOf } from '../projections/checklist-progress.ts';
import { anywhere, factsOf, knownIn, NO_PAGE, situationOf } from '../situation.ts';
import type { Caller } from './caller.ts';
import { noteConsequence } from './caller.ts';
import { applyGiven, settleChecklist } from './checklists.ts';

/**
 * Completes the steps whose condition holds now, of every checklist that waits, whenever the facts that it rests on
 * happened. Finishing one checklist may wake another, which is looked at too.
 */
export function completeSteps(caller: Caller): void {
  // an addition while it is walked is walked as well
  for (const content of caller.waiting) {
    caller.waiting.delete(content);
    completeStepsOf(caller, content);
  }
}

function completeStepsOf(caller: Caller, content: LiveChecklist): void {
  const { ledger, actor, receivedAt, triggeredAt } = caller;
  if (content.candidate.status !== 'published') return;
  const key = progressKey(subjectOf(content.body, actor), content.id);
  const known = ledger.progress.get(key);
  const all = knownIn(ledger, actor);
  const facts = factsOf(all, actor, receivedAt);
  const { body, version, variant } = checklistFor(all, actor, facts, content);
  if (!known && !isFor(caller, content)) return;

  const keys = stepsToComplete(body, known ? stepsOf(known) : [], facts);
  if (keys.length === 0) return;
  applyGiven(caller, content, { version, variant }, triggeredAt);
  for (const step of keys) {
    const progress = ledger.progress.need(key);
    ledger.progress.set(
      key,
      stepDone(progress, step, { doneAt: triggeredAt, doneBy: actor.contactId, via: 'event' }),
    );
    noteConsequence(ledger, actor, {
      type: 'step_completed',
      contentId: content.id,
      at: triggeredAt,
      receivedAt,
      payload: { version, ...(variant && { variant }), step, via: 'event' },
    });
  }
  settleChecklist(caller, content, known);
}

/** Whether the team means the checklist for this person: whatever the person said to it, what was done is done. */
function isFor({ ledger, actor, receivedAt }: Caller, content: LiveChecklist): boolean {
  const known = knownIn(ledger, actor);
  const facts = factsOf(known, actor, receivedAt);
  const { [content.id]: _said, ...others } = facts.content;
  const situation = situationOf(known, actor, { ...facts, content: others }, NO_PAGE, undefined);
  return decide({ ...situation, candidates: [anywhere(content.candidate)] }).show.length > 0;
}
