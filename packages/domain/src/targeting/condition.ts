/** What a trait can hold. Lists and objects are refused at the edge. */
export type TraitValue = string | number | boolean;
export type Traits = Readonly<Record<string, TraitValue>>;

/** Whose facts a leaf looks at. */
export type Subject = 'contact' | 'account';

/** The part of a person's history with one content that a condition can ask for. */
export type ContentPhase = 'shown' | 'opened' | 'dismissed' | 'answered' | 'completed';

/**
 * How a trait is compared. Texts in `contains` and `starts_with` ignore the case of Latin letters without marks, `is`, `is_not`
 * and `in` do not; `greater` to `at_most` compare numbers, `before` and `after` ISO dates. A trait of another type is like an unknown one.
 */
export const TRAIT_OPERATORS = [
  'is',
  'is_not',
  'in',
  'contains',
  'starts_with',
  'greater',
  'at_least',
  'less',
  'at_most',
  'before',
  'after',
  'set',
  'not_set',
] as const;
export type TraitOperator = (typeof TRAIT_OPERATORS)[number];

export interface TraitCondition {
  type: 'trait';
  subject: Subject;
  key: string;
  op: TraitOperator;
  /** One value; a list for `in`; absent for `set` and `not_set`; an ISO date for `before` and `after`. */
  value?: TraitValue | readonly TraitValue[] | undefined;
}

/** How often a tracked event happened. The window is whole UTC days, today included. */
export interface EventCondition {
  type: 'event';
  subject: Subject;
  name: string;
  op: 'at_least' | 'at_most';
  count: number;
  /** `null`: ever. */
  withinDays: number | null;
}

export interface ContentCondition {
  type: 'content';
  contentId: string;
  phase: ContentPhase;
  /** `false` asks that it has not happened. */
  happened: boolean;
}

/** Language range match as in RFC 4647 basic filtering: `ja` matches `ja-JP`. */
export interface LocaleCondition {
  type: 'locale';
  in: readonly string[];
}

/** A stable share of people: the same person stays in or out for ever, and growing the share only adds. */
export interface SampleCondition {
  type: 'sample';
  percent: number;
  salt: string;
}

/**
 * What is asked of an answer: that there is one, how a score compares, the band of an NPS score, or that at least one of these
 * options was chosen.
 */
export const ANSWER_OPERATORS = ['answered', 'is', 'at_least', 'at_most', 'band', 'chose'] as const;
export type AnswerOperator = (typeof ANSWER_OPERATORS)[number];

/** What a person said to a survey. Their latest answer to the question counts; one that was skipped is none. */
export interface AnswerCondition {
  type: 'answer';
  surveyId: string;
  /** Key of the question; `null`: any question, for `answered` only. */
  question: string | null;
  op: AnswerOperator;
  /** A number for `is`, `at_least` and `at_most`, an `NpsBand`, or a list of option keys for `chose`; absent for `answered`. */
  value?: number | string | readonly string[] | undefined;
  /** The answer was given in so many whole UTC days, today included; `null`: ever. */
  withinDays: number | null;
}

/** Being one of these: our id, or the id that the customer's product uses. An anonymous visitor has only ours. */
export interface ListCondition {
  type: 'list';
  subject: Subject;
  ids: readonly string[];
}

/** Being in a saved segment. */
export interface SegmentCondition {
  type: 'segment';
  segmentId: string;
}

/** What saved segments ask for, by their ids. */
export type Segments = ReadonlyMap<string, Condition>;

/** A condition that looks at one fact. */
export type LeafCondition =
  | TraitCondition
  | EventCondition
  | ContentCondition
  | AnswerCondition
  | ListCondition
  | LocaleCondition
  | SampleCondition
  | SegmentCondition;

/** An audience as a tree. `{ type: 'all', of: [] }` is everybody, `{ type: 'any', of: [] }` nobody. */
export type Condition =
  | { type: 'all'; of: readonly Condition[] }
  | { type: 'any'; of: readonly Condition[] }
  | { type: 'not'; of: Condition }
  | LeafCondition;

/** The audience that everyone is in. */
export const EVERYBODY: Condition = { type: 'all', of: [] };
