import type { AuditEvent } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import type { Ledger } from '../ledger.ts';

/** Responses that the team calls tests, or answers again, and who says so. */
export interface TestMarks extends Pick<AuditEvent, 'principal'> {
  responses: readonly { responseId: string; contactId: string; contentId: string; version: number }[];
  isTest: boolean;
}

/**
 * Marks responses as tests, or as answers again. Of whoever has one of them the whole history is loaded, so that everything which is
 * counted follows. @returns the ids of those that were not so already.
 */
export function markTests(
  ledger: Ledger,
  { responses, isTest, principal }: TestMarks,
  at: Instant,
): string[] {
  const marked: string[] = [];
  for (const { responseId } of responses) {
    const response = ledger.responses.get(responseId);
    if (!response || response.isTest === isTest) continue;
    ledger.responses.set(responseId, { ...response, isTest });
    ledger.testMarks.push({ responseId, at, isTest, principal });
    marked.push(responseId);
  }
  return marked;
}
