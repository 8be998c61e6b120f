import type { CaseRecord, FollowUp } from '@banso/database';
import { caseFollowUp } from '../cases/case-follow-up.ts';
import type { Ledger } from './ledger.ts';
import type { RowChange } from './rows.ts';

/** What others may have to be told of a group of facts. What is imported is history: nobody is told. */
export function followUpsIn(
  { responses, notes, events }: Pick<Ledger, 'responses' | 'notes' | 'events'>,
  cases: readonly RowChange<CaseRecord>[],
): Omit<FollowUp, 'id'>[] {
  const receivedAt = new Map(
    events.flatMap(({ payload, receivedAt: at }) =>
      typeof payload['responseId'] === 'string' ? [[payload['responseId'], at] as const] : [],
    ),
  );
  const answers = responses.changes().flatMap(({ before, after }): Omit<FollowUp, 'id'>[] => {
    const at = receivedAt.get(after.id);
    // a response without facts of this group was only overtaken by a later one
    if (after.importId !== null || after.isTest || at === undefined) return [];
    const isCompleted = after.completedAt !== null && (before?.completedAt ?? null) === null;
    const of = { subject: after.id, contactId: after.contactId, at };
    return [
      { type: 'response.updated', ...of },
      ...(isCompleted ? [{ type: 'response.completed' as const, ...of }] : []),
    ];
  });
  const messages = notes.map(({ id, contactId, receivedAt: at }): Omit<FollowUp, 'id'> => ({
    type: 'message.received',
    subject: id,
    contactId,
    at,
  }));
  return [
    ...answers,
    ...messages,
    ...cases.map(({ before, after }) => caseFollowUp(before, after, after.updatedAt)),
  ];
}
