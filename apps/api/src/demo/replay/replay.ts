import type { Instant } from '@banso/domain/time';
import { addMs, SECOND_MS } from '@banso/domain/time';
import { answerDeeds } from '../history/answers.ts';
import { inOrder } from '../history/diary.ts';
import { shownOn } from '../history/published-on.ts';
import { accountActs, markRead, teamStepActs } from './acts.ts';
import type { Act } from './acts.ts';
import type { Delivery } from './guest-book.ts';
import { GuestBook, receivedAt } from './guest-book.ts';
import { publishingActs } from './publishing.ts';
import type { Stage } from './stage.ts';

/** The time in which a granted question is on the page and read. */
const READING_MS = 24 * SECOND_MS;
/** Answers from this day of the calendar on wait to be read. */
const UNREAD_SINCE = -4;

/** Deliveries stand where they reached the server. */
type Moment = { at: Instant } & ({ act: Act } | { delivery: Delivery });

/** Carries a plan out, from the first account to the last visit, in the order of time. */
export async function replay(stage: Stage): Promise<void> {
  const accountIds = new Map<string, string>();
  const { deliveries, answered } = deliveriesOf(stage);
  const acts = [
    ...accountActs(stage, accountIds),
    ...publishingActs(stage),
    ...teamStepActs(stage, accountIds),
  ];
  const moments: Moment[] = [
    ...acts.map((act) => ({ at: act.at, act })),
    ...deliveries.map((delivery) => ({ at: receivedAt(delivery), delivery })),
  ];
  const book = new GuestBook(stage);
  // equal times keep this order
  for (const moment of moments.toSorted((one, other) => inOrder(one.at, other.at))) {
    if ('delivery' in moment) await book.add(moment.delivery);
    else {
      await book.flush();
      await moment.act.run(moment.at);
    }
  }
  await book.close();
  await markRead(stage, answered);
}

/** What the widgets sent, and when which response to the survey was given that the team has read by now. */
function deliveriesOf({ plan, calendar, newId }: Stage): {
  deliveries: Delivery[];
  answered: Map<string, Instant>;
} {
  const survey = plan.contents.find(({ slug }) => slug === 'relationship-nps');
  if (!survey) throw new RangeError('There is no survey');
  const outcomes = new Map(plan.asked.map(({ visit, outcome }) => [visit, outcome]));
  const answered = new Map<string, Instant>();
  const deliveries = plan.visits.flatMap((visit): Delivery[] => {
    const { person, at, deeds, day } = visit;
    const outcome = outcomes.get(visit);
    if (!outcome) return [{ person, at, deeds, isArrival: true }];
    const ref = shownOn(survey, day);
    const first: Delivery = {
      person,
      at,
      deeds: [...deeds, { type: 'content_claimed', ...ref }],
      isArrival: true,
    };
    const shownAt = addMs(receivedAt(first), READING_MS);
    const responseId = newId('rsp', shownAt);
    const then = {
      person,
      at: shownAt,
      deeds: answerDeeds(outcome, ref, responseId, shownAt),
      isArrival: false,
    };
    if (receivedAt(then) > calendar.now) return [first];
    if (outcome.type === 'answered' && day < UNREAD_SINCE) answered.set(responseId, shownAt);
    return [first, then];
  });
  return { deliveries, answered };
}
