import type { report } from '@banso/contract';
import type {
  AliasRecord,
  AssignmentKey,
  AssignmentRecord,
  AuditEvent,
  BroughtLine,
  CompanyRecord,
  DecisionChange,
  EventRecord,
  ExposureRecord,
  ImportedLine,
  MetricRecord,
  NoteRecord,
  PersonRecord,
  ReceiptRecord,
  RequestRecord,
  SessionRecord,
  StateFact,
  UnreadReply,
} from '@banso/database';
import type { Bodied, ChecklistBody, ContentBodies, ContentKind, LinkChannel } from '@banso/domain/content';
import { bodyOf } from '@banso/domain/content';
import type { Arm, Edition, VariantKey } from '@banso/domain/experiment';
import type { Answered, Interruption } from '@banso/domain/decide';
import type { SurveyAnswer } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import { dayOf } from '@banso/domain/time';
import type { LiveContent } from '../published-contents.ts';
import type { Catalogue } from './catalogue.ts';
import { ContentStates } from './content-states.ts';
import { DayCounts } from './day-counts.ts';
import type { KeptProgress } from './projections/checklist-progress.ts';
import type { Response } from './projections/response.ts';
import { Rows } from './rows.ts';
import { Transactions } from './transactions.ts';

/** Who acts, as far as facts and decisions are concerned. */
export interface Actor {
  contactId: string;
  accountId: string | null;
  verified: boolean;
  locale: string;
  /** SHA-256 of the token of the session that speaks. */
  tokenHash?: string;
  /** The link by which they speak; absent: they are in the product. */
  link?: ActorLink;
}

/** A link as facts that come by it know it. */
export interface ActorLink {
  id: string;
  channel: LinkChannel;
}

/** Bodies of versions that are no longer, or not yet, the published one; by `versionKey`. */
export type Bodies = ReadonlyMap<string, Bodied>;
export const versionKey = (contentId: string, version: number): string => `${contentId} ${version}`;

/** What somebody was shown who tells a fact about it; undefined: it was never published. */
export function shownIn(
  bodies: Bodies,
  content: LiveContent,
  { version, variant = null }: Pick<Edition, 'version'> & { variant?: VariantKey | null | undefined },
): ContentBodies[ContentKind] | undefined {
  const of = version === content.version ? content : bodies.get(versionKey(content.id, version));
  return of && bodyOf(of, variant);
}

/** What one group of facts works on in one workspace: rows as they were loaded, and what the facts make of them. */
export interface Ledger {
  readonly workspaceId: string;
  readonly catalogue: Catalogue;
  readonly bodies: Bodies;
  /** Ids of facts that are in the log, or will be with this group. */
  readonly known: Set<string>;
  /** Messages of servers that have come before, by `messageHashOf`. */
  readonly receipted: Set<string>;
  readonly receipts: ReceiptRecord[];
  /** Ids of messages of servers that come with this group. */
  readonly told: Set<string>;
  /** Whose names these were before they were users, by the keyed hash of the name; as far as facts name them. */
  readonly aliases: Rows<Omit<AliasRecord, 'nameHash'>>;
  readonly people: Rows<PersonRecord>;
  /** People who told something about themselves that has to be written. */
  readonly profiles: Set<string>;
  readonly companies: Rows<CompanyRecord>;
  readonly companyProfiles: Set<string>;
  readonly counts: DayCounts;
  readonly states: ContentStates;
  /** What people said to the surveys that conditions ask for, by person; loaded for those about whom something is decided. */
  readonly answers: Map<string, readonly SurveyAnswer[]>;
  /** What facts touch, and what stands beside it: everything of the people in `histories`, of others the latest scores. */
  readonly responses: Rows<Response>;
  /** People whose responses are all loaded. */
  readonly histories: Set<string>;
  /** In which arm units are that take part already, by `unitKey`; loaded where there are variants, for those about whom something is decided. */
  readonly arms: Map<string, Arm>;
  /** By `progressKey`. */
  readonly progress: Rows<KeptProgress>;
  /** People of an account, by its id; loaded for accounts with claims. */
  readonly peopleOf: Map<string, number>;
  /** People of an account who were interrupted on a UTC day, by `budgetKey`; loaded for accounts with claims. */
  readonly interrupted: Map<string, Set<string>>;
  /** Interruptions of people with claims, as far back as the budget counts. */
  readonly recent: Map<string, Interruption[]>;
  /** People with claims who have an open case because of a low score. */
  readonly unhappy: Set<string>;
  /** Of people who told of a transaction, claim something or answer. */
  readonly transactions: Transactions;
  /** How many had answered surveys with a quota when the group began; loaded where there are claims. */
  readonly answered: Map<string, Answered>;
  /** Whose responses are that notes are about, as far as they are in the database. */
  readonly responseOwners: Map<string, string>;
  /** What the team wrote to people who read now, in order; what they read is taken out. */
  readonly unreadReplies: Map<string, UnreadReply[]>;
  readonly readReplies: (UnreadReply & { readAt: Instant })[];
  readonly notes: NoteRecord[];
  /** Open wishes to be erased, by the person; loaded for those who ask now. */
  readonly openRequests: Map<string, RequestRecord>;
  /** Wishes that are new or taken back, by their id. */
  readonly requests: Map<string, RequestRecord>;
  readonly events: EventRecord[];
  readonly exposures: ExposureRecord[];
  /** What became of lines that were imported. */
  readonly lines: ImportedLine[];
  /** Imported responses that are to be taken out, with their facts, and by whom and what else they came. */
  readonly takenBack: TakenBack[];
  /** Ids of imported responses that will be there with this group. */
  readonly brought: Set<string>;
  /** Imported responses that this group takes back. */
  readonly leaving: Set<string>;
  /** Ids of the facts that come with this group's imported lines: loaders still take them for new ones. */
  readonly broughtFacts: Set<string>;
  /** Responses that the team called tests, or answers again, and who did. */
  readonly testMarks: TestMark[];
  /** What people were shown and answered whose imported responses leave or change. */
  readonly stateFacts: StateFact[];
  /** Of these people the imports that brought a response and were not taken back, by `import response`. */
  readonly standingImports: Set<string>;
  /** Facts that leave the log because what they said was changed, and interruptions that go by other facts now. */
  readonly goneFacts: string[];
  readonly goneExposures: string[];
  /** When they were interrupted last, but for the lines that leave. */
  readonly lastInterruptions: Map<string, Instant>;
  /** What was decided of claims. */
  readonly decisions: DecisionChange[];
  /** Who takes part in experiments by claims that were granted. */
  readonly assignments: AssignmentRecord[];
  readonly metrics: MetricRecord[];
  readonly sessions: SessionRecord[];
  /** What the console hears once this is committed. */
  readonly news: Map<string, report.LiveEvent>;
  /** Ids for facts that follow from others. */
  readonly newId: (prefix?: string) => string;
}

/** Lines of one import that leave, with what leaves with them; of others it had only changed what an earlier one brought. */
export interface TakenBack {
  importId: string;
  lines: readonly BroughtLine[];
  responseIds: readonly string[];
  factIds: readonly string[];
}

/** What a response was called by the team. */
export interface TestMark extends Pick<AuditEvent, 'at' | 'principal'> {
  responseId: string;
  isTest: boolean;
}

export const progressKey = (subjectId: string, contentId: string): string => `${subjectId} ${contentId}`;

/** Names a unit in an experiment. */
export const unitKey = ({ experiment, unitId }: AssignmentKey): string => `${experiment} ${unitId}`;

export const budgetKey = (accountId: string, at: Instant): string => `${accountId} ${dayOf(at)}`;

/** A ledger with nothing in it. */
export function emptyLedger(of: Pick<Ledger, 'workspaceId' | 'catalogue' | 'bodies' | 'newId'>): Ledger {
  return {
    ...of,
    known: new Set(),
    receipted: new Set(),
    receipts: [],
    told: new Set(),
    aliases: new Rows(),
    people: new Rows(),
    profiles: new Set(),
    companies: new Rows(),
    companyProfiles: new Set(),
    counts: new DayCounts(),
    states: new ContentStates(),
    answers: new Map(),
    responses: new Rows(),
    histories: new Set(),
    arms: new Map(),
    progress: new Rows(),
    peopleOf: new Map(),
    interrupted: new Map(),
    recent: new Map(),
    unhappy: new Set(),
    transactions: new Transactions(),
    answered: new Map(),
    responseOwners: new Map(),
    unreadReplies: new Map(),
    readReplies: [],
    notes: [],
    openRequests: new Map(),
    requests: new Map(),
    events: [],
    exposures: [],
    lines: [],
    takenBack: [],
    testMarks: [],
    brought: new Set(),
    leaving: new Set(),
    broughtFacts: new Set(),
    stateFacts: [],
    standingImports: new Set(),
    goneFacts: [],
    goneExposures: [],
    lastInterruptions: new Map(),
    decisions: [],
    assignments: [],
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
