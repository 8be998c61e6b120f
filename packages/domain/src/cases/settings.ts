import type { AssignRule } from './assign.ts';
import type { CaseCause } from './cause.ts';
import type { OfficeHours } from './office-hours.ts';
import type { RecoveryRule } from './recovery.ts';

/** Whether a cause opens a case, and how soon somebody has to answer. */
export interface CaseTarget {
  opens: boolean;
  /** Business days until the first touch, 0.25 to 60. */
  days: number;
  /** The team that such cases are for; null or absent: everybody. */
  teamId?: string | null | undefined;
}

/** How a workspace closes the loop. */
export interface CaseSettings {
  /** `timeZone` null: the workspace's. */
  hours: Omit<OfficeHours, 'timeZone'> & { timeZone: string | null };
  targets: Readonly<Record<CaseCause, CaseTarget>>;
  /** In this order, until one names somebody. */
  assign: readonly AssignRule[];
  /** Asks the score again after a case was resolved; null: nobody is asked. */
  recovery: RecoveryRule | null;
}

/** Detractors within one business day, passives five, promoters ten (definitions, "Closed loop"); weekdays from 9 to 18. */
export const DEFAULT_CASE_SETTINGS: CaseSettings = {
  hours: { timeZone: null, days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00', closedOn: [] },
  targets: {
    detractor: { opens: true, days: 1 },
    low_csat: { opens: true, days: 2 },
    message: { opens: true, days: 1 },
    team: { opens: true, days: 2 },
    passive: { opens: false, days: 5 },
    promoter: { opens: false, days: 10 },
  },
  assign: ['account_owner', 'language', 'least_load'],
  recovery: null,
};

/** The office hours of a workspace in its own zone. */
export function officeHoursOf({ hours }: Pick<CaseSettings, 'hours'>, timeZone: string): OfficeHours {
  return { ...hours, timeZone: hours.timeZone ?? timeZone };
}
