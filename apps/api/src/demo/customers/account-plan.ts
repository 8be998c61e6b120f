import type { account } from '@banso/contract';
import type { MemberKey } from '../team.ts';
import type { DemoLocale } from '../words.ts';

/** How often a company's people come, over time. */
export type Rhythm = 'steady' | 'growing' | 'fading' | { quietForDays: number };

/** How far a company that signed up during the history is with "Getting started". */
export type Onboarding =
  /** Everything done, after so many days. */
  | { at: 'finished'; afterDays: number }
  /** These steps are done, the last of them so many days ago. */
  | { at: 'open'; done: readonly StepKey[]; lastStepDaysAgo: number };

/** Steps of "Getting started" that a history can tell of. */
export type StepKey =
  | 'kick-off'
  | 'first-note'
  | 'invite-teammates'
  | 'connect-calendar'
  | 'share-folder'
  | 'agree-where';

/** One customer of the demo's company. */
export interface AccountPlan {
  /** The customer's own id. */
  externalId: string;
  name: string;
  locale: DemoLocale;
  industry: string;
  country: 'JP' | 'KR' | 'US' | 'GB' | 'NO' | 'IE' | 'CA' | 'AU';
  plan: 'Starter' | 'Team' | 'Enterprise';
  seats: number;
  /** How many of its people came. */
  people: number;
  revenue: { amountMinor: number; currency: 'JPY' | 'KRW' | 'USD' };
  owner: MemberKey;
  lifecycle: account.Lifecycle;
  renewsInDays: number;
  signedUpDaysAgo: number;
  /** How content its people are, from −1 to 1. */
  mood: number;
  rhythm: Rhythm;
  /** For those who signed up since the checklist was published. */
  onboarding?: Onboarding;
}
