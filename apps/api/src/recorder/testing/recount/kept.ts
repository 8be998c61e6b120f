import type { Database } from '@banso/database';
import type { Projections, Row } from './lines.ts';
import { line, lines } from './lines.ts';
import type { Table } from './rows.ts';
import { rowsOf } from './rows.ts';
import { RECOUNTED_TOPICS } from './topics.ts';

/** What the recorder has kept. */
export async function kept(database: Database, workspaceId: string): Promise<Projections> {
  const read = (table: Table) => rowsOf(database, workspaceId, table);
  const contacts = await read('contact');
  const steps = await read('step_done');
  const counter = await read('counter');
  return {
    eventCounts: lines(await read('event_count'), (row) =>
      line(row['subject_id'], row['name'], row['day'], row['count']),
    ),
    metrics: lines(nonZero(await read('content_day')), (row) =>
      line(row['content_id'], row['day'], row['metric'], row['count']),
    ),
    states: lines((await read('content_state')).filter(isTouched), (row) =>
      line(
        row['contact_id'],
        row['content_id'],
        row['attempts'],
        row['last_claimed_at'],
        row['last_shown_at'],
        row['opened_at'],
        row['last_dismissed_at'],
        row['last_answered_at'],
        ofSurvey(row),
        row['opted_out'],
      ),
    ),
    exposures: lines(await read('exposure'), (row) =>
      line(row['id'], row['contact_id'], row['content_id'], row['granted_at']),
    ),
    responses: lines(await read('response'), (row) =>
      line(
        row['id'],
        row['contact_id'],
        row['content_id'],
        row['version'],
        row['score'],
        row['score_at'],
        row['superseded_at'],
        row['comment'],
        row['completed_at'],
        row['read_at'] === null,
      ),
    ),
    answers: lines(await read('response_answer'), (row) =>
      line(
        row['response_id'],
        row['question'],
        row['number'],
        row['text'],
        row['options'],
        row['walked'],
        row['answered_at'],
      ),
    ),
    answerHours: lines(nonZero(await read('answer_hour')), (row) =>
      line(
        row['content_id'],
        row['question'],
        row['hour'],
        row['version'],
        row['locale'],
        row['verified'],
        row['value'],
        row['count'],
      ),
    ),
    questionDays: lines(nonZero(await read('question_day')), (row) =>
      line(
        row['content_id'],
        row['day'],
        row['version'],
        row['verified'],
        row['question'],
        row['outcome'],
        row['count'],
      ),
    ),
    scoreHours: lines(nonZero(await read('score_hour')), (row) =>
      line(
        row['content_id'],
        row['hour'],
        row['version'],
        row['locale'],
        row['verified'],
        row['score'],
        row['count'],
        row['latest'],
      ),
    ),
    scoreRepeats: lines(nonZero(await read('score_repeat')), (row) =>
      line(
        row['content_id'],
        row['gap_days'],
        row['later_hour'],
        row['earlier_hour'],
        row['version'],
        row['locale'],
        row['verified'],
        row['score'],
        row['later_score'],
        row['plan'],
        row['owner'],
        row['lifecycle'],
        row['account'],
        row['decides'],
        row['count'],
      ),
    ),
    scoreSegments: (await read('score_segment')).flatMap(sumsOf).toSorted(),
    texts: lines(
      (await read('search_text')).filter((row) => row['source'] === 'response'),
      (row) => line(row['id'], row['words']),
    ),
    topicDays: lines(
      nonZero(await read('topic_day')).filter(
        (row) => row['topic_id'] === '' || RECOUNTED_TOPICS.some(({ id }) => id === row['topic_id']),
      ),
      (row) => line(row['topic_id'], row['day'], row['count']),
    ),
    unread: [String(counter.find((row) => row['name'] === 'unread_responses')?.['value'] ?? 0)],
    lastScores: lines(contacts, (row) => line(row['id'], row['last_score'], row['last_score_at'])),
    visits: lines(contacts, (row) =>
      line(
        row['id'],
        row['visits'],
        row['visit_interruptions'],
        row['last_interrupted_at'],
        row['first_seen_at'],
        row['last_seen_at'],
      ),
    ),
    steps: lines(steps, (row) => line(row['subject_id'], row['content_id'], row['step'], row['via'])),
    finished: lines(
      (await read('checklist_progress')).filter((row) => row['completed_at'] !== null),
      (row) => line(row['subject_id'], row['content_id']),
    ),
  };
}

/** Each sum of a row that is not nothing. */
function sumsOf(row: Row): string[] {
  const key = line(
    row['content_id'],
    row['question'],
    row['dimension'],
    row['value'],
    row['verified'],
    row['span'],
    row['day'],
    row['hour'],
  );
  return Object.entries(row)
    .filter(([name, count]) => /^(all|latest)_/.test(name) && count !== 0)
    .map(([name, count]) => line(key, name, count));
}

const ofSurvey = (row: Row) =>
  String(row['content_id']).startsWith('srv_') ? (row['completed_at'] ?? null) : null;
/** A finished checklist also leaves a row; finishing is compared by itself. */
const isTouched = (row: Row) =>
  row['attempts'] !== 0 ||
  row['opted_out'] !== 0 ||
  [
    row['last_shown_at'],
    row['opened_at'],
    row['last_dismissed_at'],
    row['last_answered_at'],
    ofSurvey(row),
  ].some((at) => at !== null);
const nonZero = (rows: readonly Row[]) =>
  rows.filter((row) => row['count'] !== 0 || (row['latest'] ?? 0) !== 0);
