/** What webhooks can be told, in the order in which it is offered. */
export const FOLLOW_UPS = [
  'response.updated',
  'response.completed',
  'message.received',
  'case.opened',
  'case.changed',
  'case.closed',
  'content.published',
] as const;

/** One of {@link FOLLOW_UPS}. */
export type FollowUpType = (typeof FOLLOW_UPS)[number];
