import type { report } from '@banso/contract';
import type {
  CompanyRecord,
  EventRecord,
  ExposureRecord,
  MetricRecord,
  PersonRecord,
  SessionRecord,
} from '@banso/database';
import type { ChecklistBody, ResourceBody, SurveyBody } from '@banso/domain/content';
import type { Instant } from '@banso/domain/time';
import { dayOf } from '@banso/domain/time';
import type { Catalogue } from './catalogue.ts';
import { ContentStates } from './content-states.ts';
import { DayCounts } from './day-counts.ts';
import type { KeptProgress } from './projections/checklist-progress.ts';
import type { Response } from './projections/response.ts';
import { Rows } from './rows.ts';

/** Who acts, as far as facts and decisions are concerned. */
export interface Actor {
  contactId: string;
  accountId: string | null;
  verified: boolean;
  locale: string;
}

/** Bodies of versions that are no longer, or not yet, the published one; by `versionKey`. */
export type Bodies = ReadonlyMap<string, ChecklistBody | SurveyBody | ResourceBody>;
export const versionKey = (contentId: string, version: number): string => `${contentId} ${version}`;

/** What one group of facts works on in one workspace: rows as they were loaded, and what the facts make of them. */
export interface Ledger {
  readonly workspaceId: string;
  readonly catalogue: Catalogue;
  readonly bodies: Bodies;
  /** Ids of facts that are in the log, or will be with this group. */
  readonly known: Set<string>;
  readonly people: Rows<PersonRecord>;
  /** People who told something about themselves that has to be written. */
  readonly profiles: Set<string>;
  readonly companies: Rows<CompanyRecord>;
  readonly companyProfiles: Set<string>;
  readonly counts: DayCounts;
  readonly states: ContentStates;
  /** What facts touch, and what stands beside it: everything of the people in `histories`, of others the latest scores. */
  readonly responses: Rows<Response>;
  /** People whose responses are all loaded. */
  readonly histories: Set<string>;
  /** By `progressKey`. */
  readonly progress: Rows<KeptProgress>;
  /** People of an account, by its id; loaded for accounts with claims. */
  readonly peopleOf: Map<string, number>;
  /** People of an account who were interrupted on a UTC day, by `budgetKey`; loaded for accounts with claims. */
  readonly interrupted: Map<string, Set<string>>;
  readonly events: EventRecord[];
  readonly exposures: ExposureRecord[];
  readonly metrics: MetricRecord[];
  readonly sessions: SessionRecord[];
  /** What the console hears once this is committed. */
  readonly news: Map<string, report.LiveEvent>;
  /** Ids for facts that follow from others. */
  readonly newId: (prefix?: string) => string;
}

export const progressKey = (subjectId: string, contentId: string): string => `${subjectId} ${contentId}`;

export const budgetKey = (accountId: string, at: Instant): string => `${accountId} ${dayOf(at)}`;

/** A ledger with nothing in it. */
export function emptyLedger(of: Pick<Ledger, 'workspaceId' | 'catalogue' | 'bodies' | 'newId'>): Ledger {
  return {
    ...of,
    known: new Set(),
    people: new Rows(),
    profiles: new Set(),
    companies: new Rows(),
    companyProfiles: new Set(),
    counts: new DayCounts(),
    states: new ContentStates(),
    responses: new Rows(),
    histories: new Set(),
    progress: new Rows(),
    peopleOf: new Map(),
    interrupted: new Map(),
    events: [],
    exposures: [],
    metrics: [],
    sessions: [],
    news: new Map(),
  };
}

/**
 * The account that an actor shares progress, counters and budgets with; null for people whom no identity token vouches for:
 * they could name any account.
 */
export function sharedAccountOf({ verified, accountId }: Actor): string | null {
  return verified ? accountId : null;
}

/** Whose progress a checklist keeps: the account's where it is shared, else the person's own. */
export function subjectOf({ progressOf }: Pick<ChecklistBody, 'progressOf'>, actor: Actor): string {
  return (progressOf === 'account' ? sharedAccountOf(actor) : null) ?? actor.contactId;
}
