import type { Attempted, DeliveryRecord, WebhookRecord } from '@banso/database';
import { deliveries, followUps, notices, webhooks } from '@banso/database';
import { DEAD_AFTER_MS, nextAttemptAt, retryAfterMs } from '@banso/domain/alerts';
import { addMs, MINUTE_MS, msBetween } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';
import type { createEgress } from '../egress.ts';
import { EgressRefused } from '../egress.ts';
import { unseal, webhookSecretPlace, webhookUrlPlace } from '../sealing.ts';
import { signedHeaders } from './sign.ts';

/** What sending works with. */
export type DeliverDeps = Pick<Deps, 'database' | 'clock' | 'newId' | 'live' | 'settings'> & {
  egress: ReturnType<typeof createEgress>;
  /** 0 to 1, for the jitter. */
  chance: () => number;
};

/** Longer than any attempt takes: then whoever took a message has died. */
const LEASE_MS = MINUTE_MS;
/** Messages of one webhook that are on their way at a time. */
const TOGETHER = 5;

/**
 * Sends the messages of one webhook that are due, once each.
 *
 * @returns how many there were.
 */
export async function deliverSome(
  deps: DeliverDeps,
  workspaceId: string,
  webhookId: string,
): Promise<number> {
  const { database, clock } = deps;
  const now = clock.now();
  const taken = await database.record(async (tx) => {
    await tx.lock([`${workspaceId} ${webhookId}`]);
    const db = await tx.enter(workspaceId);
    const webhook = await webhooks.find(db, workspaceId, webhookId);
    if (webhook?.status !== 'active') return undefined;
    const leasedUntil = addMs(now, LEASE_MS);
    const messages = await deliveries.take(db, workspaceId, webhookId, { now, leasedUntil, limit: TOGETHER });
    return { webhook, messages };
  });
  if (!taken) return 0;
  await Promise.all(taken.messages.map((message) => deliver(deps, workspaceId, taken.webhook, message)));
  return taken.messages.length;
}

async function deliver(
  deps: DeliverDeps,
  workspaceId: string,
  webhook: WebhookRecord,
  message: DeliveryRecord,
): Promise<void> {
  const { database, clock, chance, newId, live } = deps;
  const answer = await send(deps, webhook, message);
  const now = clock.now();
  const isGood = answer.code !== null && answer.code >= 200 && answer.code < 300;
  const dueAt =
    isGood || answer.code === 410
      ? undefined
      : nextAttemptAt(message.attempts, now, chance(), answer.askedMs);
  const attempted: Attempted = {
    status: isGood ? 'delivered' : dueAt === undefined ? 'failed' : 'waiting',
    dueAt: dueAt ?? null,
    code: answer.code,
    error: answer.error,
  };
  const members = await database.forWorkspace(workspaceId).write(async (db) => {
    await deliveries.settle(db, workspaceId, message, attempted);
    const current = await webhooks.find(db, workspaceId, webhook.id);
    if (!current) return [];
    if (isGood) {
      if (current.failingSince !== null)
        await webhooks.putFailing(db, workspaceId, webhook.id, { failingSince: null });
      return [];
    }
    const failingSince = current.failingSince ?? now;
    const reason =
      answer.code === 410 ? 'gone' : msBetween(failingSince, now) >= DEAD_AFTER_MS ? 'failing' : undefined;
    const isEnding = reason !== undefined && current.status === 'active';
    await webhooks.putFailing(db, workspaceId, webhook.id, {
      failingSince,
      ...(isEnding && { status: reason }),
    });
    if (!isEnding) return [];
    const told = (await followUps.team(db, workspaceId)).filter(({ role }) => ADMINS.includes(role));
    await notices.add(
      db,
      workspaceId,
      told.map(({ id }) => ({
        id: newId('ntc'),
        memberId: id,
        kind: 'webhook' as const,
        contactId: null,
        about: { webhookId: webhook.id, name: webhook.name, reason },
        createdAt: now,
      })),
    );
    return told.map(({ id }) => id);
  });
  if (members.length > 0) live.publish(workspaceId, { type: 'notice', members });
  live.publish(workspaceId, { type: 'webhook', id: webhook.id });
}

/** Who can mend a webhook. */
const ADMINS: readonly string[] = ['owner', 'admin'];

interface Answer {
  code: number | null;
  /** Why there was no answer. */
  error: string | null;
  askedMs: number | undefined;
}

async function send(
  { egress, clock, settings }: DeliverDeps,
  webhook: WebhookRecord,
  { eventId, body }: DeliveryRecord,
): Promise<Answer> {
  const now = clock.now();
  try {
    const secrets = webhook.secrets.map(({ id, sealed }) =>
      unseal(settings.secret, webhookSecretPlace(id), sealed),
    );
    const signed =
      webhook.kind === 'webhook'
        ? signedHeaders(secrets, { id: eventId, at: Math.floor(Date.parse(now) / 1_000), body })
        : {};
    const { status, headers } = await egress({
      url: unseal(settings.secret, webhookUrlPlace(webhook.id), webhook.sealedUrl),
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': `${Buffer.byteLength(body)}`,
        ...signed,
      },
      body,
      headOnly: true,
    });
    const asked = headers['retry-after'];
    return { code: status, error: null, askedMs: retryAfterMs(Array.isArray(asked) ? asked[0] : asked, now) };
  } catch (error) {
    // whatever it is, it is the ledger's to tell: the message waits for its next attempt
    return { code: null, error: reasonOf(error), askedMs: undefined };
  }
}

/** A word for the ledger: never what a foreign server wrote. */
function reasonOf(error: unknown): string {
  if (error instanceof EgressRefused) return error.reason;
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  return 'code' in error && typeof error.code === 'string' ? error.code.toLowerCase() : 'unknown';
}
