import type { NpsBand } from '@banso/domain/statistics';
import { bandOf } from '@banso/domain/statistics';
import { askableInADay, DEFAULT_BUDGET } from '@banso/domain/decide';
import { NOTES_BEFORE_NPS, NPS_VERSION_DAYS } from '../contents/surveys.ts';
import type { CastAnswer, CastMember } from '../customers/cast.ts';
import type { Person } from '../customers/people.ts';
import { PERSONAS } from '../customers/personas.ts';
import type { Chance } from '../random.ts';
import type { Visit } from './diary.ts';
import { scoreOf } from './score.ts';

/** One question that was put to somebody, and what became of it. */
export interface Asked {
  visit: Visit;
  outcome: Outcome;
}

export type Outcome =
  | {
      type: 'answered';
      score: number;
      band: NpsBand;
      comment: string | undefined;
      isComplete: boolean;
      path?: string;
    }
  | { type: 'dismissed'; optOut: boolean }
  | { type: 'snoozed' }
  | { type: 'ignored' };

/** What a person did with the survey so far. */
interface Standing {
  notes: number;
  /** Questions since the last answer. */
  attempts: number;
  /** Not before this day. */
  restsUntil: number;
  optedOut: boolean;
}

const FIRST_ASK_AFTER_DAYS = 30;
const MOST_ATTEMPTS = 3;
/** Whoever could be asked on a visit is so with this probability: most visits are too short. */
const ASKED = 0.8;
/** A colleague who was asked today would use up the budget of their company, and the persona could not be asked. */
const COMPANIES_OF_PERSONAS: ReadonlySet<string> = new Set(PERSONAS.map(({ account }) => account));
const KEPT_FOR_PERSONAS_SINCE = -1;
/** The answers of the last days are those that are told by hand. */
const LAST_CHANCE_ANSWER = -5;

/**
 * Puts the survey to people as the decision would: known to the product, rested since the last time, within the account's
 * daily budget. Visits come in their order.
 */
export function surveyWaves(visits: readonly Visit[], cast: readonly CastMember[], chance: Chance): Asked[] {
  const standings = new Map<string, Standing>();
  const budgets = new Budgets();
  const byHand = new Map(
    cast.flatMap(({ externalId, answers }) =>
      answers.map((answer) => [`${externalId} ${answer.day}`, answer]),
    ),
  );
  for (const visit of visits) if (byHand.has(keyOf(visit))) budgets.reserve(visit);

  const asked: Asked[] = [];
  for (const visit of visits) {
    budgets.arrived(visit.person);
    const standing = standings.get(visit.person.externalId) ?? {
      notes: 0,
      attempts: 0,
      restsUntil: -Infinity,
      optedOut: false,
    };
    standings.set(visit.person.externalId, standing);
    const told = byHand.get(keyOf(visit));
    const draw = chance.fork(keyOf(visit));
    if (told) asked.push({ visit, outcome: outcomeOf(told) });
    else if (mayBeAsked(visit, standing) && draw.happens(ASKED) && budgets.take(visit)) {
      const outcome = whatBecame(visit, draw);
      asked.push({ visit, outcome });
      note(standing, outcome, visit.day, draw);
    }
    standing.notes += visit.deeds.filter(
      (deed) => deed.type === 'track' && deed.name === 'note_created',
    ).length;
  }
  return asked;
}

const keyOf = ({ person, day }: Visit): string => `${person.externalId} ${day}`;

function mayBeAsked({ person, day }: Visit, { notes, attempts, restsUntil, optedOut }: Standing): boolean {
  return (
    !person.isScripted &&
    !(day >= KEPT_FOR_PERSONAS_SINCE && COMPANIES_OF_PERSONAS.has(person.account.externalId)) &&
    !optedOut &&
    day > NPS_VERSION_DAYS[0] &&
    notes >= NOTES_BEFORE_NPS &&
    attempts < MOST_ATTEMPTS &&
    day >= restsUntil &&
    day >= person.firstSeenOn + FIRST_ASK_AFTER_DAYS
  );
}

function outcomeOf({ score, comment, path }: CastAnswer): Outcome {
  return { type: 'answered', score, band: bandOf(score), comment, isComplete: true, path };
}

function whatBecame(visit: Visit, draw: Chance): Outcome {
  const kind = draw.weighted([
    ['answered', 42],
    ['partly', 3],
    ['dismissed', 24],
    ['refused', 2],
    ['snoozed', 8],
    ['ignored', 21],
  ] as const);
  const score = scoreOf(visit, draw);
  const late = visit.day > LAST_CHANCE_ANSWER;
  switch (kind) {
    case 'answered':
    case 'partly':
      if (late) return { type: 'ignored' };
      return {
        type: 'answered',
        score,
        band: bandOf(score),
        comment: undefined,
        isComplete: kind === 'answered',
      };
    case 'dismissed':
    case 'refused':
      return { type: 'dismissed', optOut: kind === 'refused' };
    case 'snoozed':
    case 'ignored':
      return { type: kind };
    default:
      return kind satisfies never;
  }
}

/** The clocks of the survey, with some days more: people do not come on the very day. */
function note(standing: Standing, outcome: Outcome, day: number, draw: Chance): void {
  standing.attempts = outcome.type === 'answered' ? 0 : standing.attempts + 1;
  const rest = { answered: 91, dismissed: 31, snoozed: 10, ignored: 10 }[outcome.type];
  standing.restsUntil = day + rest + draw.whole(0, 12);
  standing.optedOut ||= outcome.type === 'dismissed' && outcome.optOut;
}

/** How many of a company's people were asked on a day. */
class Budgets {
  readonly #people = new Map<string, Set<string>>();
  readonly #taken = new Map<string, number>();

  arrived({ account, externalId }: Person): void {
    const known = this.#people.get(account.externalId) ?? new Set();
    this.#people.set(account.externalId, known.add(externalId));
  }

  /** Takes one of the day's questions away before anybody else does. */
  reserve(visit: Visit): void {
    const key = this.#keyOf(visit);
    this.#taken.set(key, (this.#taken.get(key) ?? 0) + 1);
  }

  take(visit: Visit): boolean {
    const people = this.#people.get(visit.person.account.externalId)?.size ?? 0;
    const most = askableInADay(DEFAULT_BUDGET.accountDailyPercent ?? 100, people);
    if ((this.#taken.get(this.#keyOf(visit)) ?? 0) >= most) return false;
    this.reserve(visit);
    return true;
  }

  #keyOf({ person, at }: Visit): string {
    return `${person.account.externalId} ${at.slice(0, 10)}`;
  }
}
