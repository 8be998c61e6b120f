import type { SurveyBody } from '@banso/domain/content';
import type { TestContent } from '../rig.ts';
import { bump, day, hour, line, type LogEntry, type Row, tally } from './lines.ts';

/** An answer as the log tells it. */
export interface CountedAnswer {
  question: string;
  value: Value;
  other: string | null;
  at: string;
  walked: boolean;
}
type Value = number | string | readonly string[] | null;

/** A response as the log tells it. */
export interface CountedResponse {
  id: string;
  contact_id: string;
  content_id: string;
  version: unknown;
  verified: number;
  locale: string;
  answers: CountedAnswer[];
  /** The question of the score; undefined: there is none. */
  scoreKey: string | undefined;
  score: number | null;
  scoreAt: string | null;
  comment: string | null;
  completedAt: string | null;
}

/** Every response by its id. */
export function responsesOf(
  log: readonly LogEntry[],
  contents: readonly TestContent[],
  verified: ReadonlySet<unknown>,
): Map<string, CountedResponse> {
  const responses = new Map<string, CountedResponse>();
  const answers = log.filter(({ type }) => type === 'survey_answered');
  for (const [id, its] of Map.groupBy(answers, ({ said }) => String(said['responseId']))) {
    const [first] = its;
    const body = contents.find((content) => content.id === first?.content_id)?.body as SurveyBody;
    const given = new Map(
      [...Map.groupBy(its, ({ said }) => String(said['question'])).entries()].map(([question, all]) => [
        question,
        all.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1),
      ]),
    );
    const left = leftBehind(body, (key) => valueIn(body, key, given.get(key)));
    const latest = [...given].map(([question, last]): CountedAnswer => ({
      question,
      value: valueIn(body, question, last),
      other: typeof last?.said['other'] === 'string' ? last.said['other'] : null,
      at: last?.at ?? '',
      walked: !left.has(question),
    }));
    const counting = latest.filter(({ walked }) => walked);
    const scoreKey = body.questions.find(({ type }) => type === 'nps')?.key;
    const score = counting.find(({ question }) => question === scoreKey);
    const texts = ['reason', ...body.questions.filter(({ type }) => type === 'text').map(({ key }) => key)];
    const comment = texts
      .map((key) => counting.find(({ question }) => question === key)?.value)
      .find((value) => typeof value === 'string');
    const completed = log.filter(
      ({ type, said }) => type === 'survey_completed' && said['responseId'] === id,
    );
    responses.set(id, {
      id,
      contact_id: String(first?.contact_id),
      content_id: String(first?.content_id),
      version: first?.said['version'],
      verified: verified.has(first?.contact_id) ? 1 : 0,
      locale: 'en',
      answers: latest,
      scoreKey,
      score: typeof score?.value === 'number' ? score.value : null,
      scoreAt: typeof score?.value === 'number' ? score.at : null,
      comment: comment ?? null,
      completedAt: completed.toSorted((a, b) => (a.received_at < b.received_at ? -1 : 1))[0]?.at ?? null,
    });
  }
  return responses;
}

/** Whether anything was said that counts. */
export const saysSomething = ({ answers }: CountedResponse) =>
  answers.some(({ value, walked }) => walked && value !== null);

/** The last word on a question; options in the order in which the question has them. */
function valueIn(body: SurveyBody, key: string, last: LogEntry | undefined): Value {
  const value = (last?.said['value'] ?? null) as Value;
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value !== 'object' || value === null) return value;
  const question = body.questions.find((one) => one.key === key);
  const keys =
    question && 'options' in question ? [...question.options.map((option) => option.key), 'other'] : [];
  return value.length === 0 ? null : value.toSorted((a, b) => keys.indexOf(a) - keys.indexOf(b));
}

/** Questions that somebody with these answers does not come by. */
function leftBehind({ questions }: SurveyBody, valueOf: (key: string) => Value): ReadonlySet<string> {
  const left = new Set(questions.map(({ key }) => key));
  let at: number = 0;
  while (at < questions.length) {
    const { key, next = [] } = questions[at]!;
    const value = valueOf(key);
    left.delete(key);
    const rule = next.find(
      ({ when }) =>
        when.type === 'any' ||
        (when.type === 'between' && typeof value === 'number' && value >= when.low && value <= when.high) ||
        (when.type === 'chosen' && Array.isArray(value) && when.options.some((one) => value.includes(one))),
    );
    at = !rule
      ? at + 1
      : rule.to === null
        ? questions.length
        : questions.findIndex((question) => question.key === rule.to);
  }
  const score = questions.find(({ type }) => type === 'nps')?.key;
  if (score !== undefined && left.has(score)) left.add('reason');
  return left;
}

/** How often each answer was given, by hour. */
export function answerHoursOf(responses: readonly CountedResponse[]): string[] {
  const counts = new Map<string, number>();
  for (const { content_id, version, locale, verified, answers } of responses) {
    for (const { question, value, at, walked } of answers) {
      if (!walked || value === null) continue;
      const values = [
        '',
        ...(typeof value === 'number' ? [value] : []),
        ...(typeof value === 'object' ? value : []),
      ];
      for (const one of values)
        bump(counts, line(content_id, question, hour(at), version, locale, verified, one));
    }
  }
  return tally(counts);
}

/** What became of each question, by the day on which the response began: told from the way that the answers lead, place by place. */
export function questionDaysOf(
  responses: readonly CountedResponse[],
  known: ReadonlyMap<unknown, Row>,
  contents: readonly TestContent[],
): string[] {
  const counts = new Map<string, number>();
  for (const response of responses) {
    const { id, content_id, version, verified, answers, completedAt } = response;
    const body = contents.find((content) => content.id === content_id)?.body as SurveyBody;
    const reported = new Map(answers.map(({ question, value }) => [question, value]));
    const off = leftBehind(body, (key) => reported.get(key) ?? null);
    const { questions, followUps } = body;
    const scoreKey = questions.find(({ type }) => type === 'nps')?.key;
    const score = scoreKey === undefined || off.has(scoreKey) ? null : reported.get(scoreKey);
    const band =
      typeof score !== 'number' ? undefined : score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor';
    // all that might be asked, in order; the rules of the surveys here lead ahead only
    const all = questions.flatMap(({ key }) =>
      key === scoreKey && Object.values(followUps).some((text) => text !== null) ? [key, 'reason'] : [key],
    );
    const isAsked = (key: string) =>
      key === 'reason' ? band !== undefined && followUps[band] !== null : !off.has(key);
    const last = all.findLastIndex((key) => isAsked(key) && reported.has(key));
    const open = completedAt === null ? all.findIndex((key, at) => at > last && isAsked(key)) : -1;
    const began = day(String(known.get(id)?.['answered_at']));
    for (const [at, key] of all.entries()) {
      if (open >= 0 && at > open) break;
      const isRead = questions.some((question) => question.key === key && question.type === 'statement');
      const outcome =
        at === open
          ? 'left'
          : !isAsked(key)
            ? 'not_asked'
            : isRead || (reported.get(key) ?? null) !== null
              ? 'answered'
              : 'skipped';
      bump(counts, line(content_id, began, version, verified, key, outcome));
    }
  }
  return tally(counts);
}
