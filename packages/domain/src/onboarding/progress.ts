import type { Facts } from '../targeting/facts.ts';
import type { Instant } from '../time/instant.ts';

/** One finished step as the recorder keeps it, under the key it has in every version. */
export interface StepDone {
  key: string;
  at: Instant;
  /** Id of the contact or member who did it; absent when an event did and nobody is known. */
  by?: string | undefined;
  /** `person`: ticked; `event`: `completeWhen` held; `team`: done by the customer-success team. */
  via: 'person' | 'event' | 'team';
}

export type StepState = 'done' | 'open' | 'locked';

/** One visible step, as the widget draws it. */
export interface StepProgress {
  key: string;
  state: StepState;
  /** The one step to do next; none when the checklist is completed. */
  current: boolean;
  optional: boolean;
  doneAt?: Instant | undefined;
  doneBy?: string | undefined;
  via?: StepDone['via'] | undefined;
  /** Keys of the steps that must be done before this one opens, in the order of the checklist. */
  lockedBy: readonly string[];
  dueAt?: Instant | undefined;
  /** Not done although it is due. */
  late: boolean;
}

/** How far one person, or one account, is with a checklist. */
export interface ChecklistProgress {
  /** Visible steps only, in the order of the checklist. */
  steps: readonly StepProgress[];
  /** Visible required steps that are done. */
  done: number;
  /** Visible required steps; of a completed checklist those that were done. */
  total: number;
  /** 0–100, not rounded. */
  percent: number;
  completed: boolean;
  completedAt?: Instant | undefined;
}

/** What progress depends on beside the checklist and the finished steps. */
export interface ProgressContext {
  /** `facts.now` is the moment that due dates are compared with. */
  facts: Facts;
  /** When the checklist was first given; absent: not yet, so nothing is due. */
  startedAt?: Instant | undefined;
  /** When it was completed before; it stays completed whatever a later version adds. */
  completedAt?: Instant | undefined;
}
