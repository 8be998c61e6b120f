import { permissionsOf } from '@banso/contract';
import type { AlertRuleRecord, Db, NoticeRecord } from '@banso/database';
import { deliveries, followUps, notices, webhooks, workspaces } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';
import { mailBody } from '../mail/mail-body.ts';
import { mailWords } from '../mail/mail-words.ts';
import type { OutgoingMail } from '../mail/queue-mail.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { readerLanguage } from '../reader-language.ts';
import { roleOf } from '../roles.ts';
import type { ToldAlert } from './alert-words.ts';
import { alertMessage } from './alert-words.ts';
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
  deps: Pick<Deps, 'newId' | 'settings' | 'clock'>,
): Promise<string[]> {
  const { newId } = deps;
  const members = membersOf(rule.receivers, await followUps.team(db, workspaceId));
  await notices.add(
    db,
    workspaceId,
    members.map(({ id }) => ({ id: newId('ntc'), memberId: id, createdAt: at, ...notice })),
  );
  const workspace = await workspaces.find(db, workspaceId);
  const contactId = notice.contactId ?? undefined;
  if (rule.receivers.byMail)
    for (const member of members) {
      const mail = alertMail(member, told, workspace?.defaultLocale ?? null);
      const dedupeKey = `alert:${newId('mail')}`;
      await queueMail(db, { workspaceId, contactId, ...mail, dedupeKey }, deps);
    }
  const wanted = new Set(rule.receivers.webhookIds);
  const eventId = newId('evt');
  const message = alertMessage(told, readerLanguage(workspace?.defaultLocale ?? null));
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
  return members.map(({ id }) => id);
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

/** In the reader's language, without words that they may not read. */
function alertMail(
  { role, overrides, email, language: own }: followUps.TeamMember,
  told: ToldAlert,
  locale: string | null,
): Pick<OutgoingMail, 'to' | 'locale' | 'subject' | 'text' | 'html' | 'purpose'> {
  const { language, words } = mailWords(own ?? locale);
  const mayRead = permissionsOf(roleOf(role), overrides).includes('read_texts');
  const { title, lines, link } = alertMessage(mayRead ? told : withoutWords(told), language);
  const blocks = lines.map(({ text, url }) => ({ type: 'paragraph' as const, text, url: url ?? undefined }));
  return {
    to: email,
    locale: language,
    subject: title,
    ...mailBody({
      locale: language,
      sender: 'Banso',
      title,
      blocks: [...blocks, { type: 'button', ...link }],
      footer: words.alert,
    }),
    purpose: 'alert',
  };
}

const withoutWords = (told: ToldAlert): ToldAlert =>
  told.kind === 'answers'
    ? { ...told, answers: told.answers.map((answer) => ({ ...answer, words: null })) }
    : told;
