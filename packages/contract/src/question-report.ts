// Apart from the index: only the report that shows it loads what its schemas need.
import { QUESTION_TYPES } from '@banso/domain/content';
import * as z from 'zod';
import { Day, Instant, SurveyId } from './common.ts';

export const QuestionsQuery = z
  .object({
    surveyId: SurveyId,
    /** UTC days on which responses began, both included. */
    from: Day,
    to: Day,
    /** Responses to this version alone; all versions unless given. */
    version: z.coerce.number().int().min(1).optional(),
    /** People without a verified identity are left out unless asked for. */
    unverified: z.enum(['include', 'exclude']).default('exclude'),
    /** `csv` has the same numbers, shares rounded to one decimal. */
    format: z.enum(['json', 'csv']).default('json'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'must not be before from' });

const Share = z.object({
  percent: z.number(),
  low: z.number(),
  high: z.number(),
  count: z.int(),
  n: z.int(),
});

/** What became of one question in the responses of a period; versions are told together by its key. */
export const QuestionFigure = z.object({
  key: z.string(),
  /** In the language of the survey, as the newest version has it. */
  text: z.string(),
  type: z.enum(QUESTION_TYPES),
  /** Responses that came to it: answered, skipped and left together. */
  reached: z.int(),
  /** Of a statement: went on. */
  answered: z.int(),
  /** Passed over by the person. */
  skipped: z.int(),
  /** The response stands here: the person went away, or is at it. */
  left: z.int(),
  /** Answers before led past it. In nothing above. */
  notAsked: z.int(),
  /** Of reached; null: nobody came to it. */
  answeredShare: Share.nullable(),
  leftShare: Share.nullable(),
  /** Versions from which on it has other words. */
  breaks: z.array(z.object({ version: z.int(), publishedAt: Instant })),
});

export const QuestionReport = z.object({
  survey: z.object({ id: SurveyId, name: z.string() }),
  from: Day,
  to: Day,
  /** Null: all versions together. */
  version: z.int().nullable(),
  /** Published versions, the newest first. */
  versions: z.array(z.int()),
  /** The first day of which anything is known; null: none. */
  countedFrom: Day.nullable(),
  /** In the order of the newest version; questions that only older ones ask come last. */
  questions: z.array(QuestionFigure),
});

export type QuestionFigure = z.infer<typeof QuestionFigure>;
export type QuestionReport = z.infer<typeof QuestionReport>;
