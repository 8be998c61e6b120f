import type { AlertRuleRecord, Db } from '@banso/database';
import { alertRules, alerts, deliveries, outbox, webhooks } from '@banso/database';
import { hourOf } from '@banso/domain/time';
import type { Instant } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';
import { rulesThatHold } from './alert-answers.ts';
import { lookForDrop, raise, release } from './alerting.ts';
import { messageBody } from './message-body.ts';

/** What passing on works with. */
export type PassOnDeps = Pick<Deps, 'database' | 'clock' | 'newId' | 'live' | 'settings' | 'published'>;

/** Things that are passed on in one transaction. */
const TOGETHER = 100;

/**
 * Turns what waits in the outbox of a workspace into messages for its webhooks and for the receivers of its alert rules, in one
 * transaction: each thing becomes all of its messages, once, whatever dies meanwhile.
 *
 * @returns whether more may wait.
 */
export async function passOn(deps: PassOnDeps, workspaceId: string): Promise<boolean> {
  const { database, clock, live, published } = deps;
  const waiting = await database
    .forWorkspace(workspaceId)
    .read((db) => outbox.list(db, workspaceId, TOGETHER));
  if (waiting.length === 0) return false;
  const people = [...new Set(waiting.flatMap(({ contactId }) => contactId ?? []))];
  const contents = await published.of(workspaceId);
  const told = await database.record(async (tx) => {
    // nobody is erased meanwhile, and no other process passes the same on
    await tx.lock([...people, OUTBOX].map((name) => `${workspaceId} ${name}`));
    const db = await tx.enter(workspaceId);
    const there = new Set((await outbox.list(db, workspaceId, TOGETHER)).map(({ id }) => id));
    const ours = waiting.filter(({ id }) => there.has(id));
    const now = clock.now();
    await writeMessages(db, workspaceId, ours, now, deps);
    const responseIds = [
      ...new Set(ours.filter(({ type }) => type.startsWith('response.')).map(({ subject }) => subject)),
    ];
    const rules = await alertRules.list(db, workspaceId);
    const members: string[] = [];
    for (const { rule, response } of await rulesThatHold(db, workspaceId, rules, responseIds, {
      contents,
      now,
    }))
      members.push(
        ...(await raise(
          db,
          workspaceId,
          rule,
          { subject: response.id, contactId: response.contactId, about: {}, at: now },
          deps,
        )),
      );
    await outbox.remove(
      db,
      workspaceId,
      ours.map(({ id }) => id),
    );
    return members;
  });
  if (told.length > 0) live.publish(workspaceId, { type: 'notice', members: [...new Set(told)] });
  return waiting.length === TOGETHER;
}

/** Whoever holds it works on the outbox of a workspace. */
const OUTBOX = 'outbox';

async function writeMessages(
  db: Db,
  workspaceId: string,
  followUps: Awaited<ReturnType<typeof outbox.list>>,
  now: Instant,
  { newId, settings }: PassOnDeps,
): Promise<void> {
  const wanting = (await webhooks.list(db, workspaceId)).filter(({ status }) => status === 'active');
  if (wanting.every(({ events }) => events.length === 0)) return;
  const { textsMayLeave } = await webhooks.textsMayLeave(db, workspaceId);
  for (const followUp of followUps) {
    const to = wanting.filter(({ events }) => events.includes(followUp.type));
    if (to.length === 0) continue;
    const telling = { publicUrl: settings.publicUrl, textsMayLeave };
    const body = await messageBody(db, workspaceId, followUp, telling);
    if (body === undefined) continue;
    for (const webhook of to)
      await deliveries.add(db, workspaceId, {
        id: newId('dlv'),
        webhookId: webhook.id,
        eventId: followUp.id,
        type: followUp.type,
        contactId: followUp.contactId,
        body,
        createdAt: now,
      });
  }
}

/** Sends out what rules held back until now, and looks for scores that fell. */
export async function tellInTime(deps: PassOnDeps, workspaceId: string): Promise<void> {
  const { database, clock, live } = deps;
  const now = clock.now();
  const { due, dropping } = await database.forWorkspace(workspaceId).read(async (db) => {
    const active = (await alertRules.list(db, workspaceId)).filter(({ status }) => status === 'active');
    return {
      due: await alerts.listDue(db, workspaceId, now),
      dropping: active.some((rule) => isToBeLookedAt(rule, now)),
    };
  });
  if (due.length === 0 && !dropping) return;
  const told = await database.record(async (tx) => {
    await tx.lock([`${workspaceId} ${OUTBOX}`]);
    const db = await tx.enter(workspaceId);
    const members: string[] = [];
    for (const rule of await alertRules.list(db, workspaceId)) {
      if (due.includes(rule.id)) members.push(...(await release(db, workspaceId, rule, now, deps)));
      const { when } = rule;
      if (when.type !== 'drop' || rule.status !== 'active' || !isToBeLookedAt(rule, now)) continue;
      await alertRules.noteLooked(db, workspaceId, rule.id, now);
      members.push(...(await lookForDrop(db, workspaceId, { ...rule, when }, now, deps)));
    }
    return members;
  });
  if (told.length > 0) live.publish(workspaceId, { type: 'notice', members: [...new Set(told)] });
}

/** The two weeks are closed, but answers that waited on a device may still come: once an hour is often enough. */
function isToBeLookedAt({ when, lookedAt }: AlertRuleRecord, now: Instant): boolean {
  return when.type === 'drop' && (lookedAt === null || hourOf(lookedAt) !== hourOf(now));
}
