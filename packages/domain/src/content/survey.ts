import type { NpsBand } from '../statistics/nps.ts';
import type { LocalizedText } from './localized.ts';
import type { ScaleType } from './survey-scale.ts';

/** Which answers a rule is about. A skipped question fits `any` alone. */
export type AnswerTest =
  | { type: 'any' }
  /** A score from `low` to `high`, both included. */
  | { type: 'between'; low: number; high: number }
  /** At least one of these options was chosen; {@link OTHER_KEY} is the one in the person's own words. */
  | { type: 'chosen'; options: readonly string[] };

/** Where an answer leads: to another question, or with `null` to the end. */
export interface NextRule {
  when: AnswerTest;
  to: string | null;
}

interface Asked {
  /** Stable within the survey; answers are kept under it. */
  key: string;
  text: LocalizedText;
  required: boolean;
  /** The first rule that fits the answer decides; absent, or none fits: the next question in order. */
  next?: readonly NextRule[] | undefined;
}

/** A number on the scale of its type, see `scaleOf`. */
export interface ScaleQuestion extends Asked {
  type: ScaleType;
  /** What the two ends of the scale mean, in words. */
  labels: { low: LocalizedText; high: LocalizedText };
}

/** Answered in the person's own words. */
export interface TextQuestion extends Asked {
  type: 'text';
}

export interface ChoiceOption {
  /** Stable within the question; answers are kept under it. */
  key: string;
  text: LocalizedText;
}

/** One option of several, or any number of them. */
export interface ChoiceQuestion extends Asked {
  type: 'choice' | 'choices';
  options: readonly ChoiceOption[];
  /** What an option in the person's own words is called; it comes last. `null`: there is none. */
  other: LocalizedText | null;
  /** Each person gets the options in an order of their own, see `optionsInOrder`. */
  random: boolean;
}

/** Something to read; there is nothing to answer. */
export interface StatementQuestion extends Asked {
  type: 'statement';
}

export type SurveyQuestion = ScaleQuestion | TextQuestion | ChoiceQuestion | StatementQuestion;
export type QuestionType = SurveyQuestion['type'];

export const QUESTION_TYPES: readonly QuestionType[] = [
  'nps',
  'csat',
  'ces',
  'rating',
  'choice',
  'choices',
  'text',
  'statement',
];

export interface SurveyBody {
  title: LocalizedText;
  /** Asked one at a time, from the first one on. The first NPS question carries the score of the response. */
  questions: readonly SurveyQuestion[];
  /** Free text asked right after the score, worded for the band and answered under {@link FOLLOW_UP_KEY}; `null`: not asked. */
  followUps: Readonly<Record<NpsBand, LocalizedText | null>>;
  /** The last words, by band of the score. */
  endings: Readonly<Record<NpsBand, LocalizedText>>;
  /** The last words where there is no score; absent, as in surveys from before: those for passives. */
  ending?: LocalizedText | undefined;
}

/** The question key under which the follow-up is answered, whatever the band. */
export const FOLLOW_UP_KEY = 'reason';

/** The option key of an answer in the person's own words. */
export const OTHER_KEY = 'other';

/** What an option is called, the one in the person's own words too; nothing when the question does not have it. */
export function optionText({ options, other }: ChoiceQuestion, key: string): LocalizedText {
  if (key === OTHER_KEY) return other ?? {};
  return options.find((option) => option.key === key)?.text ?? {};
}
