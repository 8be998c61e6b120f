import type { ChecklistStep, LocalizedText } from '@banso/domain/content';

/** What is so of a step unless more is said: the customer ticks it. */
export const PLAIN_STEP: Omit<ChecklistStep, 'key' | 'title' | 'body'> = {
  action: null,
  completeWhen: null,
  requires: [],
  optional: false,
  visibleWhen: null,
  dueInDays: null,
  owner: 'customer',
};

/** A step that the customer ticks, unless more is said. */
export const aStep = (
  key: string,
  title: LocalizedText,
  body: LocalizedText,
  more: Partial<ChecklistStep> = {},
): ChecklistStep => ({ ...PLAIN_STEP, key, title, body, ...more });
