import type { ChoiceQuestion, SurveyBody, SurveyQuestion } from '../content/survey.ts';
import { FOLLOW_UP_KEY, OTHER_KEY } from '../content/survey.ts';
import { scaleOf } from '../content/survey-scale.ts';
import type { AnswerValue } from '../content/survey-path.ts';
import { scoreQuestionOf } from '../content/survey-path.ts';
import type { Instant } from '../time/instant.ts';
import type { ImportChoices, ImportField, RowProblem, RowProblemCode } from './import.ts';
import { timeReader } from './read-time.ts';

/** A survey that answers can belong to; without a version nobody has published it yet. */
export interface TargetSurvey {
  id: string;
  slug: string;
  name: string;
  version: number | null;
  body: SurveyBody;
}

/** What one line says, read and checked by itself. */
export interface ReadRow {
  surveyId: string;
  version: number;
  /** In lower case. */
  email: string | null;
  externalId: string | null;
  name: string | null;
  account: { externalId: string | null; name: string | null } | null;
  locale: string;
  answeredAt: Instant;
  /** Whether its end was reached. */
  finished: boolean;
  /** As the tool calls the answer; null: it does not. */
  rowId: string | null;
  answers: { question: string; value: AnswerValue; other?: string }[];
}

/** A line that was read, or everything that is wrong with it. */
export type RowReading = { row: ReadRow } | { problems: RowProblem[] };

const MAX = { email: 254, id: 200, name: 200, text: 10_000, other: 1_000 };
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LOCALE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const YES = /^(yes|y|true|1|complete|completed|finished|はい|完了|네|예|완료)$/i;
const NO = /^(no|n|false|0|partial|incomplete|いいえ|未完了|아니요|미완료)$/i;

/**
 * Reads lines of a file as it was chosen.
 * @param of.now - What is answered later than a day from now is no history.
 */
export function rowReader(of: {
  choices: ImportChoices;
  header: readonly string[];
  surveys: readonly TargetSurvey[];
  now: Instant;
}): (cells: readonly string[]) => RowReading {
  const { choices, header, surveys, now } = of;
  const { fields, questions } = choices.columns;
  const readTime = timeReader(choices);
  const latest = new Date(Date.parse(now) + 86_400_000).toISOString();
  const byName = new Map(
    surveys.flatMap((survey) =>
      [survey.name.trim().toLowerCase(), survey.slug, survey.id].map((name) => [name, survey] as const),
    ),
  );

  return function readRow(cells) {
    const problems: RowProblem[] = [];
    const at = (index: number | undefined): string =>
      index === undefined ? '' : (cells[index] ?? '').trim();
    const cell = (field: ImportField): string => at(fields[field]);
    const wrong = (index: number | undefined, code: RowProblemCode): undefined => {
      const value = at(index);
      problems.push({
        column: index === undefined ? null : (header[index] ?? null),
        code,
        value: value === '' ? null : value.slice(0, 200),
      });
    };
    const short = (field: ImportField, most: number): string | null => {
      const text = cell(field);
      if (text.length > most) wrong(fields[field], 'too_long');
      return text === '' ? null : text;
    };

    if (cells.slice(header.length).some((extra) => extra.trim() !== '')) wrong(undefined, 'too_many_cells');
    const email = short('email', MAX.email)?.toLowerCase() ?? null;
    if (email !== null && !EMAIL.test(email)) wrong(fields.email, 'bad_email');
    const externalId = short('externalId', MAX.id);
    if (email === null && externalId === null) wrong(fields.email ?? fields.externalId, 'no_person');
    const account = { externalId: short('accountExternalId', MAX.id), name: short('accountName', MAX.name) };
    const locale = cell('locale').replaceAll('_', '-') || choices.locale;
    if (!LOCALE.test(locale)) wrong(fields.locale, 'bad_locale');
    const finished = cell('finished');
    if (finished !== '' && !YES.test(finished) && !NO.test(finished)) wrong(fields.finished, 'not_finished');
    const survey = surveyOf();
    const answeredAt = timeOf();
    const answers = survey ? answersOf(survey.body) : [];
    const row: ReadRow = {
      surveyId: survey?.id ?? '',
      version: survey?.version ?? 0,
      email,
      externalId,
      name: short('name', MAX.name),
      account: account.externalId === null && account.name === null ? null : account,
      locale,
      answeredAt: answeredAt ?? now,
      finished: !NO.test(finished),
      rowId: short('rowId', MAX.id),
      answers,
    };
    if (survey && answers.length === 0 && problems.length === 0) wrong(undefined, 'no_answer');
    return problems.length > 0 ? { problems } : { row };

    function surveyOf(): TargetSurvey | undefined {
      const named = cell('survey').toLowerCase();
      const found =
        fields.survey === undefined
          ? surveys.find(({ id }) => id === choices.surveyId)
          : byName.get(named === '' ? (choices.surveyId ?? '') : named);
      if (!found) return wrong(fields.survey, 'unknown_survey');
      return found.version === null ? wrong(fields.survey, 'not_published') : found;
    }

    function timeOf(): Instant | undefined {
      const text = cell('answeredAt');
      if (text === '') return wrong(fields.answeredAt, 'no_time');
      const read = readTime(text);
      if ('problem' in read) return wrong(fields.answeredAt, read.problem);
      return read.at > latest ? wrong(fields.answeredAt, 'future_time') : read.at;
    }

    function answersOf(body: SurveyBody): ReadRow['answers'] {
      const score = scoreQuestionOf(body) ?? body.questions.find(({ type }) => scaleOf(type))?.key;
      const text = followsUp(body) ? FOLLOW_UP_KEY : body.questions.find(({ type }) => type === 'text')?.key;
      const places = new Map<string, number>();
      const place = (key: string | undefined, index: number | undefined) => {
        if (index === undefined || at(index) === '') return;
        if (key === undefined) wrong(index, 'no_question');
        else places.set(key, index);
      };
      place(score, fields.score);
      place(text, fields.text);
      for (const [key, index] of Object.entries(questions)) place(key, index);
      return [...places].flatMap(([key, index]) => {
        const answer = answerIn(body, key, at(index));
        if (typeof answer === 'object') return [{ question: key, ...answer }];
        wrong(index, answer);
        return [];
      });
    }
  };
}

const followsUp = (body: SurveyBody): boolean => scoreQuestionOf(body) !== undefined;

type Answer = { value: AnswerValue; other?: string };

function answerIn(body: SurveyBody, key: string, text: string): Answer | RowProblemCode {
  const question = body.questions.find((one) => one.key === key);
  if (!question) return key === FOLLOW_UP_KEY && followsUp(body) ? wordsIn(text) : 'no_question';
  switch (question.type) {
    case 'text':
      return wordsIn(text);
    case 'choice':
    case 'choices':
      return chosenIn(question, text);
    case 'statement':
      return 'no_question';
    case 'nps':
    case 'csat':
    case 'ces':
    case 'rating':
      return markIn(question, text);
    default:
      return question satisfies never;
  }
}

const wordsIn = (text: string): Answer | RowProblemCode =>
  text.length > MAX.text ? 'too_long' : { value: text };

/** A number, or one with its words beside it: `10 - Extremely likely`. */
function markIn({ type }: SurveyQuestion, text: string): Answer | RowProblemCode {
  const plain = text.normalize('NFKC');
  const found =
    /^(\d{1,2})(?:[.,]0+)?(?:\s*[-–—:(].*|点|점)?$/.exec(plain) ?? /^\D+\s[-–—:]\s*(\d{1,2})$/.exec(plain);
  const scale = scaleOf(type);
  const value = Number(found?.[1] ?? Number.NaN);
  return scale && value >= scale.low && value <= scale.high ? { value } : 'bad_answer';
}

const same = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

function chosenIn(question: ChoiceQuestion, text: string): Answer | RowProblemCode {
  const keyOf = (part: string): string | undefined =>
    question.options.find(
      (option) =>
        same(option.key) === same(part) ||
        Object.values(option.text).some((words) => same(words) === same(part)),
    )?.key;
  const whole = keyOf(text);
  if (whole !== undefined) return { value: [whole] };
  const parts = question.type === 'choice' ? [text] : splitWith(text, keyOf);
  const keys = [...new Set(parts.flatMap((part) => keyOf(part) ?? []))];
  const own = parts.filter((part) => keyOf(part) === undefined).join('; ');
  if (own === '') return { value: keys };
  if (question.other === null) return 'bad_answer';
  return own.length > MAX.other ? 'too_long' : { value: [...keys, OTHER_KEY], other: own };
}

/** Lists are written with semicolons, bars, slashes, line breaks or commas; words may hold some of them themselves. */
function splitWith(text: string, keyOf: (part: string) => string | undefined): string[] {
  const splits = [/\s*[;|\n]\s*/, /\s+\/\s+/, /\s*[,、]\s*/].map((by) =>
    text.split(by).filter((part) => part !== ''),
  );
  const known = (parts: readonly string[]): number =>
    parts.filter((part) => keyOf(part) !== undefined).length;
  return splits.reduce((best, next) => (known(next) > known(best) ? next : best), [text]);
}
