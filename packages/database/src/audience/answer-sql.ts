import type { AnswerCondition } from '@banso/domain/targeting';
import { optionsAsked, scoresAsked } from '@banso/domain/targeting';
import { addDays, dayOf } from '@banso/domain/time';
import { sql } from 'kysely';
import type { AudienceScope } from './condition-sql.ts';
import type { AudienceDialect, Truth } from './dialect.ts';
import { always, UNKNOWN } from './dialect.ts';

/** The domain's `compareAnswer` over the rows of `contact`: their latest answer that counts and was not skipped. */
export function answerSql(asked: AnswerCondition, scope: AudienceScope): Truth {
  if (asked.op === 'answered') return sql`(exists ${answersOf(asked, scope).select(sql.lit(1).as('one'))})`;
  if (asked.question === null) return UNKNOWN;
  const latest = answersOf(asked, scope)
    .select(testOf(asked, scope.dialect).as('holds'))
    .orderBy('response_answer.answered_at', 'desc')
    .orderBy('response.id', 'desc')
    .limit(1);
  return sql`(${latest})`;
}

function answersOf({ surveyId, question, withinDays }: AnswerCondition, scope: AudienceScope) {
  const { db, workspaceId, now } = scope;
  let answers = db
    .selectFrom('response')
    .innerJoin('response_answer', (join) =>
      join
        .onRef('response_answer.workspace_id', '=', 'response.workspace_id')
        .onRef('response_answer.response_id', '=', 'response.id'),
    )
    .where('response.workspace_id', '=', workspaceId)
    .where('response_answer.workspace_id', '=', workspaceId)
    .where('response.contact_id', '=', sql.ref<string>('contact.id'))
    .where('response.content_id', '=', surveyId)
    .where('response_answer.walked', '=', 1)
    .where(
      sql<boolean>`coalesce(cast(${sql.ref('response_answer.number')} as text), ${sql.ref('response_answer.text')}, ${sql.ref('response_answer.options')}) is not null`,
    );
  if (question !== null) answers = answers.where('response_answer.question', '=', question);
  if (withinDays !== null)
    answers = answers.where('response_answer.answered_at', '>=', addDays(dayOf(now), 1 - withinDays));
  return answers;
}

function testOf(asked: AnswerCondition, dialect: AudienceDialect): Truth {
  const [scores, options] = [scoresAsked(asked), optionsAsked(asked)];
  if (scores) {
    const number = sql<number>`cast(${sql.ref('response_answer.number')} as double precision)`;
    const { low, high } = scores;
    const isAbove: Truth = Number.isFinite(low)
      ? sql`${number} >= cast(${low} as double precision)`
      : always(true);
    const isBelow: Truth = Number.isFinite(high)
      ? sql`${number} <= cast(${high} as double precision)`
      : always(true);
    return sql`(case when ${number} is not null then ${isAbove} and ${isBelow} end)`;
  }
  if (!options) return UNKNOWN;
  const chosen = sql.ref<string>('response_answer.options');
  const wanted = sql<string>`${JSON.stringify(options)}`;
  const isOne = sql`exists (select 1 from ${dialect.texts(chosen)} where ${sql.ref('texts.value')} in (select ${sql.ref('texts.value')} from ${dialect.texts(wanted)}))`;
  return sql`(case when ${chosen} is not null then ${isOne} end)`;
}
