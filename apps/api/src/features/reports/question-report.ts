import type * as contract from '@banso/contract/question-report';
import { contents, type Db, questionDays, type VersionRecord } from '@banso/database';
import { FOLLOW_UP_KEY, hasText, type QuestionType, scoreQuestionOf } from '@banso/domain/content';
import { wilson } from '@banso/domain/statistics';
import { csvOf } from '@banso/domain/text';
import type { Day } from '@banso/domain/time';
import { AppError } from '../../errors.ts';
import { breaksOfQuestion } from './asked-question.ts';

type Report = contract.QuestionReport;

const VERSIONS = 200;

/**
 * What became of each question of a survey in the responses that began in these UTC days. Read from counters by the day: the cost grows with
 * days, versions and questions, not with responses.
 *
 * @throws {AppError} where the survey is not there.
 */
export async function questionReportOf(
  db: Db,
  workspaceId: string,
  query: {
    surveyId: string;
    from: Day;
    to: Day;
    version?: number | undefined;
    verified?: boolean | undefined;
  },
): Promise<Report> {
  const { surveyId, from, to, version, verified } = query;
  const survey = await contents.find(db, workspaceId, 'survey', surveyId);
  if (!survey) throw new AppError('not_found', 'There is no such survey.');
  const versions = await contents.listVersions(db, workspaceId, surveyId, { limit: VERSIONS });
  const counts = (await questionDays.listBetween(db, workspaceId, surveyId, { from, to, verified })).filter(
    (each) => version === undefined || each.version === version,
  );
  const told = versions.filter((each) => version === undefined || each.version === version);
  const byKey = Map.groupBy(counts, ({ question }) => question);
  return {
    survey: { id: survey.id, name: survey.name },
    from,
    to,
    version: version ?? null,
    versions: versions.map((each) => each.version),
    countedFrom: (await questionDays.firstDay(db, workspaceId, surveyId)) ?? null,
    questions: askedIn(told).map((question) => {
      const its = byKey.get(question.key) ?? [];
      const count = (outcome: (typeof its)[number]['outcome']) =>
        its.reduce((sum, each) => sum + (each.outcome === outcome ? each.count : 0), 0);
      const [answered, skipped, left] = [count('answered'), count('skipped'), count('left')];
      const reached = answered + skipped + left;
      return {
        ...question,
        reached,
        answered,
        skipped,
        left,
        notAsked: count('not_asked'),
        answeredShare: wilson(answered, reached) ?? null,
        leftShare: wilson(left, reached) ?? null,
        breaks: breaksOfQuestion(question.key, told),
      };
    }),
  };
}

/** Every question of these versions once, the follow-up behind its score. */
function askedIn(newestFirst: readonly VersionRecord[]): { key: string; text: string; type: QuestionType }[] {
  const found = new Map<string, { key: string; text: string; type: QuestionType }>();
  for (const { draft } of newestFirst) {
    const { body, defaultLocale } = draft;
    if (!('questions' in body)) continue;
    const score = scoreQuestionOf(body);
    const followUp = Object.values(body.followUps).find(
      (text) => text !== null && hasText(text, defaultLocale),
    );
    for (const { key, text, type } of body.questions) {
      if (!found.has(key)) found.set(key, { key, text: text[defaultLocale] ?? '', type });
      if (key === score && followUp && !found.has(FOLLOW_UP_KEY))
        found.set(FOLLOW_UP_KEY, { key: FOLLOW_UP_KEY, text: followUp[defaultLocale] ?? '', type: 'text' });
    }
  }
  return [...found.values()];
}

const COLUMNS = [
  'key',
  'question',
  'type',
  'reached',
  'answered',
  'skipped',
  'left',
  'not_asked',
  'answered_percent',
  'left_percent',
  'left_low',
  'left_high',
  'new_words_from_versions',
] as const;

/** A report as a table, a row a question, under what the numbers stand on; shares are rounded to one decimal. */
export function questionCsv({ survey, from, to, version, questions }: Report): string {
  const decimal = (value: number | undefined) =>
    value === undefined ? '' : `${Math.round(value * 10) / 10}`;
  return csvOf([
    ['survey', survey.name],
    ['responses that began', from, to, 'UTC'],
    ['version', version === null ? 'all' : `${version}`],
    [...COLUMNS],
    ...questions.map(({ key, text, type, ...of }) => [
      key,
      text,
      type,
      ...[of.reached, of.answered, of.skipped, of.left, of.notAsked].map(String),
      decimal(of.answeredShare?.percent),
      decimal(of.leftShare?.percent),
      decimal(of.leftShare?.low),
      decimal(of.leftShare?.high),
      of.breaks.map((each) => each.version).join(' '),
    ]),
  ]);
}
