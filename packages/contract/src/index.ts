export * as account from './account.ts';
export * as audience from './audience.ts';
export * as common from './common.ts';
export * as content from './content.ts';
export * as contentTemplate from './content-template.ts';
export * as erasure from './erasure.ts';
export * as event from './event.ts';
export * as message from './message.ts';
export * as organisation from './organisation.ts';
export * as report from './report.ts';
export * as scoreReport from './score-report.ts';
export * as response from './response.ts';
export * as tracking from './tracking.ts';
export * as translation from './translation.ts';
export * as widgetApi from './widget-api.ts';
export { Condition } from './condition.ts';
export { CustomerText, isWithheld, NEEDS_READ_TEXTS, readable, Withheld, WITHHELD } from './customer-text.ts';
export {
  APPROVERS,
  KEY_SCOPES,
  MEMBER_PERMISSIONS,
  PERMISSIONS,
  permissionsOf,
  ROLE_PERMISSIONS,
  ROLES,
  SCOPE_PERMISSIONS,
} from './permission.ts';
export { EVENT_REFUSALS, Problem, PROBLEMS } from './problem.ts';
export type { KeyScope, MemberPermission, Permission, PermissionOverrides, Role } from './permission.ts';
export type { EventRefusal, ProblemCode } from './problem.ts';
export type {
  PublishedAnnouncement,
  PublishedChecklist,
  PublishedChoice,
  PublishedContent,
  PublishedFile,
  PublishedOf,
  PublishedQuestion,
  PublishedResource,
  PublishedScale,
  PublishedStep,
  PublishedSurvey,
  PublishedWords,
} from './published.ts';
