import type { LogEntry } from './lines.ts';
import { line } from './lines.ts';

/** What each person has done with each content. */
export function statesOf(log: readonly LogEntry[]): string[] {
  const touching = log.filter(
    ({ type, content_id, said }) =>
      content_id !== null &&
      !['step_completed', 'step_reopened', 'resource_rated', 'content_snoozed'].includes(type) &&
      !(
        type === 'survey_answered' &&
        (said['value'] === null || (typeof said['value'] === 'string' && said['value'].trim() === ''))
      ),
  );
  const keys = new Map<string, LogEntry[]>();
  for (const entry of touching)
    keys.set(`${entry.contact_id} ${entry.content_id}`, [
      ...(keys.get(`${entry.contact_id} ${entry.content_id}`) ?? []),
      entry,
    ]);
  return [...keys]
    .map(([key, its]) => {
      const [contact, content] = key.split(' ');
      const ends = (types: string[], time: 'at' | 'received_at' = 'at') =>
        its
          .filter(({ type }) => types.includes(type))
          .map((entry) => entry[time])
          .toSorted();
      const claims = ends(['content_claimed'], 'received_at');
      // a wave of attempts ends with an answer, in the order in which they reached us
      const lastAnswer = its.findLastIndex(({ type }) => type === 'survey_answered');
      const attempts = its.filter(
        ({ type }, index) => type === 'content_claimed' && index > lastAnswer,
      ).length;
      const optedOut =
        its.findLast(({ said }) => said['optOut'] !== undefined)?.said['optOut'] === true ? 1 : 0;
      return line(
        contact,
        content,
        attempts,
        claims.at(-1) ?? null,
        ends(['content_shown']).at(-1) ?? null,
        ends(['content_opened', 'resource_opened'])[0] ?? null,
        ends(['content_dismissed']).at(-1) ?? null,
        ends(['survey_answered']).at(-1) ?? null,
        ends(['survey_completed']).at(-1) ?? null,
        optedOut,
      );
    })
    .toSorted();
}
