import type { BroughtLine, StateFact } from '@banso/database';
import { later } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { Ledger } from '../ledger.ts';
import type { Response } from '../projections/response.ts';
import { noteAskedElsewhere } from './asked-elsewhere.ts';
import type { Restored } from './replaced.ts';
import { factsOfResponse, restoredBy } from './replaced.ts';

/**
 * Takes imported responses out of the ledger: what they added to scores, answers and states is taken off again, whatever came
 * beside them. Their rows go once that is written. What the import had only changed becomes what it was.
 */
export function takeBack(
  ledger: Ledger,
  importId: string,
  lines: readonly BroughtLine[],
  receivedAt: Instant,
): void {
  const own = lines.filter(({ responseId }) => ledger.responses.get(responseId)?.importId === importId);
  const facts: string[] = [];
  const leaving: string[] = [];
  for (const { responseId } of own) {
    const response = ledger.responses.need(responseId);
    const restored = restoredBy(ledger, responseId, importId);
    if (restored) {
      restore(ledger, response, restored, receivedAt);
      continue;
    }
    leaving.push(responseId);
    facts.push(...allFactsOf(ledger, responseId));
    forget(ledger, response, new Set());
    ledger.responses.set(responseId, {
      ...response,
      score: null,
      scoreAt: null,
      supersededAt: null,
      comment: null,
      completedAt: null,
      answers: new Map(),
    });
  }
  ledger.takenBack.push({ importId, lines, responseIds: leaving, factIds: facts });
}

/** Those that tell how it was changed as well. */
const allFactsOf = ({ stateFacts }: Ledger, responseId: string) =>
  stateFacts.filter(({ payload }) => payload['responseId'] === responseId).map(({ id }) => id);

function restore(
  ledger: Ledger,
  response: Response,
  { former, facts, noteIds }: Restored,
  receivedAt: Instant,
): void {
  const { contactId, accountId, contentId } = response;
  const { factIds, answers, ...was } = former;
  const gone = forget(ledger, response, new Set(factIds));
  const [askedBy] = factIds;
  replaceFacts(ledger, response, { goneIds: [...gone.map(({ id }) => id), ...noteIds], askedBy });
  for (const fact of facts) ledger.events.push({ ...fact, contactId, accountId, contentId, receivedAt });
  ledger.responses.set(response.id, { ...response, ...was, answers: new Map(answers) });
  noteAnsweredThen(ledger, { ...response, ...was }, askedBy);
}

/** What was asked and answered at a time that is over, by which fact. */
export function noteAnsweredThen(
  ledger: Ledger,
  {
    contactId,
    accountId,
    contentId,
    version,
    answeredAt: at,
    completedAt,
    locale,
  }: Pick<
    Response,
    'contactId' | 'accountId' | 'contentId' | 'version' | 'answeredAt' | 'completedAt' | 'locale'
  >,
  factId: string | undefined,
): void {
  const actor = { contactId, accountId, verified: true, locale };
  if (factId !== undefined)
    noteAskedElsewhere(ledger, actor, { factId, contentId, version, variant: null, at });
  const state = ledger.states.get(contactId, contentId);
  ledger.states.set(contactId, contentId, {
    ...state,
    lastAnsweredAt: later(state.lastAnsweredAt, at),
    completedAt: completedAt === null ? state.completedAt : later(state.completedAt, at),
  });
}

/**
 * Some facts of a response leave the log, and the interruption that it stands for goes by another fact.
 * @param change.askedBy - The fact by which it goes from now on.
 */
export function replaceFacts(
  ledger: Ledger,
  response: Response,
  { goneIds, askedBy }: { goneIds: readonly string[]; askedBy: string | undefined },
): void {
  const staying = factsOfResponse(ledger, response.id).map(({ id }) => id);
  ledger.goneFacts.push(...goneIds);
  ledger.goneExposures.push(...[...goneIds, ...staying].filter((id) => id !== askedBy));
}

/**
 * Takes off what facts of a response did to the state of its person, as if they had never come.
 * @param staying - Facts of it that stay.
 * @returns those that do not.
 */
export function forget(ledger: Ledger, response: Response, staying: ReadonlySet<string>): StateFact[] {
  const { id, contactId, contentId } = response;
  const gone = factsOfResponse(ledger, id).filter((fact) => !staying.has(fact.id));
  const left = ledger.stateFacts.filter((fact) => !gone.includes(fact));
  ledger.stateFacts.splice(0, Infinity, ...left);
  const its = left.filter((fact) => fact.contactId === contactId && fact.contentId === contentId);
  restoreState(ledger, { contactId, contentId }, { gone, left: its });
  const person = ledger.people.need(contactId);
  if (person.lastInterruptedAt !== null && person.lastInterruptedAt === response.answeredAt)
    ledger.people.set(contactId, {
      ...person,
      lastInterruptedAt: ledger.lastInterruptions.get(contactId) ?? null,
    });
  return gone;
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
