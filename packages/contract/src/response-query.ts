// Apart from the index: only the pages that show it load what its schemas need.
import { QUESTION_OUTCOMES, RESPONSE_SOURCES } from '@banso/domain/content';
import * as z from 'zod';
import { AccountId, ContactId, id, Instant, MemberId, PageQuery, SurveyId, TeamId } from './common.ts';
import { BANDS } from './response.ts';

/** Orders of the inbox. */
export const RESPONSE_SORTS = ['newest', 'oldest', 'lowest', 'highest'] as const;
/** Types of questions that are answered. */
export const ANSWERED_TYPES = ['nps', 'csat', 'ces', 'rating', 'choice', 'choices', 'text'] as const;

/** What is asked of the inbox. */
export const ResponseQuery = PageQuery.extend({
  surveyId: SurveyId.optional(),
  band: z.enum(BANDS).optional(),
  score: z.coerce.number().int().min(0).max(10).optional(),
  /** Of a range, both ends included. */
  scoreFrom: z.coerce.number().int().min(0).max(10).optional(),
  scoreTo: z.coerce.number().int().min(0).max(10).optional(),
  /** Answers to surveys that ask such a question. */
  questionType: z.enum(ANSWERED_TYPES).optional(),
  locale: z.string().max(20).optional(),
  tagId: id('tag').optional(),
  /** About this topic. */
  topicId: id('top').optional(),
  accountId: AccountId.optional(),
  /** Of accounts in the hands of this member. */
  ownerId: MemberId.optional(),
  /** Of which the case is for this team. */
  teamId: TeamId.optional(),
  /** How they came. */
  source: z.enum(RESPONSE_SOURCES).optional(),
  plan: z.string().min(1).max(100).optional(),
  contactId: ContactId.optional(),
  transactionId: z.string().min(1).max(200).optional(),
  /** Answered at or after. */
  from: Instant.optional(),
  /** Answered before. */
  to: Instant.optional(),
  hasComment: z.enum(['true', 'false']).optional(),
  /** All of these words were written, in Japanese and Korean anywhere, in other languages at the beginning of a word. */
  words: z.string().max(200).optional(),
  read: z.enum(['true', 'false']).optional(),
  /** Answers that only try a survey: they alone, or they too. Default: none of them, as in every number. */
  tests: z.enum(['only', 'too']).optional(),
  verified: z.enum(['true', 'false']).optional(),
  /** Only the answer that counts in the score: the latest of each person in the period. */
  counted: z.enum(['true']).optional(),
  /** `plan:`, `owner:`, `lifecycle:`, `locale:` or `version:` with a value as it was when the response began, as reports tell answers apart; without a value: not known. */
  segment: z
    .string()
    .max(220)
    .regex(/^(plan|owner|lifecycle|locale|version):/, { error: 'must be such as plan:team' })
    .optional(),
  /** Responses in which this question was answered by a number; `from` and `to` are the time of that answer then. */
  question: z.string().max(64).optional(),
  /** What became of `question` in the response, in the place of its number; `from` and `to` are when the response began then. */
  outcome: z.enum(QUESTION_OUTCOMES).optional(),
  /** Of `question`, both ends included. */
  numberFrom: z.coerce.number().int().min(0).max(10).default(0),
  numberTo: z.coerce.number().int().min(0).max(10).default(10),
  /** Default: the newest first. By score, the newest of each score come first and those without a score last. */
  sort: z.enum(RESPONSE_SORTS).default('newest'),
}).refine(({ outcome, question }) => outcome === undefined || question !== undefined, {
  path: ['outcome'],
  error: 'goes with question',
});
