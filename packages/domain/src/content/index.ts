export { ANNOUNCEMENT_MODES } from './announcement.ts';
export type { AnnouncementBody, AnnouncementMode } from './announcement.ts';
export { asVariant, bodiesOf, bodyOf } from './bodies-of.ts';
export type { Bodied, PlacedBody, VariantBodies } from './bodies-of.ts';
export type { ContentBodies } from './body.ts';
export { conditionsOf } from './conditions-of.ts';
export type { PlacedCondition } from './conditions-of.ts';
export { changesOf, changesOfCondition } from './changes-of.ts';
export type { ComparedDraft, DraftChange } from './changes-of.ts';
export type { ChecklistBody, ChecklistStep, StepAction } from './checklist.ts';
export { CONTENT_KINDS, CONTENT_STATUSES, MOST_TRANSACTION_DAYS, visibleSince } from './delivery.ts';
export type {
  ContentKind,
  ContentStatus,
  Delivery,
  Device,
  Quota,
  Recurrence,
  Transactional,
  Trigger,
  Waves,
} from './delivery.ts';
export { emailScoresHtml, scoreHref } from './email-scores.ts';
export type { EmailScores } from './email-scores.ts';
export { hasText, localeOf, textIn } from './localized.ts';
export type { LocalizedText } from './localized.ts';
export { publishProblems } from './publish-problems.ts';
export type { PublishProblem, PublishProblemCode } from './publish-problems.ts';
export { publishWarnings } from './publish-warnings.ts';
export type { LiveNeighbour, PublishScene, PublishWarning, PublishWarningCode } from './publish-warnings.ts';
export { REVIEW_STATES, reviewRefusal } from './review.ts';
export type { ReviewRefusal, ReviewState } from './review.ts';
export { RESOURCE_TYPES } from './resource.ts';
export type { ResourceBody, ResourceType } from './resource.ts';
export { sameValue } from './same-value.ts';
export { FOLLOW_UP_KEY, optionText, OTHER_KEY, QUESTION_TYPES } from './survey.ts';
export type {
  AnswerTest,
  ChoiceOption,
  ChoiceQuestion,
  NextRule,
  QuestionType,
  ScaleQuestion,
  StatementQuestion,
  SurveyBody,
  SurveyQuestion,
  TextQuestion,
} from './survey.ts';
export { LINK_CHANNELS, LINK_KINDS, LINK_STANDINGS, linkStanding, RESPONSE_SOURCES } from './survey-link.ts';
export type { LinkChannel, LinkKind, LinkScene, LinkStanding, ResponseSource } from './survey-link.ts';
export { questionAt, surveyGraph } from './survey-graph.ts';
export type { SurveyGraph, SurveyMark, SurveyNode, SurveyWay } from './survey-graph.ts';
export { QUESTION_OUTCOMES, questionOutcomes } from './survey-outcomes.ts';
export type { QuestionOutcome } from './survey-outcomes.ts';
export { optionsInOrder, pathOf, scoreQuestionOf } from './survey-path.ts';
export type { AnswerValue, SurveyPlan } from './survey-path.ts';
export { scaleOf, scoresOf } from './survey-scale.ts';
export type { Scale, ScaleType } from './survey-scale.ts';
export { knownTags, LONGEST_TAG, MOST_TAGS, tagKey, tagsBetween, tidyTags, withTags } from './tags.ts';
export { missingTexts, textFields } from './text-fields.ts';
export type { MissingText, TextField } from './text-fields.ts';
