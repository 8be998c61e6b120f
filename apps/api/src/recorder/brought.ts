import type { ReadRow } from '@banso/domain/history';
import type { Instant } from '@banso/domain/time';
import { madeId } from './made-id.ts';
import type { GivenAnswer } from './projections/survey-answer.ts';
import type { Who } from './told.ts';

/** A response that was given elsewhere, read from a line of a file. */
export interface Brought {
  line: number;
  who: Who;
  /** Of somebody who is not known yet. */
  profile: { name: string | null; email: string | null };
  /** Whether somebody who is not known yet is made a contact. */
  mayCreate: boolean;
  /** The company for which they answered; undefined: the one they belong to. */
  account: { id: string } | { externalId: string; name: string | null } | undefined;
  contentId: string;
  version: number;
  locale: string;
  answeredAt: Instant;
  responseId: string;
  answers: readonly (GivenAnswer & { question: string; eventId: string })[];
  /** The fact that its end was reached; null: it was not. */
  completedId: string | null;
}

/** The ids of everything that a line says. */
export const factsOfLine = ({ answers, completedId }: Brought): string[] => [
  ...answers.map(({ eventId }) => eventId),
  ...(completedId === null ? [] : [completedId]),
];

/** Whether a line says what stands there, no more and no less. */
export const isSame = (facts: readonly string[], there: readonly string[]): boolean =>
  there.length === facts.length && there.every((id) => facts.includes(id));

/**
 * The ids under which a line is known again, whichever file it comes in: by what its tool calls the answer, or else by who said what
 * when. The facts of it are told apart by what they say.
 *
 * @param of.source - Ids of different tools have nothing to do with each other.
 */
export function idsOfLine(
  row: ReadRow,
  of: { source: string; externalId: string },
): Pick<Brought, 'responseId' | 'answers' | 'completedId'> {
  const said = JSON.stringify([row.answeredAt, row.answers]);
  const name = row.rowId === null ? [of.externalId, said] : [of.source, row.rowId];
  const responseId = `rsp_${madeId(['response', row.surveyId, ...name])}`;
  const at = Date.parse(row.answeredAt);
  const idOf = (...fact: string[]) => madeId([responseId, of.externalId, row.answeredAt, ...fact], at);
  return {
    responseId,
    answers: row.answers.map((answer) => ({
      ...answer,
      eventId: idOf(answer.question, JSON.stringify([answer.value, answer.other ?? null])),
    })),
    completedId: row.finished ? idOf('', 'completed') : null,
  };
}
