import type { Instant } from '@banso/domain/time';
import { addMs, SECOND_MS } from '@banso/domain/time';
import { references } from '../contents/references.ts';
import { standingSurveys } from '../contents/standing-surveys.ts';
import { answerDeeds } from '../history/answers.ts';
import { inOrder } from '../history/diary.ts';
import type { KnownContent } from '../history/published-on.ts';
import { shownOn } from '../history/published-on.ts';
import { seededIds } from '../ids.ts';
import { ID_PREFIX } from '../plan.ts';
import { accountActs, markRead, teamStepActs } from './acts.ts';
import type { Act } from './acts.ts';
import { editorialActs } from './editorial.ts';
import { caseActs, workOnLatest } from './case-desk.ts';
import { goalActs } from './goal-acts.ts';
import type { Delivery } from './guest-book.ts';
import { GuestBook, receivedAt } from './guest-book.ts';
import { letters } from './letters.ts';
import { publishingActs } from './publishing.ts';
import { healthActs } from './health-acts.ts';
import { renewalActs } from './renewals.ts';
import { segmentActs } from './segment-acts.ts';
import { serverActs } from './servers.ts';
import type { Stage } from './stage.ts';
import { standingAnswers } from './standing-answers.ts';
import { fillTopics, topicActs } from './topic-acts.ts';
import { trial } from './trial.ts';
import { planned } from './planned.ts';
import { triage } from './triage.ts';
import { wishes } from './wishes.ts';

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
  const written = letters(stage);
  const customers = accountActs(stage, accountIds);
  const tried = trial(stage, accountIds);
  const segments = segmentActs(stage);
  const later = laterContents(stage, segments.advocates);
  const standing = standingAnswers(stage, later);
  const acts = [
    ...customers,
    ...publishingActs(stage, stage.plan.contents),
    ...teamStepActs(stage, accountIds),
    ...written.acts,
    ...tried.acts,
    ...segments.acts,
    ...goalActs(stage),
    ...publishingActs(stage, later),
    ...editorialActs(stage, [...stage.plan.contents, ...later]),
    ...renewalActs(stage, accountIds),
    ...healthActs(stage, accountIds),
    ...serverActs(stage),
    ...caseActs(stage),
    ...topicActs(stage),
  ];
  const moments: Moment[] = [
    ...acts.map((act) => ({ at: act.at, act })),
    ...[
      ...deliveries,
      ...written.deliveries,
      ...tried.deliveries,
      ...standing.deliveries,
      ...wishes(stage),
    ].map((delivery) => ({
      at: receivedAt(delivery),
      delivery,
    })),
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
  await workOnLatest(stage);
  await fillTopics(stage);
  await markRead(stage, answered);
  await markRead(stage, standing.answered);
  await triage(stage);
  await planned(stage);
}

/** What was added to the demo after its people were known: ids of their own leave everybody who they are. */
function laterContents({ calendar, chance }: Stage, advocates: string): KnownContent[] {
  const newId = seededIds(chance.fork('later contents'));
  return [...standingSurveys(calendar), ...references(calendar, advocates)].map((content) => ({
    ...content,
    id: newId(ID_PREFIX[content.kind], calendar.at(content.createdOn, 5)),
  }));
}

/** What the widgets sent, and when which response to the survey was given that the team has read by now. */
function deliveriesOf({ plan, calendar, newId }: Stage): {
  deliveries: Delivery[];
  answered: Map<string, Instant>;
} {
  const survey = plan.contents.find(({ slug }) => slug === 'relationship-nps');
  if (!survey) throw new RangeError('There is no survey');
  const outcomes = new Map(plan.asked.map(({ visit, outcome }) => [visit, outcome]));
  const answered = new Map<string, Instant>(
    plan.quick.filter(({ visit }) => visit.day < UNREAD_SINCE).map(({ id, visit }) => [id, visit.at]),
  );
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
