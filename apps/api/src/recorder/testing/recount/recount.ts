import type { Database } from '@banso/database';
import type { TestContent } from '../rig.ts';
import type { LogEntry, Projections } from './lines.ts';
import { bump, day, line, tally } from './lines.ts';
import { answerHoursOf, questionDaysOf, responsesOf, saysSomething } from './responses.ts';
import { rowsOf } from './rows.ts';
import { byScoreTime, scoresOf, segmentsOf } from './scores.ts';
import { statesOf } from './states.ts';
import { stepsOf } from './steps.ts';
import { topicsOf } from './topics.ts';
import { visitsOf } from './visits.ts';

export { kept } from './kept.ts';
export type { Projections } from './lines.ts';
export { rowsOf } from './rows.ts';
export { RECOUNTED_TOPICS } from './topics.ts';
export { histogramFromRows, histogramsFromRows } from './scores.ts';

const DERIVED = new Set(['first_seen', 'checklist_completed']);

/**
 * The same, counted again from the log of facts and, for what is about responses, from the log's answers alone. It shares no
 * code with the recorder. `arrival` orders the ids of facts where order matters (steps ticked and unticked).
 */
export async function recounted(
  database: Database,
  workspaceId: string,
  contents: readonly TestContent[],
  arrival: readonly string[] = [],
): Promise<Projections> {
  const contacts = await rowsOf(database, workspaceId, 'contact');
  const sessions = await rowsOf(database, workspaceId, 'widget_session');
  const verified = new Set(contacts.filter((row) => row['identity'] === 'verified').map((row) => row['id']));
  const log = (await rowsOf(database, workspaceId, 'event'))
    .map((row): LogEntry => ({
      ...(row as unknown as LogEntry),
      said: JSON.parse(String(row['payload'])) as Record<string, unknown>,
    }))
    .filter(({ type, said }) => !DERIVED.has(type) && said['via'] !== 'event');
  const of = (...types: string[]) => log.filter(({ type }) => types.includes(type));
  const completions = (await rowsOf(database, workspaceId, 'checklist_progress')).filter(
    (row) => row['completed_at'] !== null,
  );

  const counts = new Map<string, number>();
  for (const { contact_id, account_id, at, said } of of('track')) {
    const subjects = [contact_id, ...(verified.has(contact_id) && account_id !== null ? [account_id] : [])];
    for (const subject of subjects) bump(counts, line(subject, said['name'], day(at)));
  }

  const begun = await rowsOf(database, workspaceId, 'response');
  const all = responsesOf(log, contents, verified);
  // the log does not tell what the team called a test
  const tests = new Set(begun.filter((row) => row['is_test'] === 1).map((row) => row['id']));
  const responses = new Map([...all].filter(([id]) => !tests.has(id)));
  const metrics = new Map<string, number>();
  for (const { content_id, at } of of('content_shown')) bump(metrics, line(content_id, day(at), 'shown'));
  for (const { content_id, at, type } of of('content_opened', 'resource_opened')) {
    if (type === 'resource_opened' || !content_id.startsWith('res_'))
      bump(metrics, line(content_id, day(at), 'opened'));
  }
  for (const { content_id, at } of of('content_dismissed'))
    bump(metrics, line(content_id, day(at), 'dismissed'));
  for (const { content_id, at } of of('content_snoozed')) bump(metrics, line(content_id, day(at), 'snoozed'));
  for (const response of responses.values()) {
    const began = begun.find((row) => row['id'] === response.id)?.['answered_at'];
    if (saysSomething(response)) bump(metrics, line(response.content_id, day(String(began)), 'answered'));
    if (response.completedAt !== null)
      bump(metrics, line(response.content_id, day(response.completedAt), 'completed'));
  }
  for (const row of completions)
    bump(metrics, line(row['content_id'], day(String(row['completed_at'])), 'completed'));

  const known = new Map(begun.map((row) => [row['id'], row]));
  const scores = scoresOf([...responses.values()], known);
  return {
    ...topicsOf([...responses.values()], begun, await rowsOf(database, workspaceId, 'topic')),
    eventCounts: tally(counts),
    metrics: tally(metrics),
    states: statesOf(inOrderOf(log, arrival)),
    exposures: of('content_claimed')
      .map((e) => line(e.id, e.contact_id, e.content_id, e.received_at))
      .toSorted(),
    responses: [...all.values()]
      .map((r) =>
        line(
          r.id,
          r.contact_id,
          r.content_id,
          r.version,
          r.score,
          r.scoreAt,
          scores.superseded.get(r.id) ?? null,
          r.comment,
          r.completedAt,
          saysSomething(r) && !tests.has(r.id),
        ),
      )
      .toSorted(),
    answers: [...all.values()]
      .flatMap((r) =>
        r.answers.map((a) =>
          line(
            r.id,
            a.question,
            typeof a.value === 'number' ? a.value : null,
            typeof a.value === 'string' ? a.value : a.other,
            Array.isArray(a.value) ? JSON.stringify(a.value) : null,
            a.walked ? 1 : 0,
            a.at,
          ),
        ),
      )
      .toSorted(),
    answerHours: answerHoursOf([...responses.values()]),
    questionDays: questionDaysOf([...responses.values()], known, contents),
    scoreHours: scores.hours,
    scoreRepeats: scores.repeats,
    scoreSegments: segmentsOf([...responses.values()], known, scores.superseded),
    unread: [String([...responses.values()].filter((r) => saysSomething(r)).length)],
    lastScores: contacts
      .map((row) => {
        const last = [...responses.values()]
          .filter((r) => r.contact_id === row['id'] && r.score !== null)
          .toSorted(byScoreTime)
          .at(-1);
        return line(row['id'], last?.score ?? null, last?.scoreAt ?? null);
      })
      .toSorted(),
    visits: visitsOf(contacts, log, sessions),
    ...stepsOf(inOrderOf(log, arrival), contents, contacts),
  };
}

/** The log in the order in which it arrived. */
function inOrderOf(log: readonly LogEntry[], arrival: readonly string[]): LogEntry[] {
  const order = new Map(arrival.map((id, index) => [id, index]));
  return log.toSorted(
    (a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0) || (a.received_at < b.received_at ? -1 : 1),
  );
}
