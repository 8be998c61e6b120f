export { candidatesIn } from './candidates.ts';
export { logLikelihood } from './log-likelihood.ts';
export { shareIn, weeksUpTo } from './weeks.ts';
export type { DayCounts, DaySpan } from './weeks.ts';
export { isAbout, says } from './rule.ts';
export type { AnswerWords, TopicRule } from './rule.ts';
export { LEAST_KEYNESS, LEAST_PAST_TEXTS, LEAST_TEXTS, suggestTopics } from './suggest-topics.ts';
export type { SaidText, SuggestedTopic, SuggestOptions } from './suggest-topics.ts';
