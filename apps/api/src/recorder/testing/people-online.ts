// oxlint-disable banso/no-ambient-time, no-restricted-globals -- these are other people's machines: their clock, their browser
import { setTimeout as sleep } from 'node:timers/promises';
import type { tracking, widgetApi } from '@banso/contract';
import { uuidv7 } from 'uuidv7';
import type { ServedWorkspace } from './served.ts';

/** What became of everything that people sent. */
export interface Journal {
  /** Written before a fact is sent first. */
  sent: Set<string>;
  /** Written after the answer that accepts it. */
  accepted: Set<string>;
  /** Facts that were refused: none should be. */
  refused: widgetApi.RefusedEvent[];
  /** Requests that got no answer, or one that says "later". */
  unanswered: number;
  /** Sessions that were acknowledged and are not known any more. */
  lostSessions: number;
}

/** People on pages who never stop, and send again whatever was not acknowledged. */
export interface PeopleOnline {
  journal: Journal;
  /** Resolved once so many more facts were accepted. */
  untilAccepted(more: number): Promise<void>;
  /** Nobody starts anything new; resolved once everything is acknowledged. */
  leave(): Promise<void>;
}

const RETRY_MS = 100;

/**
 * @param events - What the n-th person does next, one or more facts at once.
 * @param servers - So many servers of the customer's tell of the same people meanwhile.
 */
export function peopleOnline(
  url: string,
  workspace: ServedWorkspace,
  count: number,
  events: (person: number, turn: number) => Record<string, unknown>[],
  servers = 0,
): PeopleOnline {
  const journal: Journal = {
    sent: new Set(),
    accepted: new Set(),
    refused: [],
    unanswered: 0,
    lostSessions: 0,
  };
  const page = { url: 'https://app.example/', device: 'desktop' };
  let isOpen = true;

  /** Asks until there is an answer: the service may be down at any moment. Undefined: the session is not known. */
  async function ask<T>(path: string, body: () => unknown, authorization?: string): Promise<T | undefined> {
    for (;;) {
      try {
        const answer = await fetch(`${url}/v1/${path}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(authorization !== undefined && { authorization }),
          },
          body: JSON.stringify(body()),
        });
        if (answer.status === 200) return (await answer.json()) as T;
        const problem = await answer.text();
        if (answer.status === 401 && problem.includes('session_expired')) return undefined;
        if (answer.status < 500) throw new TypeError(`Not the service's fault: ${answer.status} ${problem}`);
        if (answer.status === 500) throw new TypeError(`A fault of the service: ${problem}`);
      } catch (error) {
        // the connection broke, or nobody listens
        if (error instanceof TypeError && error.message !== 'fetch failed' && error.message !== 'terminated')
          throw error;
      }
      journal.unanswered += 1;
      await sleep(RETRY_MS);
    }
  }

  async function live(person: number): Promise<void> {
    const user = { id: `user-${person}`, token: workspace.token(`user-${person}`, `acme-${person % 5}`) };
    const opening = { user, anonymousId: 'anon_0195d000-0000-4000-8000-000000000001', page, locale: 'en' };
    const widget = `w/${workspace.key}`;
    const open = async () =>
      (await ask<widgetApi.SessionResponse>(`${widget}/session`, () => opening))?.session ?? '';
    let session = await open();
    for (let turn = 0; isOpen; turn += 1) {
      const at = new Date().toISOString();
      const batch = events(person, turn).map((said) => ({ id: uuidv7(), at, ...said }));
      for (const { id } of batch) journal.sent.add(id);
      const send = () =>
        ask<widgetApi.SyncResponse>(
          `${widget}/sync`,
          () => ({ events: batch, page, sentAt: new Date().toISOString() }),
          `Bearer ${session}`,
        );
      let found = await send();
      while (!found) {
        journal.lostSessions += 1;
        session = await open();
        found = await send();
      }
      for (const id of found.accepted) journal.accepted.add(id);
      journal.refused.push(...found.refused);
    }
  }

  /** The id of each message is that of its event, so that the log can be held against the journal. */
  async function serve(server: number): Promise<void> {
    const basic = `Basic ${Buffer.from(`${workspace.secretKey}:`).toString('base64')}`;
    for (let turn = 0; isOpen; turn += 1) {
      const userId = `user-${(server * 7 + turn) % count}`;
      const timestamp = new Date().toISOString();
      const batch = [
        { type: 'track', userId, event: 'billed' },
        { type: 'identify', userId: `told-${server}-${turn % 9}`, traits: { turn } },
        { type: 'group', userId, groupId: `acme-${turn % 5}`, traits: { turn } },
      ].map((said) => ({ messageId: uuidv7(), timestamp, ...said }));
      for (const { messageId } of batch) journal.sent.add(messageId);
      const found = await ask<tracking.Received>(
        'batch',
        () => ({ batch, sentAt: new Date().toISOString() }),
        basic,
      );
      for (const id of found?.accepted ?? []) journal.accepted.add(id);
      journal.refused.push(...(found?.refused ?? []));
    }
  }

  const lives = Promise.all([
    ...Array.from({ length: count }, (_, person) => live(person)),
    ...Array.from({ length: servers }, (_, server) => serve(server)),
  ]);
  lives.catch(() => undefined); // told by whoever waits for it
  return {
    journal,
    async untilAccepted(more) {
      const wanted = journal.accepted.size + more;
      while (journal.accepted.size < wanted) await Promise.race([sleep(RETRY_MS), lives]);
    },
    async leave() {
      isOpen = false;
      await lives;
    },
  };
}
