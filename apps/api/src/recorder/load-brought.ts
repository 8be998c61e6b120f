import type { BroughtLine, Db, RecordedResponse } from '@banso/database';
import { companies, contentState, imports, recordedResponses, takingBack } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import type { AdmittedLine } from './apply/bring.ts';
import type { Brought } from './brought.ts';
import type { Ledger } from './ledger.ts';
import type { Batch, Names } from './load.ts';
import { unique } from './load.ts';
import type { Who } from './told.ts';

/** Everybody whom lines of files name, and the accounts that have no id of ours yet. */
export function namesBrought(lines: readonly Brought[]): Names {
  const persons = new Map<string, Who>();
  for (const { who } of lines) persons.set(`${who.identity} ${who.externalId}`, who);
  const accounts = lines.flatMap(({ account }) =>
    account && 'externalId' in account ? [account.externalId] : [],
  );
  return { persons: [...persons.values()], accountExternalIds: unique(accounts) };
}

/**
 * Loads the accounts that these lines name by our ids.
 * @returns what came under their ids before, and whose it is.
 */
export async function loadBrought(
  db: Db,
  ledger: Ledger,
  lines: readonly Brought[],
): Promise<Pick<BroughtLine, 'responseId' | 'contactId'>[]> {
  if (lines.length === 0) return [];
  const { workspaceId } = ledger;
  const accountIds = unique(lines.flatMap(({ account }) => (account && 'id' in account ? [account.id] : [])));
  for (const company of await companies.list(db, workspaceId, accountIds))
    if (!ledger.companies.get(company.id)) ledger.companies.load(company.id, company);
  const ids = unique(lines.map(({ responseId }) => responseId));
  const there = await recordedResponses.list(db, workspaceId, ids);
  return there.map(({ id, contactId }) => ({ responseId: id, contactId }));
}

/** What lines touch, as facts of their people: what stands beside their answers is loaded by these. */
export function batchesBrought(lines: readonly AdmittedLine[], receivedAt: Instant): Batch[] {
  return lines.map(({ line, actor }) => {
    const { contentId, version, responseId, answeredAt, answers } = line;
    const about = { contentId, version, responseId, at: answeredAt };
    return {
      actor,
      receivedAt,
      facts: answers.map(({ eventId, question, value }) => ({
        event: { ...about, type: 'survey_answered', id: eventId, question, value },
        occurredAt: answeredAt,
      })),
    };
  });
}

/** Loads everything that people ever answered: what was counted of it has to be counted anew. @returns their responses. */
export async function loadHistories(
  db: Db,
  ledger: Ledger,
  contactIds: readonly string[],
): Promise<RecordedResponse[]> {
  if (contactIds.length === 0) return [];
  const { workspaceId } = ledger;
  for (const id of contactIds) ledger.histories.add(id);
  const responses = await recordedResponses.listOf(db, workspaceId, contactIds);
  const ids = responses.map(({ id }) => id);
  const answers = await recordedResponses.listAnswers(db, workspaceId, ids);
  const byResponse = Map.groupBy(answers, ({ responseId }) => responseId);
  for (const response of responses) {
    const own = byResponse.get(response.id) ?? [];
    ledger.responses.load(response.id, {
      ...response,
      answers: new Map(own.map(({ responseId: _response, question, ...answer }) => [question, answer])),
    });
  }
  return responses;
}

/** Loads the whole history of those whose imported responses leave or change, and what they were shown. */
export async function loadTakenBack(
  db: Db,
  ledger: Ledger,
  lines: readonly Pick<BroughtLine, 'responseId' | 'contactId'>[],
): Promise<void> {
  if (lines.length === 0) return;
  const { workspaceId } = ledger;
  const contactIds = unique(lines.map(({ contactId }) => contactId));
  const responses = await loadHistories(db, ledger, contactIds);
  const contentIds = unique(responses.map(({ contentId }) => contentId));
  ledger.states.load(await contentState.listStates(db, workspaceId, contactIds));
  const facts = await takingBack.listStateFacts(db, workspaceId, contactIds, contentIds);
  ledger.stateFacts.push(...facts);
  for (const { importId, responseId } of await imports.listStanding(db, workspaceId, contactIds))
    ledger.standingImports.add(`${importId} ${responseId}`);
  const leaving = new Set(lines.map(({ responseId }) => responseId));
  const leavingFacts = facts.filter(({ payload }) => leaving.has(String(payload['responseId'])));
  const last = await takingBack.lastInterruptions(
    db,
    workspaceId,
    contactIds,
    leavingFacts.map(({ id }) => id),
  );
  for (const [contactId, at] of last) ledger.lastInterruptions.set(contactId, at);
}
