import { addMs, DAY_MS, dayOf, HOUR_MS, SECOND_MS } from '@banso/domain/time';
import type { Instant } from '@banso/domain/time';
import { createDecisionMemory } from '../../offer/decision-memory.ts';
import type { DecisionMemory } from '../../offer/decision-memory.ts';
import { createOffers } from '../../offer/offers.ts';
import type { Offers } from '../../offer/offers.ts';
import { createRecorder } from '../../recorder/create-recorder.ts';
import type { Fact, Recorder, Source } from '../../recorder/recorder.ts';
import type { Person } from '../customers/people.ts';
import type { Deed } from '../history/diary.ts';
import { BETWEEN_DEEDS_MS } from '../history/diary.ts';
import { PRODUCT_URL } from '../history/ordinary-visits.ts';
import type { Stage } from './stage.ts';

/** Something that the widget of one person sends at one time. */
export interface Delivery {
  person: Person;
  /** When the first of the deeds was done. */
  at: Instant;
  deeds: readonly Deed[];
  /** The first of a visit. */
  isArrival: boolean;
}

/** Deliveries that are recorded together. */
const TOGETHER = 150;
const SESSION_MS = 12 * HOUR_MS;
/** Of visits that are longer ago no session is kept: it would have ended, and be forgotten. */
const SESSIONS_SINCE_MS = 2 * DAY_MS;
/** Of visits since then it is remembered what was decided: enough for the demo, and soon seeded. */
const DECISIONS_SINCE_MS = 14 * DAY_MS;

/** When a delivery reached the server. */
export const receivedAt = ({ at, deeds }: Pick<Delivery, 'at' | 'deeds'>): Instant =>
  addMs(at, deeds.length * BETWEEN_DEEDS_MS + SECOND_MS);

/**
 * Hands what people did to the recorder, as if it came at its time. What is handed over in the order of time is recorded in
 * it. Every fact has to be accepted: a history that the product would refuse is a mistake in the plan.
 */
export class GuestBook {
  readonly #stage: Stage;
  readonly #recorder: Recorder;
  readonly #memory: DecisionMemory;
  readonly #offers: Offers;
  readonly #sources = new Map<string, Source>();
  #forgotten: unknown;
  #now: Instant;
  #waiting: Delivery[] = [];
  /** The last delivery of each person on the day that is written. */
  #today = new Map<string, Delivery>();

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#now = stage.calendar.now;
    const { database, published, newId, secret } = stage;
    this.#recorder = createRecorder({
      database,
      published,
      live: { publish: () => undefined, subscribe: () => () => undefined },
      clock: { now: () => this.#now },
      secret,
      newId: (prefix) => newId(prefix ?? '', this.#now),
    });
    const log = { warn: (what: unknown) => void (this.#forgotten = what) };
    this.#memory = createDecisionMemory({ database, log, pauseMs: 0 });
    this.#offers = createOffers({ database, published, memory: this.#memory });
  }

  async add(delivery: Delivery): Promise<void> {
    this.#waiting.push(delivery);
    // a new session stands between what came before and after it
    const isSession = delivery.isArrival && this.#isRecent(delivery);
    if (isSession || this.#waiting.length >= TOGETHER) await this.flush();
  }

  /** Records what waits. */
  async flush(): Promise<void> {
    const deliveries = this.#waiting;
    this.#waiting = [];
    await this.#letIn(deliveries);
    await Promise.all(deliveries.map((delivery) => this.#record(delivery)));
    for (const delivery of deliveries) {
      const [earlier] = this.#today.values();
      if (earlier && dayOf(earlier.at) !== dayOf(delivery.at)) await this.#decide();
      this.#today.set(delivery.person.externalId, delivery);
    }
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#decide();
    await this.#recorder.close();
    await this.#memory.close();
  }

  /** What the widget was answered to the last of what each person sent on the day, all of them together. */
  async #decide(): Promise<void> {
    const since = addMs(this.#stage.calendar.now, -DECISIONS_SINCE_MS);
    const asked = [...this.#today.values()].flatMap((delivery) => {
      const actor = this.#sources.get(delivery.person.externalId);
      return actor && delivery.at > since ? [{ actor, now: receivedAt(delivery) }] : [];
    });
    this.#today = new Map();
    const page = { url: `${PRODUCT_URL}/notes`, device: 'desktop' as const };
    await Promise.all(
      asked.map(({ actor, now }) => this.#offers.of({ workspaceId: actor.workspaceId, actor, page, now })),
    );
    await this.#memory.settled();
    if (this.#forgotten !== undefined)
      throw new Error('A decision of the demo was not kept', { cause: this.#forgotten });
  }

  #isRecent({ at }: Delivery): boolean {
    return at > addMs(this.#stage.calendar.now, -SESSIONS_SINCE_MS);
  }

  async #letIn(deliveries: readonly Delivery[]): Promise<void> {
    const coming = new Map<string, Delivery>();
    for (const delivery of deliveries) {
      const { externalId } = delivery.person;
      const opens = !this.#sources.has(externalId) || (delivery.isArrival && this.#isRecent(delivery));
      if (opens && !coming.has(externalId)) coming.set(externalId, delivery);
    }
    await Promise.all([...coming.values()].map((delivery) => this.#arrive(delivery)));
  }

  async #arrive({ person, at }: Delivery): Promise<void> {
    const { calendar, company, chance } = this.#stage;
    const { externalId, name, email, role, department, joinedOn, account, locale, timeZone } = person;
    const { workspaceId } = company;
    this.#now = at;
    const { contactId, accountId } = await this.#recorder.arrive({
      workspaceId,
      identity: 'verified',
      externalId,
      traits: { name, email, role, department, joined_at: calendar.day(joinedOn) },
      signedTraits: {},
      account: { externalId: account.externalId, traits: {}, signed: true },
      locale,
      timeZone,
      pageUrl: `${PRODUCT_URL}/notes`,
      session: { tokenHash: hexOf(chance.fork(`${externalId} ${at}`)), expiresAt: addMs(at, SESSION_MS) },
    });
    this.#sources.set(externalId, { workspaceId, contactId, accountId, verified: true, locale });
  }

  async #record(delivery: Delivery): Promise<void> {
    const { person, at, deeds } = delivery;
    const source = this.#sources.get(person.externalId);
    if (!source) throw new RangeError(`${person.name} has not arrived`);
    const facts = deeds.map((deed, index): Fact => {
      const occurredAt = addMs(at, index * BETWEEN_DEEDS_MS);
      return { event: { ...deed, id: this.#stage.newId('', occurredAt), at: occurredAt }, occurredAt };
    });
    this.#now = receivedAt(delivery);
    const verdicts = await this.#recorder.record(source, facts);
    verdicts.forEach((verdict, index) => {
      if (verdict.accepted) return;
      const what = `${deeds[index]?.type} of ${person.externalId} at ${at}`;
      throw new Error(`The demo's history is not possible: ${what} is ${verdict.code} (${verdict.message})`);
    });
  }
}

/** A hash that no token has: nobody can speak in these sessions. */
function hexOf(chance: { bits(): number }): string {
  return Array.from({ length: 8 }, () => chance.bits().toString(16).padStart(8, '0')).join('');
}
