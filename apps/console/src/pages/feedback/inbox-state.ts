import type { Query } from '../../data/api.ts';
import { listState } from '../views/list-state.ts';

/** What each built-in view asks the list for. */
export const BUILT_IN = { unread: { read: 'false' }, detractors: { band: 'detractor' }, all: {} } as const;
type BuiltIn = keyof typeof BUILT_IN;

/** Fields of the address that narrow the list down or order it; a saved view holds some of them. */
export const FIELDS = [
  'survey',
  'band',
  'score',
  'low',
  'high',
  'type',
  'tag',
  'topic',
  'owner',
  'team',
  'plan',
  'account',
  'language',
  'source',
  'comment',
  'words',
  'days',
  'from',
  'to',
  'counted',
  'about',
  // what a number of a report leads here with
  'verified',
  'tests',
  'segment',
  'question',
  'outcome',
  'numberFrom',
  'numberTo',
  'sort',
] as const;
export type Field = (typeof FIELDS)[number];
type State = Readonly<Record<string, string | undefined>>;

/** The inbox in its address. */
export const INBOX = listState(Object.keys(BUILT_IN) as BuiltIn[], 'all', FIELDS);

/** True when anything narrows the list down, order aside. */
export const isNarrowed = (state: State): boolean =>
  FIELDS.some((field) => field !== 'sort' && state[field] !== undefined);

const HOUR_MS = 3_600_000;

/** What the API is asked for. A number of days reaches back from the full hour, so that the list is not another one each moment. */
export function queryOf(state: State, now: number): Query {
  const days = Number(state['days']);
  const since =
    Number.isInteger(days) && days > 0
      ? new Date(Math.floor(now / HOUR_MS) * HOUR_MS - days * 24 * HOUR_MS).toISOString()
      : undefined;
  return {
    surveyId: state['survey'],
    band: state['band'],
    score: state['score'],
    scoreFrom: state['low'],
    scoreTo: state['high'],
    questionType: state['type'],
    tagId: state['tag'],
    topicId: state['topic'],
    ownerId: state['owner'],
    teamId: state['team'],
    plan: state['plan'],
    accountId: state['account'],
    locale: state['language'],
    source: state['source'],
    hasComment: state['comment'],
    words: state['words'],
    from: state['from'] ?? since,
    to: state['to'],
    counted: state['counted'],
    transactionId: state['about'],
    verified: state['verified'],
    tests: state['tests'],
    segment: state['segment'],
    question: state['question'],
    outcome: state['outcome'],
    numberFrom: state['numberFrom'],
    numberTo: state['numberTo'],
    sort: state['sort'],
    ...BUILT_IN[INBOX.builtInOf(state)],
  };
}
