import type { AnswerValue } from '@banso/domain/content';
import type { ContentState } from '@banso/domain/targeting';
import { claimed, later, shown } from '@banso/domain/targeting';
import { addMs, DAY_MS, msBetween } from '@banso/domain/time';
import type { Instant } from '@banso/domain/time';
import type { ReceivedFact } from '../received-fact.ts';

const LONGEST_SNOOZE_MS = 366 * DAY_MS;

/**
 * What one person has done with one content, one fact later. A claim counts from when the server granted it, everything
 * else from when it happened. The same state comes back when the fact says nothing about it.
 */
export function contentStateAfter(
  state: ContentState,
  { event, occurredAt, receivedAt }: ReceivedFact,
): ContentState {
  switch (event.type) {
    case 'content_claimed':
      return claimed(state, receivedAt);
    case 'content_shown':
      return shown(state, occurredAt);
    case 'content_opened':
    case 'resource_opened':
      return { ...state, openedAt: earlier(state.openedAt, occurredAt) };
    case 'content_dismissed':
      return {
        ...state,
        lastDismissedAt: later(state.lastDismissedAt, occurredAt),
        // said to be false, it takes an earlier "don't ask" back
        optedOut: event.optOut ?? state.optedOut,
      };
    case 'content_snoozed':
      return { ...state, snoozedUntil: addMs(occurredAt, snoozeMs(event.at, event.until)) };
    case 'survey_answered':
      // attempts are counted by wave: an answer ends one
      return isSkipped(event.value)
        ? state
        : { ...state, attempts: 0, lastAnsweredAt: later(state.lastAnsweredAt, occurredAt) };
    case 'survey_completed':
      return { ...state, completedAt: later(state.completedAt, occurredAt) };
    case 'page':
    case 'track':
    case 'message_sent':
    case 'messages_read':
    case 'erasure_requested':
    case 'erasure_withdrawn':
    case 'preference_set':
    case 'step_completed':
    case 'step_reopened':
    case 'resource_rated':
      return state;
    default:
      return event satisfies never;
  }
}

/** White space alone says nothing either. */
function isSkipped(value: AnswerValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/** Both ends are the sender's clock, so that their difference is right even where the clock is wrong. */
function snoozeMs(from: Instant, until: Instant): number {
  return Math.min(Math.max(msBetween(from, until), 0), LONGEST_SNOOZE_MS);
}

function earlier(known: Instant | undefined, at: Instant): Instant {
  return known !== undefined && known < at ? known : at;
}
