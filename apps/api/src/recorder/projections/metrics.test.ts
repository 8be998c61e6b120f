import { expect, test } from 'vitest';
import { metricOf } from './metrics.ts';

test.each([
  ['content_shown', 'survey', 'shown'],
  ['content_opened', 'checklist', 'opened'],
  ['content_opened', 'resource', undefined],
  ['resource_opened', 'resource', 'opened'],
  ['content_dismissed', 'survey', 'dismissed'],
  ['content_snoozed', 'survey', 'snoozed'],
  ['content_claimed', 'survey', undefined],
  ['survey_answered', 'survey', undefined],
  ['track', 'survey', undefined],
] as const)('%s of a %s counts as %s, on the day it happened', (type, kind, metric) => {
  expect(metricOf(type, '2026-03-01T23:59:59.999Z', kind)).toEqual(metric && { day: '2026-03-01', metric });
});
