import type { Query } from '../../data/api.ts';

/** What each built-in view asks the list for. */
export const BUILT_IN = { unread: { read: 'false' }, detractors: { band: 'detractor' }, all: {} } as const;
export type BuiltIn = keyof typeof BUILT_IN;
/** The built-in views in their order. */
export const BUILT_INS = Object.keys(BUILT_IN) as BuiltIn[];

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
  'only',
] as const;
export type Field = (typeof FIELDS)[number];
type State = Readonly<Record<string, string | undefined>>;

const isBuiltIn = (value: string | undefined): value is BuiltIn => value !== undefined && value in BUILT_IN;

/** The view that is chosen: a built-in one, or the id of a saved one. */
export const viewOf = ({ view }: State): string => view ?? 'all';

/** The built-in view that the list starts from; a saved view names it in `only`. */
export function builtInOf(state: State): BuiltIn {
  if (isBuiltIn(state['view'])) return state['view'];
  return isBuiltIn(state['only']) ? state['only'] : 'all';
}

/** Every field taken off: what "show all" and another view begin with. */
export const CLEARED: Readonly<Record<Field, undefined>> = Object.fromEntries(
  FIELDS.map((field) => [field, undefined]),
) as Record<Field, undefined>;

/** True when anything narrows the list down, order aside. */
export const isNarrowed = (state: State): boolean =>
  FIELDS.some((field) => field !== 'sort' && field !== 'only' && state[field] !== undefined);

/** What of the address a saved view keeps. */
export function savedState(state: State): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const field of FIELDS) {
    const value = state[field];
    if (value !== undefined && value !== '') kept[field] = value;
  }
  const builtIn = builtInOf(state);
  if (builtIn === 'all') delete kept['only'];
  else kept['only'] = builtIn;
  return kept;
}

/** True when a saved view would keep something else now. */
export function isChanged(state: State, saved: Readonly<Record<string, string>>): boolean {
  const now = savedState(state);
  const keys = new Set([...Object.keys(now), ...Object.keys(saved)]);
  return [...keys].some((key) => now[key] !== saved[key]);
}

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
    ...BUILT_IN[builtInOf(state)],
  };
}
