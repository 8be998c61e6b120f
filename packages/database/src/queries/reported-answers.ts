import type { QuestionOutcome } from '@banso/domain/content';
import type { Instant } from '@banso/domain/time';
import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { encodeJson } from '../json.ts';
import type { Tables } from '../tables.ts';
import type { ScoreDimension } from './scores.ts';

/** The rows behind a number of a report; absent fields do not filter. */
export interface ReportedAs {
  /** As it was when the response began; `''`: not known. */
  segment?: { by: ScoreDimension; value: string } | undefined;
  /** Responses in which this question was answered, both ends of the range and of time as half-open as in reports. */
  answer?:
    | {
        question: string;
        low: number;
        high: number;
        from: Instant | undefined;
        to: Instant | undefined;
      }
    | undefined;
  /** Responses in which this became of a question. */
  became?: { question: string; outcome: QuestionOutcome } | undefined;
}

const COLUMNS = {
  version: 'response.version',
  locale: 'response.locale',
  plan: 'response.account_plan',
  owner: 'response.account_owner',
  lifecycle: 'response.account_lifecycle',
} as const;

/** The condition of these rows, in a query from `response`. */
export function reportedAs<DB extends Tables, TB extends keyof DB>(
  expressions: ExpressionBuilder<DB, TB>,
  workspaceId: string,
  { segment, answer, became }: ReportedAs,
): ExpressionWrapper<DB, TB, SqlBool> {
  // of any query from `response`: what else it joins does not matter here
  const eb = expressions as unknown as ExpressionBuilder<Tables, 'response'>;
  const conditions: ExpressionWrapper<Tables, 'response', SqlBool>[] = [];
  if (segment?.by === 'version') conditions.push(eb(COLUMNS.version, '=', Number(segment.value)));
  else if (segment)
    conditions.push(
      segment.value === ''
        ? eb(COLUMNS[segment.by], 'is', null)
        : eb(COLUMNS[segment.by], '=', segment.value),
    );
  if (became) {
    // quotes within a key are escaped, so this is a field and its value; without it the text is another one
    const field = encodeJson({ [became.question]: became.outcome }).slice(1, -1);
    const column = sql.ref('response.outcomes');
    conditions.push(
      eb(sql<string>`replace(${column}, cast(${field} as text), '')`, '<>', sql<string>`${column}`),
    );
  }
  if (answer) {
    let given = eb
      .selectFrom('response_answer')
      .select('response_answer.question')
      .where('response_answer.workspace_id', '=', workspaceId)
      .whereRef('response_answer.response_id', '=', 'response.id')
      .where('response_answer.question', '=', answer.question)
      .where('response_answer.walked', '=', 1)
      .where('response_answer.number', '>=', answer.low)
      .where('response_answer.number', '<=', answer.high);
    if (answer.from !== undefined) given = given.where('response_answer.answered_at', '>=', answer.from);
    if (answer.to !== undefined) given = given.where('response_answer.answered_at', '<', answer.to);
    conditions.push(eb.exists(given));
  }
  return eb.and(conditions);
}
