import type { LogEntry, Row } from './lines.ts';
import { line } from './lines.ts';

const GAP_MS = 30 * 60_000;

/** When everybody was here, and how often they were interrupted. */
export function visitsOf(
  contacts: readonly Row[],
  log: readonly LogEntry[],
  sessions: readonly Row[],
): string[] {
  return contacts
    .map((row) => {
      const claims = log
        .filter(({ type, contact_id }) => type === 'content_claimed' && contact_id === row['id'])
        .map(({ received_at }) => received_at)
        .toSorted();
      const signs = [
        // what a server tells is no visit
        ...log
          .filter(({ contact_id, sent_by }) => contact_id === row['id'] && sent_by === null)
          .map(({ received_at }) => received_at),
        ...sessions
          .filter((session) => session['contact_id'] === row['id'])
          .map((session) => String(session['created_at'])),
      ].toSorted();
      const begins = signs.filter(
        (at, index) => index === 0 || Date.parse(at) - Date.parse(signs[index - 1] ?? '') > GAP_MS,
      );
      const inVisit = claims.filter((at) => at >= (begins.at(-1) ?? ''));
      return line(
        row['id'],
        begins.length,
        inVisit.length,
        claims.at(-1) ?? null,
        signs[0] ?? null,
        signs.at(-1) ?? null,
      );
    })
    .toSorted();
}
