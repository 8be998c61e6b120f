import type { Db, RecordedAnswer, ScoreRecords, StepKey, StepRecord } from '@banso/database';
import {
  aliases,
  answers,
  assignments,
  audit,
  companies,
  contentState,
  decisionChanges,
  erasures,
  events,
  imports,
  outbox,
  people,
  progress,
  questionDays,
  receipts,
  recordedMessages,
  recordedResponses,
  recordedScores,
  responseTags,
  sessions,
  takingBack,
  transactions,
} from '@banso/database';
import type { ResponseEffects } from './apply/settle-responses.ts';
import { readAtOf, settleResponses } from './apply/settle-responses.ts';
import { storeCases } from './cases/store-cases.ts';
import { followUpsIn } from './follow-ups.ts';
import { LostRace } from './failure.ts';
import type { Ledger, TakenBack } from './ledger.ts';
import type { KeptProgress } from './projections/checklist-progress.ts';
import type { Response } from './projections/response.ts';
import { sumOf } from './projections/score-contributions.ts';
import type { RowChange } from './rows.ts';
import { storeTexts } from './store-texts.ts';

/**
 * Writes what a group's facts made of a workspace: every table in the same order in every process, so that two of them
 * never wait for each other in a circle.
 * @throws {LostRace} when somebody changed meanwhile what was read.
 */
export async function store(db: Db, ledger: Ledger): Promise<void> {
  const { workspaceId } = ledger;
  const effects = settleResponses(ledger);
  const appended = await events.append(db, workspaceId, ledger.events);
  if (appended !== ledger.events.length)
    throw new LostRace('Another process has just recorded the same fact');
  if ((await receipts.add(db, workspaceId, ledger.receipts)) !== ledger.receipts.length)
    throw new LostRace('Another process has just recorded the same message');
  await storeCompanies(db, ledger);
  await storePeople(db, ledger);
  const linked = ledger.aliases.changes().map(({ key, after }) => ({ nameHash: key, ...after }));
  await aliases.put(db, workspaceId, linked);
  await events.addCounts(db, workspaceId, ledger.counts.added());
  await contentState.putStates(db, workspaceId, ledger.states.changed());
  await contentState.addExposures(db, workspaceId, ledger.exposures);
  await transactions.put(db, workspaceId, ledger.transactions.changed());
  await decisionChanges.keep(db, workspaceId, ledger.decisions);
  await assignments.add(db, workspaceId, ledger.assignments);
  const unread = await storeResponses(db, ledger, effects);
  await recordedMessages.add(db, workspaceId, ledger.notes);
  await recordedMessages.markRead(db, workspaceId, ledger.readReplies);
  const changedCases = await storeCases(db, ledger);
  await storeTexts(db, ledger);
  await erasures.put(db, workspaceId, [...ledger.requests.values()]);
  await storeProgress(db, ledger);
  await contentState.addMetrics(db, workspaceId, [...ledger.metrics, ...effects.metrics]);
  await recordedScores.add(db, workspaceId, scoreRecords(effects));
  await answers.add(db, workspaceId, effects.answers);
  await questionDays.add(db, workspaceId, effects.questions);
  await recordedResponses.addUnread(db, workspaceId, unread);
  await sessions.add(db, workspaceId, ledger.sessions);
  await imports.settle(db, workspaceId, ledger.lines);
  for (const { responseId: target, at, principal, isTest } of ledger.testMarks)
    await audit.append(db, workspaceId, {
      at,
      principal,
      action: 'response.test',
      target,
      change: { test: isTest },
    });
  await takingBack.takeOutFacts(db, workspaceId, {
    factIds: ledger.goneFacts,
    exposureIds: ledger.goneExposures,
  });
  for (const leaving of ledger.takenBack) await storeTakenBack(db, workspaceId, leaving);
  await outbox.add(db, workspaceId, followUpsIn(ledger, changedCases));
}

async function storeTakenBack(db: Db, workspaceId: string, leaving: TakenBack): Promise<void> {
  const { importId, lines, responseIds, factIds } = leaving;
  const contactIds = [...new Set(lines.map(({ contactId }) => contactId))];
  await takingBack.takeOut(db, workspaceId, { responseIds, factIds });
  await takingBack.dropUntouchedStates(db, workspaceId, contactIds);
  await imports.markUndone(
    db,
    workspaceId,
    importId,
    lines.map(({ line }) => line),
  );
  await takingBack.takeOutUnknown(db, workspaceId, {
    contactIds: lines.filter(({ madeContact }) => madeContact).map(({ contactId }) => contactId),
    accountIds: lines.flatMap(({ madeAccountId }) => madeAccountId ?? []),
  });
}

function scoreRecords({ scores, scales }: ResponseEffects): ScoreRecords {
  const sums = [...scores].map(([contentId, parts]) => ({ contentId, ...sumOf(parts) }));
  return {
    hours: sums.flatMap(({ contentId, hours }) => hours.map((row) => ({ ...row, contentId }))),
    repeats: sums.flatMap(({ contentId, repeats }) => repeats.map((row) => ({ ...row, contentId }))),
    scales,
  };
}

async function storeCompanies(
  db: Db,
  { workspaceId, companies: rows, companyProfiles }: Ledger,
): Promise<void> {
  const changes = rows.changes();
  for (const { after } of changes.filter(isNew)) await companies.add(db, workspaceId, after);
  const known = changes.filter((change) => !isNew(change));
  for (const { key, after } of known) {
    if (companyProfiles.has(key) && !(await companies.updateProfile(db, workspaceId, after)))
      throw new LostRace('Somebody has just changed the account');
  }
  const isSeen = ({ before, after }: (typeof known)[number]) => before?.lastSeenAt !== after.lastSeenAt;
  await companies.putSeen(
    db,
    workspaceId,
    known.filter(isSeen).map(({ after }) => after),
  );
}

async function storePeople(db: Db, { workspaceId, people: rows, profiles }: Ledger): Promise<void> {
  const changes = rows.changes();
  await people.add(
    db,
    workspaceId,
    changes.filter(isNew).map(({ after }) => after),
  );
  const known = changes.filter((change) => !isNew(change));
  for (const { key, after } of known) {
    if (profiles.has(key) && !(await people.updateProfile(db, workspaceId, after)))
      throw new LostRace('Somebody has just changed the contact');
  }
  await people.putActivity(
    db,
    workspaceId,
    known.map(({ after }) => after),
  );
}

/** @returns by how much the number of unread responses grows. */
async function storeResponses(
  db: Db,
  { workspaceId, responses }: Ledger,
  { unread, silenced }: ResponseEffects,
): Promise<number> {
  const changes = responses.changes();
  const writes = changes.map(({ after }) => ({ response: after, readAt: readAtOf(after) }));
  await recordedResponses.put(db, workspaceId, writes);
  const revised = changes.filter(({ before, after }) => before && before.importId !== after.importId);
  await recordedResponses.revise(
    db,
    workspaceId,
    revised.map(({ after }) => after),
  );
  await recordedResponses.putAnswers(db, workspaceId, changes.flatMap(changedAnswers));
  await recordedResponses.removeAnswers(db, workspaceId, changes.flatMap(removedAnswers));
  await responseTags.recountAnswers(db, workspaceId, new Map(changes.flatMap(turned)));
  const isUnread = (change: RowChange<Response>) => isNew(change) && readAtOf(change.after) === null;
  const reopened = await recordedResponses.markUnread(db, workspaceId, unread);
  const closed = await recordedResponses.markRead(db, workspaceId, silenced);
  return changes.filter(isUnread).length + reopened - closed;
}

/** A test that is an answer now, or the other way round, and by how much it counts in its tags. */
function turned({ before, after }: RowChange<Response>): [id: string, change: number][] {
  const change = Number(before?.isTest ?? after.isTest) - Number(after.isTest);
  return change === 0 ? [] : [[after.id, change]];
}

function changedAnswers({ before, after }: RowChange<Response>): RecordedAnswer[] {
  return [...after.answers]
    .filter(([question, answer]) => before?.answers.get(question) !== answer)
    .map(([question, answer]) => ({ responseId: after.id, question, ...answer }));
}

function removedAnswers({ before, after }: RowChange<Response>): { responseId: string; question: string }[] {
  return [...(before?.answers.keys() ?? [])]
    .filter((question) => !after.answers.has(question))
    .map((question) => ({ responseId: after.id, question }));
}

async function storeProgress(db: Db, { workspaceId, progress: rows }: Ledger): Promise<void> {
  const changes = rows.changes();
  await progress.put(
    db,
    workspaceId,
    changes.map(({ after }) => after),
  );
  await progress.putSteps(db, workspaceId, changes.flatMap(changedSteps));
  await progress.removeSteps(db, workspaceId, changes.flatMap(removedSteps));
}

function changedSteps({ before, after }: RowChange<KeptProgress>): StepRecord[] {
  const { contentId, subjectId } = after;
  return [...after.steps]
    .filter(([step, kept]) => before?.steps.get(step) !== kept)
    .map(([step, kept]) => ({ contentId, subjectId, step, ...kept }));
}

function removedSteps({ before, after }: RowChange<KeptProgress>): StepKey[] {
  const { contentId, subjectId } = after;
  return [...(before?.steps.keys() ?? [])]
    .filter((step) => !after.steps.has(step))
    .map((step) => ({ contentId, subjectId, step }));
}

function isNew<T>({ before }: RowChange<T>): boolean {
  return before === undefined;
}
