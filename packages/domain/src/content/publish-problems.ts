import type { ChecklistProblemCode } from '../onboarding/checklist-problems.ts';
import { checklistProblems } from '../onboarding/checklist-problems.ts';
import { canMatch } from '../targeting/can-match.ts';
import { safeHref } from '../text/safe-href.ts';
import type { ContentBodies } from './body.ts';
import type { ChecklistBody } from './checklist.ts';
import type { ContentKind, Delivery } from './delivery.ts';
import { hasText } from './localized.ts';
import type { ResourceBody } from './resource.ts';
import type { SurveyBody } from './survey.ts';
import { FOLLOW_UP_KEY } from './survey.ts';
import { textFields } from './text-fields.ts';

/** Why a content can not be published. */
export type PublishProblemCode =
  | ChecklistProblemCode
  | 'text_missing'
  | 'link_missing'
  | 'link_unsafe'
  | 'no_questions'
  | 'reserved_key'
  | 'dates_missing'
  | 'dates_reversed'
  | 'audience_never_matches'
  | 'sample_empty'
  | 'pattern_empty';

/** One problem and the field to point at: a path of the body, or `delivery.` and a path of the delivery. */
export interface PublishProblem {
  path: string;
  code: PublishProblemCode;
}

/**
 * Everything that keeps a content from being published; an empty list means that it may be. Texts in other languages than
 * the default one are not asked for here (see `missingTexts`): readers fall back.
 *
 * @param defaultLocale - The language in which every required text must be written.
 */
export function publishProblems<K extends ContentKind>(
  kind: K,
  body: ContentBodies[K],
  delivery: Delivery,
  defaultLocale: string,
): PublishProblem[] {
  const unwritten = textFields(kind, body)
    .filter(({ text, required }) => required && !hasText(text, defaultLocale))
    .map(({ path }) => problem(`${path}.${defaultLocale}`, 'text_missing'));
  return [...unwritten, ...PROBLEMS[kind](body), ...deliveryProblems(delivery)];
}

const PROBLEMS: { readonly [K in ContentKind]: (body: ContentBodies[K]) => PublishProblem[] } = {
  checklist: problemsOfChecklist,
  survey: problemsOfSurvey,
  resource: problemsOfResource,
};

function problemsOfChecklist(body: ChecklistBody): PublishProblem[] {
  const links = body.steps.flatMap(({ action }, index) =>
    action ? linkProblems(`steps.${index}.action.url`, action.url) : [],
  );
  return [...checklistProblems(body), ...links];
}

function problemsOfSurvey({ questions }: SurveyBody): PublishProblem[] {
  if (questions.length === 0) return [problem('questions', 'no_questions')];
  const keys = questions.map(({ key }) => key);
  return keys.flatMap((key, index) => {
    const path = `questions.${index}.key`;
    if (key.trim() === '') return [problem(path, 'key_missing')];
    if (key === FOLLOW_UP_KEY) return [problem(path, 'reserved_key')];
    return keys.indexOf(key) < index ? [problem(path, 'duplicate_key')] : [];
  });
}

function problemsOfResource({ type, url, recordingUrl, startsAt, endsAt }: ResourceBody): PublishProblem[] {
  const problems: PublishProblem[] = [];
  if (url !== undefined && url !== '') problems.push(...linkProblems('url', url, WEB));
  else if (type !== 'article' && !(type === 'webinar' && recordingUrl))
    problems.push(problem('url', 'link_missing'));
  if (recordingUrl) problems.push(...linkProblems('recordingUrl', recordingUrl, WEB));
  if (type === 'webinar') {
    if (startsAt === undefined) problems.push(problem('startsAt', 'dates_missing'));
    if (endsAt === undefined) problems.push(problem('endsAt', 'dates_missing'));
  }
  return [...problems, ...periodProblems('', startsAt, endsAt)];
}

function deliveryProblems({ audience, pages, samplePercent, startsAt, endsAt }: Delivery): PublishProblem[] {
  const problems = pages.flatMap((pattern, index) =>
    pattern.trim() === '' ? [problem(`delivery.pages.${index}`, 'pattern_empty')] : [],
  );
  if (!canMatch(audience)) problems.push(problem('delivery.audience', 'audience_never_matches'));
  if (samplePercent <= 0) problems.push(problem('delivery.samplePercent', 'sample_empty'));
  return [...problems, ...periodProblems('delivery.', startsAt, endsAt)];
}

function periodProblems(
  prefix: string,
  startsAt: string | undefined,
  endsAt: string | undefined,
): PublishProblem[] {
  if (startsAt === undefined || endsAt === undefined || startsAt < endsAt) return [];
  return [problem(`${prefix}endsAt`, 'dates_reversed')];
}

const WEB = /^https?:/;

/** @param allowed - What the checked address must look like, beside being safe. */
function linkProblems(path: string, href: string, allowed = /^/): PublishProblem[] {
  if (href.trim() === '') return [problem(path, 'link_missing')];
  const safe = safeHref(href);
  return safe !== undefined && allowed.test(safe) ? [] : [problem(path, 'link_unsafe')];
}

function problem(path: string, code: PublishProblemCode): PublishProblem {
  return { path, code };
}
