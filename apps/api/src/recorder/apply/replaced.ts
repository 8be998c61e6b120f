import type { StateFact } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import type { Ledger } from '../ledger.ts';
import type { KeptAnswer, Response } from '../projections/response.ts';

/** A fact as it comes back into the log. */
type FormerFact = Pick<StateFact, 'id' | 'type' | 'at' | 'payload'>;

/** What a response was before an import changed it. It stands in the log, so that it is erased and handed out with its person's facts. */
export interface Former extends Pick<
  Response,
  | 'importId'
  | 'version'
  | 'locale'
  | 'score'
  | 'scoreQuestion'
  | 'scoreAt'
  | 'comment'
  | 'answeredAt'
  | 'completedAt'
> {
  answers: readonly (readonly [question: string, answer: KeptAnswer])[];
  /** All of its facts. */
  factIds: readonly string[];
}

/** The facts of one response, as far as they are loaded: what was answered, and that its end was reached. */
export function factsOfResponse({ stateFacts }: Ledger, responseId: string): StateFact[] {
  return stateFacts.filter(
    ({ type, payload }) => type !== 'response_replaced' && payload['responseId'] === responseId,
  );
}

/** Writes down that an import takes the place of what an earlier one brought. */
export function noteReplaced(
  ledger: Ledger,
  response: Response,
  { importId, gone, receivedAt }: { importId: string; gone: readonly StateFact[]; receivedAt: Instant },
): void {
  const { id: responseId, contactId, accountId, contentId, answers, ...was } = response;
  const former: Former = {
    importId: was.importId,
    version: was.version,
    locale: was.locale,
    score: was.score,
    scoreQuestion: was.scoreQuestion,
    scoreAt: was.scoreAt,
    comment: was.comment,
    answeredAt: was.answeredAt,
    completedAt: was.completedAt,
    answers: [...answers],
    factIds: factsOfResponse(ledger, responseId).map(({ id }) => id),
  };
  const facts = gone.map(({ id, type, at, payload }): FormerFact => ({ id, type, at, payload }));
  ledger.events.push({
    id: ledger.newId(),
    type: 'response_replaced',
    contactId,
    accountId,
    contentId,
    at: receivedAt,
    receivedAt,
    payload: { responseId, importId, former, facts },
  });
}

/** What a response becomes when one import is taken back that had changed it. */
export interface Restored {
  former: Former;
  /** Facts of it that are not in the log any more. */
  facts: readonly FormerFact[];
  /** What told of its changes, and is over. */
  noteIds: readonly string[];
}

/**
 * What a response was before an import changed it: by the latest import before that one which was not taken back itself.
 * @returns undefined where this import brought it, nothing of that stands, or it was erased.
 */
export function restoredBy(ledger: Ledger, responseId: string, importId: string): Restored | undefined {
  const notes = ledger.stateFacts.filter(
    ({ type, payload }) => type === 'response_replaced' && payload['responseId'] === responseId,
  );
  const noteIds: string[] = [];
  for (let by = importId; ;) {
    const note = notes.find(({ payload }) => payload['importId'] === by);
    const former = note && (note.payload['former'] as Former | undefined);
    if (!former || former.importId === null) return undefined;
    noteIds.push(note.id);
    if (ledger.standingImports.has(`${former.importId} ${responseId}`)) {
      const there = new Set(factsOfResponse(ledger, responseId).map(({ id }) => id));
      const kept = notes.flatMap(({ payload }) => payload['facts'] as FormerFact[]);
      const facts = former.factIds.flatMap((id) =>
        there.has(id) ? [] : (kept.find((fact) => fact.id === id) ?? []),
      );
      return { former, facts, noteIds };
    }
    by = former.importId;
  }
}
