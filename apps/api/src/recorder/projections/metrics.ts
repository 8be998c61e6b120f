import type { ContentKind } from '@banso/domain/content';
import type { Day, Instant } from '@banso/domain/time';
import { dayOf } from '@banso/domain/time';

/** What is counted for each content and UTC day. */
export type Metric = 'shown' | 'opened' | 'answered' | 'completed' | 'dismissed' | 'snoozed';

/** One unit of a day's counter. */
export interface MetricUnit {
  day: Day;
  metric: Metric;
}

/**
 * What a fact adds to its content's day, by itself. `answered` and `completed` are not here: they count responses and
 * finished checklists, not facts.
 */
export function metricOf(type: string, occurredAt: Instant, kind: ContentKind): MetricUnit | undefined {
  const day = dayOf(occurredAt);
  switch (type) {
    case 'content_shown':
      return { day, metric: 'shown' };
    case 'content_opened':
      // a resource is opened by `resource_opened`; the panel may report both
      return kind === 'resource' ? undefined : { day, metric: 'opened' };
    case 'resource_opened':
      return { day, metric: 'opened' };
    case 'content_dismissed':
      return { day, metric: 'dismissed' };
    case 'content_snoozed':
      return { day, metric: 'snoozed' };
    default:
      return undefined;
  }
}
