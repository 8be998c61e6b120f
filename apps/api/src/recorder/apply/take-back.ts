import type { BroughtLine, StateFact } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import type { Ledger } from '../ledger.ts';

/**
 * Takes imported responses out of the ledger: what they added to scores, answers and states is taken off again, whatever came
 * beside them. Their rows go once that is written.
 */
export function takeBack(ledger: Ledger, importId: string, lines: readonly BroughtLine[]): void {
  const own = lines.filter(({ responseId }) => ledger.responses.get(responseId)?.importId === importId);
  const leaving = new Set(own.map(({ responseId }) => responseId));
  const isLeaving = ({ payload }: StateFact): boolean => leaving.has(String(payload['responseId']));
  const facts = Map.groupBy(ledger.stateFacts, ({ contactId, contentId }) => `${contactId} ${contentId}`);

  for (const { responseId, contactId } of own) {
    const response = ledger.responses.need(responseId);
    ledger.responses.set(responseId, {
      ...response,
      score: null,
      scoreAt: null,
      supersededAt: null,
      comment: null,
      completedAt: null,
      answers: new Map(),
    });
    const its = facts.get(`${contactId} ${response.contentId}`) ?? [];
    restoreState(
      ledger,
      { contactId, contentId: response.contentId },
      { gone: its.filter(isLeaving), left: its.filter((fact) => !isLeaving(fact)) },
    );
    const person = ledger.people.need(contactId);
    if (person.lastInterruptedAt !== null && person.lastInterruptedAt === response.answeredAt)
      ledger.people.set(contactId, {
        ...person,
        lastInterruptedAt: ledger.lastInterruptions.get(contactId) ?? null,
      });
  }
  ledger.takenBack.push({
    importId,
    lines,
    factIds: ledger.stateFacts.filter(isLeaving).map(({ id }) => id),
  });
}

/** What a state knows from facts that leave, it knows from those that are left. */
function restoreState(
  ledger: Ledger,
  of: { contactId: string; contentId: string },
  { gone, left }: { gone: readonly StateFact[]; left: readonly StateFact[] },
): void {
  const state = ledger.states.get(of.contactId, of.contentId);
  const times = new Set(gone.map(({ at }) => at));
  const restored = (known: Instant | undefined, fits: (fact: StateFact) => boolean): Instant | undefined =>
    known === undefined || !times.has(known)
      ? known
      : left
          .filter(fits)
          .map(({ at }) => at)
          .toSorted()
          .at(-1);
  ledger.states.set(of.contactId, of.contentId, {
    ...state,
    lastShownAt: restored(
      state.lastShownAt,
      ({ type, payload }) =>
        type === 'content_shown' || (type === 'survey_answered' && payload['importId'] !== undefined),
    ),
    lastAnsweredAt: restored(state.lastAnsweredAt, (fact) => fact.type === 'survey_answered' && isSaid(fact)),
    completedAt: restored(state.completedAt, ({ type }) => type === 'survey_completed'),
  });
}

/** A question that was skipped is no answer. */
function isSaid({ payload: { value } }: StateFact): boolean {
  return value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '');
}
