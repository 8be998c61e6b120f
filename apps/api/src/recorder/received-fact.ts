import type { Instant } from '@banso/domain/time';
import type { Fact } from './recorder.ts';

/** A fact with the time at which this server got it. Facts of one person are ordered by arrival. */
export interface ReceivedFact extends Fact {
  receivedAt: Instant;
}
