import type { ChecklistProblemCode } from '../onboarding/checklist-problems.ts';
import { checklistProblems } from '../onboarding/checklist-problems.ts';
import { canMatch } from '../targeting/can-match.ts';
import { safeHref } from '../text/safe-href.ts';
import { shareOf, variantsIn } from '../experiment/variants.ts';
import type { AnnouncementBody } from './announcement.ts';
import type { Bodied } from './bodies-of.ts';
import { bodiesOf } from './bodies-of.ts';
import type { ContentBodies } from './body.ts';
import type { ChecklistBody, StepAction } from './checklist.ts';
import type { ContentKind, Delivery } from './delivery.ts';
import { hasText } from './localized.ts';
import type { ResourceBody } from './resource.ts';
import { sameValue } from './same-value.ts';
import type { SurveyProblemCode } from './survey-problems.ts';
import { surveyProblems } from './survey-problems.ts';
import { textFields } from './text-fields.ts';

/** Why a content can not be published. */
export type PublishProblemCode =
  | ChecklistProblemCode
  | SurveyProblemCode
  | 'text_missing'
  | 'link_missing'
  | 'link_unsafe'
  | 'dates_missing'
  | 'dates_reversed'
  | 'audience_never_matches'
  | 'sample_empty'
  | 'pattern_empty'
  | 'goal_missing'
  | 'variant_unnamed'
  | 'variant_same'
  | 'variant_progress'
  | 'variant_unit';

/** One problem and the field to point at: a path of the body, or `delivery.` and a path of the delivery. */
export interface PublishProblem {
  path: string;
  code: PublishProblemCode;
}

/**
 * Everything that keeps a content from being published, in all of its variants; an empty list means that it may be. Texts in other
 * languages than the default one are not asked for here (see `missingTexts`): readers fall back.
 */
export function publishProblems<K extends ContentKind>(
  kind: K,
  draft: Bodied<K> & { delivery: Delivery; defaultLocale: string },
): PublishProblem[] {
  return [
    ...bodiesOf(draft).flatMap(({ prefix, body }) =>
      bodyProblems(kind, body, draft.defaultLocale).map(({ path, code }) =>
        problem(`${prefix}${path}`, code),
      ),
    ),
    ...deliveryProblems(draft.delivery),
    ...variantProblems(draft),
  ];
}

function bodyProblems<K extends ContentKind>(
  kind: K,
  body: ContentBodies[K],
  defaultLocale: string,
): PublishProblem[] {
  const unwritten = textFields(kind, body)
    .filter(({ text, required }) => required && !hasText(text, defaultLocale))
    .map(({ path }) => problem(`${path}.${defaultLocale}`, 'text_missing'));
  return [...unwritten, ...PROBLEMS[kind](body)];
}

/**
 * Variants need names, and something that differs. A checklist that an account shares is one for all of its people: so are its variants, and
 * what is counted for whom must be the same in each.
 */
function variantProblems(draft: Bodied & { delivery: Delivery }): PublishProblem[] {
  const { experiment } = draft.delivery;
  const plan = experiment?.variants;
  if (!plan) return [];
  const bodies = bodiesOf(draft);
  const unnamed = variantsIn(plan).filter((key) => shareOf(plan, key)?.name.trim() === '');
  const same = bodies.filter(({ body }, index) =>
    bodies.slice(0, index).some((other) => sameValue(body, other.body)),
  );
  const { body: base } = draft;
  const shared = 'progressOf' in base ? base.progressOf : undefined;
  return [
    ...unnamed.map((key) => problem(`delivery.experiment.variants.${key ?? 'base'}.name`, 'variant_unnamed')),
    ...same.map(({ variant }) => problem(`delivery.experiment.variants.${variant}`, 'variant_same')),
    ...bodies.flatMap(({ prefix, body }) =>
      'progressOf' in body && body.progressOf !== shared
        ? [problem(`${prefix}progressOf`, 'variant_progress')]
        : [],
    ),
    ...(shared === 'account' && experiment.unit === 'contact'
      ? [problem('delivery.experiment.unit', 'variant_unit')]
      : []),
  ];
}

const PROBLEMS: { readonly [K in ContentKind]: (body: ContentBodies[K]) => PublishProblem[] } = {
  checklist: problemsOfChecklist,
  survey: surveyProblems,
  resource: problemsOfResource,
  announcement: problemsOfAnnouncement,
};

function problemsOfChecklist(body: ChecklistBody): PublishProblem[] {
  const links = body.steps.flatMap(({ action }, index) => actionProblems(`steps.${index}.action`, action));
  return [...checklistProblems(body), ...links];
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

function problemsOfAnnouncement({ action }: AnnouncementBody): PublishProblem[] {
  return actionProblems('action', action);
}

function deliveryProblems({
  audience,
  pages,
  samplePercent,
  startsAt,
  endsAt,
  experiment,
}: Delivery): PublishProblem[] {
  const problems = pages.flatMap((pattern, index) =>
    pattern.trim() === '' ? [problem(`delivery.pages.${index}`, 'pattern_empty')] : [],
  );
  if (!canMatch(audience)) problems.push(problem('delivery.audience', 'audience_never_matches'));
  if (samplePercent <= 0) problems.push(problem('delivery.samplePercent', 'sample_empty'));
  if (experiment && experiment.goal.event.trim() === '')
    problems.push(problem('delivery.experiment.goal.event', 'goal_missing'));
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

function actionProblems(path: string, action: StepAction | null): PublishProblem[] {
  return action ? linkProblems(`${path}.url`, action.url) : [];
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
