import { expect, test } from 'vitest';
import type { ReceivedFact } from '../received-fact.ts';
import { metricOf } from './metrics.ts';

const fact = (type: string): ReceivedFact => ({
  event: {
    id: '0195d000-0000-7000-8000-000000000001',
    at: '2031-01-01T00:00:00.000Z',
    contentId: 'x',
    version: 1,
    type,
  } as ReceivedFact['event'],
  occurredAt: '2026-03-01T23:59:59.999Z',
  receivedAt: '2026-03-02T00:00:05.000Z',
});

test.each([
  ['content_shown', 'survey', 'shown'],
  ['content_opened', 'checklist', 'opened'],
  ['content_opened', 'resource', undefined],
  ['resource_opened', 'resource', 'opened'],
  ['content_dismissed', 'survey', 'dismissed'],
  ['content_claimed', 'survey', undefined],
  ['survey_answered', 'survey', undefined],
  ['track', 'survey', undefined],
] as const)('%s of a %s counts as %s, on the day it happened', (type, kind, metric) => {
  expect(metricOf(fact(type), kind)).toEqual(metric && { day: '2026-03-01', metric });
});
