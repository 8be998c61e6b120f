import type { Database } from '@banso/database';
import type { ChecklistBody, SurveyBody } from '@banso/domain/content';
import type { TestContent } from './rig.ts';

/** The projections as something comparable: every row as text, sorted. */
export type Projections = Readonly<Record<string, readonly string[]>>;

type Row = Readonly<Record<string, string | number | null>>;
interface LogEntry {
  id: string;
  type: string;
  contact_id: string;
  account_id: string | null;
  content_id: string;
  at: string;
  received_at: string;
  said: Readonly<Record<string, unknown>>;
}

const line = (...parts: unknown[]) => parts.map((part) => String(part)).join(' | ');
const day = (at: string) => at.slice(0, 10);
const hour = (at: string) => `${at.slice(0, 13)}:00:00.000Z`;
const DERIVED = new Set(['first_seen', 'checklist_completed']);

/** The rows of a table of one workspace. */
export async function rowsOf(database: Database, workspaceId: string, table: Table): Promise<Row[]> {
  const rows = await database
    .forWorkspace(workspaceId)
    .read((db) => db.selectFrom(table).selectAll().where('workspace_id', '=', workspaceId).execute());
  return rows;
}
type Table =
  | 'event'
  | 'contact'
  | 'event_count'
  | 'content_state'
  | 'exposure'
  | 'response'
  | 'response_answer'
  | 'checklist_progress'
  | 'step_done'
  | 'content_day'
  | 'score_hour'
  | 'score_repeat'
  | 'counter'
  | 'widget_session';

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
      line(row['response_id'], row['question'], row['number'], row['text'], row['answered_at']),
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
        row['count'],
      ),
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

  const responses = responsesOf(log, contents, verified);
  const metrics = new Map<string, number>();
  for (const { content_id, at } of of('content_shown')) bump(metrics, line(content_id, day(at), 'shown'));
  for (const { content_id, at, type } of of('content_opened', 'resource_opened')) {
    if (type === 'resource_opened' || !content_id.startsWith('res_'))
      bump(metrics, line(content_id, day(at), 'opened'));
  }
  for (const { content_id, at } of of('content_dismissed'))
    bump(metrics, line(content_id, day(at), 'dismissed'));
  const begun = await rowsOf(database, workspaceId, 'response');
  for (const response of responses.values()) {
    const began = begun.find((row) => row['id'] === response.id)?.['answered_at'];
    if (response.answers.some(({ value }) => value !== null))
      bump(metrics, line(response.content_id, day(String(began)), 'answered'));
    if (response.completedAt !== null)
      bump(metrics, line(response.content_id, day(response.completedAt), 'completed'));
  }
  for (const row of completions)
    bump(metrics, line(row['content_id'], day(String(row['completed_at'])), 'completed'));

  const scores = scoresOf([...responses.values()]);
  return {
    eventCounts: tally(counts),
    metrics: tally(metrics),
    states: statesOf(inOrderOf(log, arrival)),
    exposures: of('content_claimed')
      .map((e) => line(e.id, e.contact_id, e.content_id, e.received_at))
      .toSorted(),
    responses: [...responses.values()]
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
          r.answers.some(({ value }) => value !== null),
        ),
      )
      .toSorted(),
    answers: [...responses.values()]
      .flatMap((r) =>
        r.answers.map((a) =>
          line(
            r.id,
            a.question,
            typeof a.value === 'number' ? a.value : null,
            typeof a.value === 'string' ? a.value : null,
            a.at,
          ),
        ),
      )
      .toSorted(),
    scoreHours: scores.hours,
    scoreRepeats: scores.repeats,
    unread: [
      String([...responses.values()].filter((r) => r.answers.some(({ value }) => value !== null)).length),
    ],
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
    ...stepsOf(log, contents, contacts, arrival),
  };
}

interface CountedResponse {
  id: string;
  contact_id: string;
  content_id: string;
  version: unknown;
  verified: number;
  locale: string;
  answers: { question: string; value: number | string | null; at: string }[];
  score: number | null;
  scoreAt: string | null;
  comment: string | null;
  completedAt: string | null;
}

function responsesOf(
  log: readonly LogEntry[],
  contents: readonly TestContent[],
  verified: ReadonlySet<unknown>,
): Map<string, CountedResponse> {
  const responses = new Map<string, CountedResponse>();
  const answers = log.filter(({ type }) => type === 'survey_answered');
  for (const [id, its] of Map.groupBy(answers, ({ said }) => String(said['responseId']))) {
    const [first] = its;
    const body = contents.find((content) => content.id === first?.content_id)?.body as SurveyBody;
    const latest = [...Map.groupBy(its, ({ said }) => String(said['question'])).entries()].map(
      ([question, given]) => {
        const last = given.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
        const value = last?.said['value'] as number | string | null;
        return {
          question,
          value: typeof value === 'string' && value.trim() === '' ? null : value,
          at: last?.at ?? '',
        };
      },
    );
    const scoreKey = body.questions.find(({ type }) => type === 'nps')?.key;
    const score = latest.find(({ question }) => question === scoreKey);
    const texts = ['reason', ...body.questions.filter(({ type }) => type === 'text').map(({ key }) => key)];
    const comment = texts
      .map((key) => latest.find(({ question }) => question === key)?.value)
      .find((value) => typeof value === 'string');
    const completed = log.filter(
      ({ type, said }) => type === 'survey_completed' && said['responseId'] === id,
    );
    responses.set(id, {
      id,
      contact_id: String(first?.contact_id),
      content_id: String(first?.content_id),
      version: first?.said['version'],
      verified: verified.has(first?.contact_id) ? 1 : 0,
      locale: 'en',
      answers: latest,
      score: typeof score?.value === 'number' ? score.value : null,
      scoreAt: typeof score?.value === 'number' ? score.at : null,
      comment: comment ?? null,
      completedAt: completed.toSorted((a, b) => (a.received_at < b.received_at ? -1 : 1))[0]?.at ?? null,
    });
  }
  return responses;
}

const byScoreTime = (a: CountedResponse, b: CountedResponse) =>
  `${a.scoreAt} ${a.id}` < `${b.scoreAt} ${b.id}` ? -1 : 1;

function scoresOf(responses: readonly CountedResponse[]) {
  const [hours, repeats, superseded] = [
    new Map<string, [number, number]>(),
    new Map<string, number>(),
    new Map<string, string>(),
  ];
  const scored = responses.filter((r) => r.score !== null);
  for (const theirs of Map.groupBy(scored, (r) => `${r.contact_id} ${r.content_id}`).values()) {
    const ordered = theirs.toSorted(byScoreTime);
    for (const [index, r] of ordered.entries()) {
      const segment = [r.version, r.locale, r.verified, r.score];
      const next = ordered[index + 1];
      const [count, latest] = hours.get(line(r.content_id, hour(String(r.scoreAt)), ...segment)) ?? [0, 0];
      hours.set(line(r.content_id, hour(String(r.scoreAt)), ...segment), [
        count + 1,
        latest + (next ? 0 : 1),
      ]);
      if (!next) continue;
      superseded.set(r.id, String(next.scoreAt));
      const [from, to] = [hour(String(r.scoreAt)), hour(String(next.scoreAt))];
      bump(
        repeats,
        line(
          r.content_id,
          Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000),
          to,
          from,
          ...segment,
        ),
      );
    }
  }
  return {
    hours: [...hours].map(([key, [count, latest]]) => line(key, count, latest)).toSorted(),
    repeats: tally(repeats),
    superseded,
  };
}

/** Answers by score in a window, one per person: the latest in it. Straight from the responses. */
export async function histogramFromRows(
  database: Database,
  workspaceId: string,
  contentId: string,
  { from, to }: { from: string; to: string },
): Promise<number[]> {
  const rows = (await rowsOf(database, workspaceId, 'response'))
    .filter(
      (row) =>
        row['content_id'] === contentId &&
        row['score'] !== null &&
        String(row['score_at']) >= from &&
        String(row['score_at']) < to,
    )
    .toSorted((a, b) => (line(a['score_at'], a['id']) < line(b['score_at'], b['id']) ? -1 : 1));
  const latest = new Map(rows.map((row) => [row['contact_id'], Number(row['score'])]));
  return Array.from(
    { length: 11 },
    (_, score) => [...latest.values()].filter((each) => each === score).length,
  );
}

function statesOf(log: readonly LogEntry[]): string[] {
  const touching = log.filter(
    ({ type, content_id, said }) =>
      content_id !== null &&
      !['step_completed', 'step_reopened', 'resource_rated'].includes(type) &&
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

const GAP_MS = 30 * 60_000;

function visitsOf(contacts: readonly Row[], log: readonly LogEntry[], sessions: readonly Row[]): string[] {
  return contacts
    .map((row) => {
      const claims = log
        .filter(({ type, contact_id }) => type === 'content_claimed' && contact_id === row['id'])
        .map(({ received_at }) => received_at)
        .toSorted();
      const signs = [
        ...log.filter(({ contact_id }) => contact_id === row['id']).map(({ received_at }) => received_at),
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

function stepsOf(
  log: readonly LogEntry[],
  contents: readonly TestContent[],
  contacts: readonly Row[],
  arrival: readonly string[],
): Pick<Projections, 'steps' | 'finished'> {
  const done = new Map<string, string>();
  const finished = new Set<string>();
  const inOrder = inOrderOf(log, arrival);
  const people = new Map(contacts.map((row) => [row['id'], row]));

  for (const content of contents.filter(({ kind }) => kind === 'checklist')) {
    const body = content.body as ChecklistBody;
    const subjectOf = (contactId: unknown, accountId: unknown) =>
      body.progressOf === 'account' &&
      people.get(String(contactId))?.['identity'] === 'verified' &&
      accountId !== null
        ? accountId
        : contactId;
    const tracked = new Map<string, number>();
    const isFull = (subject: unknown) =>
      body.steps
        .filter(({ optional }) => !optional)
        .every(({ key }) => done.has(line(subject, content.id, key)));
    for (const entry of inOrder) {
      const subject = subjectOf(entry.contact_id, entry.account_id);
      const key = line(subject, content.id, entry.said['step']);
      if (entry.content_id === content.id && entry.type === 'step_completed' && !done.has(key))
        done.set(key, 'person');
      if (entry.content_id === content.id && entry.type === 'step_reopened' && done.get(key) === 'person')
        done.delete(key);
      if (entry.type === 'track') bump(tracked, line(entry.contact_id, entry.said['name']));
      for (const step of entry.type === 'track' ? body.steps : []) {
        const when = step.completeWhen;
        if (when?.type !== 'event') continue;
        const stepKey = line(subject, content.id, step.key);
        if ((tracked.get(line(entry.contact_id, when.name)) ?? 0) >= when.count && !done.has(stepKey))
          done.set(stepKey, 'event');
      }
      if (isFull(subject)) finished.add(line(subject, content.id));
    }
  }
  return {
    steps: [...done].map(([key, via]) => line(key, via)).toSorted(),
    finished: [...finished].toSorted(),
  };
}

/** The log in the order in which it arrived. */
function inOrderOf(log: readonly LogEntry[], arrival: readonly string[]): LogEntry[] {
  const order = new Map(arrival.map((id, index) => [id, index]));
  return log.toSorted(
    (a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0) || (a.received_at < b.received_at ? -1 : 1),
  );
}

const lines = (rows: readonly Row[], of: (row: Row) => string) => rows.map(of).toSorted();
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
const tally = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([key, count]) => line(key, count)).toSorted();
function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
