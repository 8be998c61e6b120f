import type { Condition } from '../targeting/condition.ts';
import type { LocalizedText } from './localized.ts';

/** What the button of a step or of an announcement does: open a page of the host product or elsewhere. */
export interface StepAction {
  label: LocalizedText;
  /** http, https, mailto, tel, or a path of the host product. */
  url: string;
}

export interface ChecklistStep {
  /** Stable within the checklist; progress is kept under it over all versions. */
  key: string;
  title: LocalizedText;
  /** Markdown subset. */
  body: LocalizedText;
  action: StepAction | null;
  /** Done by itself when this holds; `null`: the person ticks it. */
  completeWhen: Condition | null;
  /** Keys of steps that must be done first. */
  requires: readonly string[];
  optional: boolean;
  /** Hidden unless this holds; `null`: always visible. */
  visibleWhen: Condition | null;
  /** Days from the start of the checklist; `null`: no due date. */
  dueInDays: number | null;
  owner: 'customer' | 'team';
}

export interface ChecklistBody {
  title: LocalizedText;
  /** Markdown subset. */
  intro: LocalizedText;
  steps: readonly ChecklistStep[];
  /** Each step opens the next one. */
  ordered: boolean;
  /** `account`: any teammate's work counts for all. */
  progressOf: 'contact' | 'account';
  /** Said once when all is done. */
  celebration: LocalizedText;
}
