import type { Instant } from '../time/instant.ts';
import type { ContentState } from './facts.ts';

/** Nothing has happened yet between a person and a content. */
export const UNTOUCHED: ContentState = { attempts: 0, optedOut: false };

/** An interruption with it was granted. */
export function claimed(state: ContentState, at: Instant): ContentState {
  return { ...state, attempts: state.attempts + 1, lastClaimedAt: later(state.lastClaimedAt, at) };
}

/** The person could see it. */
export function shown(state: ContentState, at: Instant): ContentState {
  return { ...state, lastShownAt: later(state.lastShownAt, at) };
}

/** The later of two instants, of which the first may not be known. */
export function later(known: Instant | undefined, at: Instant): Instant {
  return known !== undefined && known > at ? known : at;
}
