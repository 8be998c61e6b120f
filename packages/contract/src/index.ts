export * as account from './account.ts';
export * as common from './common.ts';
export * as content from './content.ts';
export * as event from './event.ts';
export * as organisation from './organisation.ts';
export * as report from './report.ts';
export * as response from './response.ts';
export * as widgetApi from './widget-api.ts';
export { Condition } from './condition.ts';
export { KEY_SCOPES, PERMISSIONS, ROLE_PERMISSIONS, ROLES } from './permission.ts';
export { EVENT_REFUSALS, Problem, PROBLEMS } from './problem.ts';
export type { KeyScope, Permission, Role } from './permission.ts';
export type { EventRefusal, ProblemCode } from './problem.ts';
export type {
  PublishedChecklist,
  PublishedContent,
  PublishedFile,
  PublishedOf,
  PublishedQuestion,
  PublishedResource,
  PublishedStep,
  PublishedSurvey,
} from './published.ts';
