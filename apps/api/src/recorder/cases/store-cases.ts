import type { CaseRecord, Db } from '@banso/database';
import { accounts, cases, caseSettings, transactions } from '@banso/database';
import type { Assignee, CaseCause, CaseClock, CaseState, Heard } from '@banso/domain/cases';
import {
  goesOn,
  handedTo,
  isWithdrawable,
  joined,
  openedCase,
  priorityOf,
  reopened,
  resumed,
  withdrawn,
} from '@banso/domain/cases';
import type { Instant } from '@banso/domain/time';
import { DAY_MS, msBetween } from '@banso/domain/time';
import { LostRace } from '../failure.ts';
import type { Ledger } from '../ledger.ts';
import { unique } from '../load.ts';
import type { RowChange } from '../rows.ts';
import { Rows } from '../rows.ts';
import type { HeardFact } from './heard.ts';
import { heardIn } from './heard.ts';

type Settings = Awaited<ReturnType<typeof caseSettings.get>>;

/** What a group works on: cases of the people who said something, and how the workspace closes the loop. */
interface Desk {
  ledger: Ledger;
  rows: Rows<CaseRecord>;
  clock: CaseClock;
  settings: Settings;
  /** Who can take a case; read once somebody is needed. */
  team: () => Promise<Assignee[]>;
  db: Db;
}

/**
 * Opens, joins and takes back the cases for which a group's answers and messages give cause, in the commit that holds them. A person
 * is locked meanwhile, and has one open case at most.
 *
 * @returns what became of them.
 */
export async function storeCases(db: Db, ledger: Ledger): Promise<RowChange<CaseRecord>[]> {
  tellOfRecovery(ledger);
  const heard = heardIn(ledger);
  if (heard.length === 0) return [];
  const { workspaceId } = ledger;
  const rows = new Rows<CaseRecord>();
  const people = unique(heard.map(({ contactId }) => contactId));
  for (const record of await cases.listOf(db, workspaceId, people)) rows.load(record.id, record);
  const settings = await caseSettings.get(db, workspaceId);
  let team: Promise<Assignee[]> | undefined;
  const desk: Desk = {
    ledger,
    rows,
    clock: settings.clock,
    settings,
    team: () => (team ??= caseSettings.listAssignees(db, workspaceId, settings.organisationId)),
    db,
  };
  for (const fact of heard) {
    if (fact.kind === 'message') await hearMessage(desk, fact);
    else await hearAnswer(desk, fact);
  }
  const changes = rows.changes();
  // what is closed goes first: the place of an open case is free then
  const inOrder = changes.toSorted(
    (a, b) => Number(a.after.status === 'open') - Number(b.after.status === 'open'),
  );
  for (const { before, after } of inOrder) {
    if (!before) await cases.add(db, workspaceId, after);
    else if ((await cases.update(db, workspaceId, after, after.updatedAt)) === undefined)
      throw new LostRace('Somebody has just changed the case');
    // what is open again is not resolved: the score is asked again once it is
    if (before?.status === 'closed' && after.status === 'open')
      await transactions.removeUnanswered(db, workspaceId, after);
    ledger.news.set(`case ${after.id}`, { type: 'case', id: after.id });
  }
  return inOrder;
}

/** Who looks at a closed case sees at once that its customer was asked again, and what they said. */
function tellOfRecovery({ news, responses, transactions: asked }: Ledger): void {
  const ids = [
    ...asked.changed().map(({ id }) => id),
    ...responses.changes().map(({ after }) => after.transactionId),
  ];
  for (const id of ids) if (id?.startsWith('cas_')) news.set(`case ${id}`, { type: 'case', id });
}

function openOf({ rows }: Desk, contactId: string): CaseRecord | undefined {
  return [...rows.values()].find((one) => one.contactId === contactId && one.status === 'open');
}

function put({ rows }: Desk, of: CaseRecord, state: CaseState, at: Instant): void {
  // what is open again stands for itself
  const mergedInto = state.status === 'open' ? null : of.mergedInto;
  rows.set(of.id, { ...of, ...state, mergedInto, updatedAt: at });
}

async function hearMessage(desk: Desk, fact: HeardFact): Promise<void> {
  const { contactId, at } = fact;
  const heard: Heard = { cause: 'message', responseId: null, score: null };
  const open = openOf(desk, contactId);
  if (open) return put(desk, open, joined(desk.clock, open, heard, at), at);
  if (!desk.clock.targets.message.opens) return undefined;
  const last = [...desk.rows.values()]
    .filter((one) => one.contactId === contactId && goesOn(one, at))
    .toSorted((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1))[0];
  if (last) return put(desk, last, resumed(desk.clock, last, at), at);
  return openNew(desk, fact, heard);
}

async function hearAnswer(desk: Desk, fact: Extract<HeardFact, { kind: 'answer' }>): Promise<void> {
  const { contactId, responseId, cause, score, before, at } = fact;
  const { clock, rows } = desk;
  const opens = (one: CaseCause | undefined) => one !== undefined && clock.targets[one].opens;
  const own = [...rows.values()].find((one) => one.responseId === responseId);
  const open = openOf(desk, contactId);
  if (own && own === open) {
    if (opens(cause) && cause !== undefined) put(desk, own, { ...own, cause, score }, at);
    else if (isWithdrawable(own, responseId)) put(desk, own, withdrawn(own, at), at);
    return;
  }
  if (cause === undefined) return;
  const heard: Heard = { cause, responseId, score };
  if (open) return put(desk, open, joined(clock, open, heard, at), at);
  if (!opens(cause) || opens(before)) return;
  // an answer has one case for ever, however often it is changed
  if (!own) return openNew(desk, fact, heard);
  put(
    desk,
    own,
    own.outcome === 'withdrawn' ? openedCase(clock, heard, own.priority, at) : reopened(clock, own, at),
    at,
  );
}

async function openNew(
  { ledger, rows, clock, settings, team, db }: Desk,
  { contactId, accountId, at }: HeardFact,
  heard: Heard,
): Promise<void> {
  const account = accountId === null ? undefined : await accounts.find(db, ledger.workspaceId, accountId);
  const person = ledger.people.get(contactId);
  const assignees = await team();
  const { teamId, ownerId } = handedTo(
    settings.settings,
    heard.cause,
    {
      accountOwnerId: account?.owner?.id ?? null,
      locale: person?.chosenLocale ?? person?.locale ?? null,
    },
    assignees,
  );
  const owner = assignees.find(({ id }) => id === ownerId);
  if (owner) owner.load += 1;
  const daysToRenewal =
    account?.renewalDate == null
      ? undefined
      : Math.floor(msBetween(at, `${account.renewalDate}T00:00:00.000Z`) / DAY_MS);
  const priority = priorityOf(heard.cause, heard.score, daysToRenewal);
  const id = ledger.newId('cas');
  rows.set(id, {
    id,
    contactId,
    accountId: account?.id ?? null,
    ownerId,
    teamId,
    mergedInto: null,
    ...openedCase(clock, heard, priority, at),
    updatedAt: at,
    revision: 1,
  });
}
