import type { AnswerGiven, CaseCause } from '@banso/domain/cases';
import { causeOfAnswer } from '@banso/domain/cases';
import type { Instant } from '@banso/domain/time';
import type { Ledger } from '../ledger.ts';
import { shownIn } from '../ledger.ts';
import type { Response } from '../projections/response.ts';

/** Something that a person said which may open a case, join one, or take one back. */
export type HeardFact = { contactId: string; accountId: string | null; at: Instant } & (
  | { kind: 'message' }
  | {
      kind: 'answer';
      responseId: string;
      /** Undefined: no score stands in it any more. */
      cause: CaseCause | undefined;
      score: number | null;
      /** What it gave cause for before this group of facts; undefined: for nothing. */
      before: CaseCause | undefined;
    }
);

/** What people of a group said, in the order in which it came in: new scores, changed ones, and messages. */
export function heardIn(ledger: Ledger): HeardFact[] {
  const receivedAt = new Map([
    ...ledger.events.flatMap(({ payload, receivedAt: at }) =>
      typeof payload['responseId'] === 'string' ? [[payload['responseId'], at] as const] : [],
    ),
    // what turns out to be a test gives no cause any more, and the other way round
    ...ledger.testMarks.map(({ responseId, at }) => [responseId, at] as const),
  ]);
  const answers = ledger.responses.changes().flatMap(({ before, after }): HeardFact[] => {
    if (after.importId !== null) return []; // history: nobody waits for an answer to it
    const at = receivedAt.get(after.id);
    const [was, is] = [before && givenIn(ledger, before), givenIn(ledger, after)];
    const isSame = (was?.score ?? null) === is.score && (was?.csat ?? null) === is.csat;
    if (at === undefined || isSame) return [];
    const cause = causeOfAnswer(is);
    return [
      {
        kind: 'answer',
        contactId: after.contactId,
        accountId: after.accountId,
        at,
        responseId: after.id,
        cause,
        score: cause === 'low_csat' ? is.csat : is.score,
        before: was && causeOfAnswer(was),
      },
    ];
  });
  const notes = ledger.notes.map(({ contactId, receivedAt: at }): HeardFact => {
    const accountId = ledger.people.get(contactId)?.accountId ?? null;
    return { kind: 'message', contactId, accountId, at };
  });
  return [...answers, ...notes].toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}

/** The scores of a response that count: what stands on a way that was left does not, nor what is only tried. */
function givenIn(ledger: Ledger, response: Response): AnswerGiven {
  if (response.isTest) return { score: null, csat: null };
  const content = ledger.catalogue.contents.get(response.contentId);
  const body = content && shownIn(ledger.bodies, content, response);
  const marks =
    body && 'questions' in body
      ? body.questions.flatMap(({ key, type }) => {
          const answer = type === 'csat' ? response.answers.get(key) : undefined;
          return answer?.walked && answer.number !== null ? [answer.number] : [];
        })
      : [];
  return { score: response.score, csat: marks.length === 0 ? null : Math.min(...marks) };
}
