import type { Instant } from '@banso/domain/time';
import { addMs, MINUTE_MS } from '@banso/domain/time';
import { QUARTERLY_SINCE, TICKET_SOLVED, TICKETS_SINCE } from '../contents/standing-surveys.ts';
import { lastMoment } from '../history/diary.ts';
import type { Deed, Visit } from '../history/diary.ts';
import { PRODUCT_URL } from '../history/ordinary-visits.ts';
import type { KnownContent } from '../history/published-on.ts';
import { shownOn } from '../history/published-on.ts';
import { seededIds } from '../ids.ts';
import type { Delivery } from './guest-book.ts';
import type { Stage } from './stage.ts';

const WAVE_DAYS = 91;
/** Answers since this day of the calendar would wait to be read. */
const LAST_DAY = -6;
const SOLVED = 0.07;
const ANSWERED = 0.7;
const FIRST_TICKET = 4_081;

type Said = Pick<Extract<Deed, { type: 'survey_answered' }>, 'question' | 'value'>;

/** Tickets that were solved, and the answers to the surveys that come again. `answered` has the responses, which the team has read. */
export function standingAnswers(
  stage: Stage,
  surveys: readonly KnownContent[],
): { deliveries: Delivery[]; answered: Map<string, Instant> } {
  const { plan, calendar } = stage;
  const chance = stage.chance.fork('standing surveys');
  const newId = seededIds(chance.fork('ids'));
  const answered = new Map<string, Instant>();
  const called = (slug: string): KnownContent => {
    const found = surveys.find((survey) => survey.slug === slug);
    if (!found) throw new RangeError(`There is no survey ${slug}`);
    return found;
  };
  const answer = (survey: KnownContent, visit: Visit, said: readonly Said[]): Delivery => {
    const ref = shownOn(survey, visit.day);
    const at = addMs(lastMoment(visit), 4 * MINUTE_MS);
    const responseId = newId('rsp', at);
    answered.set(responseId, at);
    const url = `${PRODUCT_URL}/notes`;
    return {
      person: visit.person,
      at,
      deeds: [
        { type: 'content_shown', ...ref, surface: 'panel' },
        ...said.map((one): Deed => ({ type: 'survey_answered', ...ref, responseId, ...one, url })),
        { type: 'survey_completed', ...ref, responseId },
      ],
      isArrival: false,
    };
  };
  const ordinary = plan.visits.filter(
    ({ person, day, at }) => !person.isScripted && day <= LAST_DAY && at < calendar.now,
  );

  const quarterly = called('quarterly-enterprise-nps');
  const admins = Map.groupBy(
    ordinary.filter(
      ({ person, day }) =>
        day > QUARTERLY_SINCE && person.role === 'admin' && person.account.plan === 'Enterprise',
    ),
    ({ person, day }) => `${person.externalId} ${Math.floor((day - QUARTERLY_SINCE) / WAVE_DAYS)}`,
  );
  const ofWaves = [...admins].flatMap(([key, visits]) => {
    const draw = chance.fork(`wave ${key}`);
    if (!draw.happens(ANSWERED)) return [];
    const score = draw.weighted([
      [10, 4],
      [9, 5],
      [8, 4],
      [7, 3],
      [5, 1],
    ] as const);
    return [answer(quarterly, draw.pick(visits), [{ question: 'score', value: score }])];
  });

  const csat = called('ticket-csat');
  let ticket = FIRST_TICKET;
  const ofTickets = ordinary.flatMap((visit): Delivery[] => {
    const { person, day } = visit;
    const draw = chance.fork(`ticket ${person.externalId} ${day}`);
    if (day <= TICKETS_SINCE || !draw.happens(SOLVED)) return [];
    ticket += draw.whole(1, 9);
    const properties = { [TICKET_SOLVED.property]: `KN-${ticket}` };
    const solved: Delivery = {
      person,
      at: addMs(lastMoment(visit), 2 * MINUTE_MS),
      deeds: [{ type: 'track', name: TICKET_SOLVED.event, properties }],
      isArrival: false,
    };
    const next = ordinary.find((each) => each.person === person && each.day > day && each.day <= day + 12);
    if (!next || !draw.happens(ANSWERED)) return [solved];
    const mark = draw.weighted([
      [5, 6],
      [4, 5],
      [3, 2],
      [2, 1],
    ] as const);
    const missing: Said[] =
      mark < 4 ? [{ question: 'missing', value: [draw.pick(['slow', 'unclear'])] }] : [];
    return [solved, answer(csat, next, [{ question: 'satisfaction', value: mark }, ...missing])];
  });
  return { deliveries: [...ofWaves, ...ofTickets], answered };
}
