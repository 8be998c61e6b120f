import type { AlertRuleRecord, Db, NoticeRecord } from '@banso/database';
import { deliveries, followUps, notices, webhooks, workspaces } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';
import type { ToldAlert } from './alert-words.ts';
import { alertLanguage, alertMessage } from './alert-words.ts';
import { slackBody, teamsBody } from './chat-messages.ts';

/** One message of a rule on its way to everybody whom the rule names. */
export interface Outgoing {
  rule: Pick<AlertRuleRecord, 'id' | 'receivers'>;
  /** With the texts that may leave. */
  told: ToldAlert;
  /** What is found at the bell. */
  notice: Pick<NoticeRecord, 'kind' | 'contactId' | 'about'>;
  /** The responses that it tells of. */
  responseIds: readonly string[];
  at: Instant;
}

/**
 * Writes down what every receiver of a rule gets, in one transaction: notices at the bell at once, the rest as deliveries.
 *
 * @returns the members who find something at the bell.
 */
export async function sendAlert(
  db: Db,
  workspaceId: string,
  { rule, told, notice, responseIds, at }: Outgoing,
  { newId }: Pick<Deps, 'newId'>,
): Promise<string[]> {
  const members = membersOf(rule.receivers, await followUps.team(db, workspaceId)).map(({ id }) => id);
  await notices.add(
    db,
    workspaceId,
    members.map((memberId) => ({ id: newId('ntc'), memberId, createdAt: at, ...notice })),
  );
  const wanted = new Set(rule.receivers.webhookIds);
  const eventId = newId('evt');
  const workspace = await workspaces.find(db, workspaceId);
  const message = alertMessage(told, alertLanguage(workspace?.defaultLocale ?? null));
  for (const webhook of await webhooks.list(db, workspaceId)) {
    if (!wanted.has(webhook.id) || webhook.status !== 'active') continue;
    const body = {
      slack: () => slackBody(message),
      teams: () => teamsBody(message),
      webhook: () =>
        JSON.stringify({
          type: 'alert.fired',
          timestamp: at,
          data: {
            rule: { id: rule.id, name: told.rule },
            test: told.isTest ?? false,
            text: message.title,
            responses: responseIds,
            url: message.link.url,
          },
        }),
    }[webhook.kind]();
    await deliveries.add(db, workspaceId, {
      id: newId('dlv'),
      webhookId: webhook.id,
      eventId,
      type: 'alert.fired',
      contactId: notice.contactId,
      body,
      createdAt: at,
    });
  }
  return members;
}

/** The members of a team whom a rule names. */
export function membersOf<M extends { id: string; role: string }>(
  { members }: Pick<AlertRuleRecord['receivers'], 'members'>,
  team: readonly M[],
): M[] {
  if (members.type === 'all') return [...team];
  return team.filter(({ id, role }) =>
    members.type === 'roles' ? members.roles.includes(role) : members.ids.includes(id),
  );
}
