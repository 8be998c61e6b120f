import type { event } from '@banso/contract';
import type { Link } from './link.ts';
import type { Sent } from './outbox.ts';
import { isSyncAnswer, readOffer } from './read-offer.ts';
import type { Offer } from './read-offer.ts';

/** Renewed so long before it ends, or a tenth of its life if that is shorter. */
const MARGIN_MS = 60_000;
/** For an answer whose times cannot be read. */
const SHORT_LIFE_MS = 300_000;
const ANONYMOUS = /^anon_/;

/** Speaks to the service under the session of whoever a fact belongs to. */
export interface Sync {
  /** Keeps the session that the loader has just opened. */
  remember(): void;
  /** Sends facts of one person; an empty list only asks what is on offer now. */
  send(who: string, facts: readonly event.Event[], how?: { keepalive: boolean }): Promise<Sent>;
  /** Whether asking takes no new session. */
  hasSession(): boolean;
  /** Reads something of one person's own; undefined: it could not be had. What is refused is answered with the problem. */
  read(who: string, path: string): Promise<unknown>;
}

interface Session {
  token: string;
  /** On the clock of `performance.now()`, which no change of the device's time moves. */
  until: number;
}

/** @param apply - Gets each new decision for the person who is here now, the address it was made for, and the facts that it knows of. */
export function createSync(
  link: Link,
  apply: (offer: Offer, url: string, facts: readonly event.Event[]) => void,
): Sync {
  const sessions = new Map<string, Session>();
  let asked = 0;
  let applied = 0;

  function keep(who: string, body: unknown): void {
    const { session, expiresAt, serverTime } = body as {
      session: string;
      expiresAt: string;
      serverTime: string;
    };
    const lifeMs = Date.parse(expiresAt) - Date.parse(serverTime) || SHORT_LIFE_MS;
    sessions.set(who, {
      token: session,
      until: performance.now() + lifeMs - Math.min(MARGIN_MS, lifeMs / 10),
    });
  }

  function remember(): void {
    if (link.offer) keep(link.who(), link.offer);
  }

  function valid(who: string): string | undefined {
    const session = sessions.get(who);
    return session && performance.now() < session.until ? session.token : undefined;
  }

  /** A session for this person; undefined when there is none to be had. */
  async function open(who: string): Promise<string | undefined> {
    if (who === link.who()) {
      await link.refresh();
      if (who === link.who()) remember();
    } else if (ANONYMOUS.test(who)) {
      // Who was here before signing in did things as nobody in particular; they are sent as such.
      const request = { anonymousId: who, page: link.page(), locale: link.locale() };
      const { body } = await link.call('session', request);
      if (typeof (body as { session?: unknown } | undefined)?.session === 'string') keep(who, body);
    }
    return valid(who);
  }

  async function send(
    who: string,
    facts: readonly event.Event[],
    how = { keepalive: false },
    retry = true,
  ): Promise<Sent> {
    const mine = () => who === link.who();
    const nobody: Sent = { outcome: mine() ? 'later' : 'no_session' };
    // A page that is about to end cannot wait for a session.
    const token = valid(who) ?? (how.keepalive ? undefined : await open(who));
    if (!token) return nobody;

    const turn = ++asked;
    const page = link.page();
    const { status, body, retryAfterMs } = await link.call(
      'sync',
      { events: facts, page, sentAt: new Date().toISOString() },
      { headers: { authorization: `Bearer ${token}` }, keepalive: how.keepalive },
    );
    if (isSyncAnswer(body)) {
      const offer = readOffer(body);
      if (offer && turn > applied && mine()) {
        applied = turn;
        apply(offer, page.url, facts);
      }
      return { outcome: 'answered', accepted: body.accepted, refused: body.refused };
    }
    if (status === 401) {
      if (sessions.get(who)?.token === token) sessions.delete(who);
      return retry ? send(who, facts, how, false) : nobody;
    }
    if (status === 413) return { outcome: 'unacceptable', code: 'too_large' };
    if (status === 400 || status === 422) return { outcome: 'unacceptable', code: 'invalid' };
    return { outcome: 'later', afterMs: retryAfterMs };
  }

  async function read(who: string, path: string, retry = true): Promise<unknown> {
    const token = valid(who) ?? (await open(who));
    if (!token) return undefined;
    const { status, body } = await link.call(path, undefined, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (status !== 401) return status === 200 || status === 403 ? body : undefined;
    if (sessions.get(who)?.token === token) sessions.delete(who);
    return retry ? read(who, path, false) : undefined;
  }

  return { remember, send, hasSession: () => valid(link.who()) !== undefined, read };
}
