import {
  bodiesOf,
  conditionsOf,
  type ContentKind,
  missingTexts,
  publishProblems,
} from '@banso/domain/content';
import type { Condition } from '@banso/domain/targeting';
import type * as z from 'zod';
import type { Draft } from './content-draft.ts';

/** Something to mend, and the field to point at: a path of the body, `delivery.…`, `locales` or `defaultLocale`. */
export interface DraftProblem {
  path: string;
  code: string;
  /** `storing`: the draft cannot even be saved like this. `translation`: readers see another language until then. */
  stops: 'storing' | 'publishing' | 'translation';
}

/** Everything that is to be mended in a draft, what is worst first. */
export function draftProblems<K extends ContentKind>(
  kind: K,
  draft: Draft<K>,
  schema: z.ZodType<Draft<K>>,
): DraftProblem[] {
  const storing = storingProblems(schema, draft);
  const seen = new Set(storing.map(({ path }) => path));
  const publishing = [...publishProblems(kind, draft), ...unfinished(draft)]
    .filter(({ path }) => !seen.has(path))
    .map(({ path, code }): DraftProblem => ({ path, code, stops: 'publishing' }));
  const others = draft.locales.filter((locale) => locale !== draft.defaultLocale);
  const translations = bodiesOf(draft).flatMap(({ prefix, body }) =>
    missingTexts(kind, body, others).map(({ path }): DraftProblem => ({
      path: `${prefix}${path}`,
      code: 'translation_missing',
      stops: 'translation',
    })),
  );
  return [...storing, ...publishing, ...translations];
}

/** Conditions whose value was never filled in: they could be published, and nobody would be in the audience. */
function unfinished<K extends ContentKind>(draft: Draft<K>): { path: string; code: string }[] {
  return [
    ...conditionsOf(draft).flatMap(({ path, condition }) => emptyValues(condition, path)),
    ...selectorProblems(draft.delivery.trigger?.element),
  ];
}

/** Only a browser can read a selector; the widget never shows what waits for one that is none. */
function selectorProblems(selector: string | undefined): { path: string; code: string }[] {
  if (selector === undefined || CSS.supports(`selector(${selector})`)) return [];
  return [{ path: 'delivery.trigger.element', code: 'selector_invalid' }];
}

/** Parts of a condition whose value was never filled in. */
export function emptyValues(condition: Condition, path: string): { path: string; code: string }[] {
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part, index) => emptyValues(part, `${path}.of.${index}`));
    case 'not':
      return emptyValues(condition.of, `${path}.of`);
    case 'trait':
      return condition.value === '' || (Array.isArray(condition.value) && condition.value.length === 0)
        ? [{ path: `${path}.value`, code: 'value_missing' }]
        : [];
    case 'list':
      return condition.ids.length === 0 ? [{ path: `${path}.ids`, code: 'value_missing' }] : [];
    case 'answer':
      return Array.isArray(condition.value) && condition.value.length === 0
        ? [{ path: `${path}.value`, code: 'value_missing' }]
        : [];
    default:
      return [];
  }
}

/** What the server would refuse to store, one problem a field. */
export function storingProblems(schema: z.ZodType, draft: unknown): DraftProblem[] {
  const parsed = schema.safeParse(draft);
  if (parsed.success) return [];
  const byPath = new Map<string, DraftProblem>();
  for (const issue of parsed.error.issues.flatMap(deepest)) {
    const path = fieldPath(issue.path);
    if (!byPath.has(path)) byPath.set(path, { path, code: codeOf(issue), stops: 'storing' });
  }
  return [...byPath.values()];
}

interface Issue {
  code: string;
  path: readonly PropertyKey[];
  /** What is too small or too big: a text, a list, a number. */
  origin?: string | undefined;
}

/** A condition is a union of shapes: the issues of the shape that came closest say which of its fields is wrong. */
function deepest(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const inner = issue.errors.map((issues) => issues.flatMap(deepest)).filter((issues) => issues.length > 0);
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map(({ path }) => path.length));
  const closest = inner.toSorted((one, other) => depth(other) - depth(one) || one.length - other.length)[0];
  return closest ? closest.map((each) => ({ ...each, path: [...issue.path, ...each.path] })) : [issue];
}

function codeOf({ code, origin }: Issue): string {
  if (origin !== 'string' && origin !== 'array') return 'invalid';
  return { too_big: 'too_long', too_small: 'empty' }[code] ?? 'invalid';
}

/** `body.steps.0.title` is called `steps.0.title` here, as the publish check calls it. */
function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map(String)
    .join('.')
    .replace(/^body\./, '');
}

/**
 * The problem of a field: at its path, or below it where the field holds more than one value. A missing translation is
 * the problem of its own language only.
 */
export function problemAt(problems: readonly DraftProblem[], path: string): DraftProblem | undefined {
  return (
    problems.find((problem) => problem.path === path) ??
    problems.find((problem) => problem.stops !== 'translation' && problem.path.startsWith(`${path}.`))
  );
}
