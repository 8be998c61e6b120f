import type { ChecklistBody } from '@banso/domain/content';
import type { VariantKey } from '@banso/domain/experiment';
import { progressOf } from '@banso/domain/onboarding';
import type { Instant } from '@banso/domain/time';
import { dayOf } from '@banso/domain/time';
import type { LiveChecklist } from '../catalogue.ts';
import { progressKey, shownIn, subjectOf } from '../ledger.ts';
import { checklistFor } from '../given-editions.ts';
import type { KeptProgress } from '../projections/checklist-progress.ts';
import { given, stepDone, stepReopened, stepsOf } from '../projections/checklist-progress.ts';
import type { ReceivedFact } from '../received-fact.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import { factsOf, knownIn } from '../situation.ts';
import type { Caller } from './caller.ts';
import { noteConsequence, wake } from './caller.ts';

/** What was shown of a checklist. */
interface Shown {
  version: number;
  variant?: VariantKey | null | undefined;
}

type StepEvent = Extract<ReceivedFact['event'], { type: 'step_completed' | 'step_reopened' }>;

/** The checklist was given to the person: from now on there is progress to speak of. */
export function applyGiven(
  { ledger, actor }: Caller,
  content: LiveChecklist,
  { version, variant = null }: Shown,
  at: Instant,
): void {
  const subjectId = subjectOf(content.body, actor);
  const key = progressKey(subjectId, content.id);
  ledger.progress.set(
    key,
    given(ledger.progress.get(key), { contentId: content.id, subjectId, version, variant }, at),
  );
}

/** A person ticked or unticked a step. */
export function applyStep(
  caller: Caller,
  event: StepEvent,
  occurredAt: Instant,
  content: LiveChecklist,
): Refusal | undefined {
  const { ledger, actor } = caller;
  const body = shownIn(ledger.bodies, content, event);
  if (!body || !('steps' in body)) return refusal('unknown_content', 'version: was never published');
  const wrong = problemWith(body, event.step);
  if (wrong) return wrong;

  const key = progressKey(subjectOf(content.body, actor), content.id);
  const known = ledger.progress.get(key);
  if (event.type === 'step_reopened') {
    const via = known?.steps.get(event.step)?.via;
    if (via !== undefined && via !== 'person') return refusal('invalid', 'step: was not ticked by a person');
    if (!known || via === undefined) return undefined;
    ledger.progress.set(key, stepReopened(known, event.step));
  } else {
    applyGiven(caller, content, event, occurredAt);
    const progress = ledger.progress.need(key);
    ledger.progress.set(
      key,
      stepDone(progress, event.step, { doneAt: occurredAt, doneBy: actor.contactId, via: 'person' }),
    );
  }
  settleChecklist(caller, content, known);
  return undefined;
}

/** Notes that a checklist was finished, when it now is, and tells the console what moved. */
export function settleChecklist(
  caller: Caller,
  content: LiveChecklist,
  before: KeptProgress | undefined,
): void {
  const { ledger, actor, receivedAt } = caller;
  const key = progressKey(subjectOf(content.body, actor), content.id);
  const progress = ledger.progress.need(key);
  if (progress.steps === before?.steps) return;
  ledger.news.set(`progress ${key}`, {
    type: 'progress',
    contentId: content.id,
    contactId: actor.contactId,
    accountId: actor.accountId,
  });
  if (progress.completedAt !== null) return;

  const known = knownIn(ledger, actor);
  const facts = factsOf(known, actor, receivedAt);
  const { body, version, variant } = checklistFor(known, actor, facts, content);
  const found = progressOf(body, stepsOf(progress), { facts, startedAt: progress.startedAt });
  if (!found.completed) return;
  const completedAt = found.completedAt ?? receivedAt;
  ledger.progress.set(key, { ...progress, completedAt });
  const state = ledger.states.get(actor.contactId, content.id);
  ledger.states.set(actor.contactId, content.id, { ...state, completedAt });
  ledger.metrics.push({ contentId: content.id, day: dayOf(completedAt), metric: 'completed', count: 1 });
  noteConsequence(ledger, actor, {
    type: 'checklist_completed',
    contentId: content.id,
    at: completedAt,
    receivedAt,
    payload: { version, ...(variant && { variant }) },
  });
  wake(caller, ledger.catalogue.byContent.get(content.id), caller.triggeredAt);
}

function problemWith(body: ChecklistBody, key: string): Refusal | undefined {
  const step = body.steps.find((each) => each.key === key);
  if (!step) return refusal('unknown_step', `step: the checklist has none named ${key}`);
  if (step.completeWhen !== null || step.owner !== 'customer')
    return refusal('unknown_step', 'step: is not ticked by the person');
  return undefined;
}
