import { MailState } from '@banso/contract/mail';
import type { Mail } from '@banso/contract/mail';
import type { MailRecord } from '@banso/database';
import { audit, mails, members, workspaces } from '@banso/database';
import type { AppDeps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { mailBody } from '../../mail/mail-body.ts';
import { mailWords } from '../../mail/mail-words.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { json, operation, router } from '../../operation.ts';
import { theMember } from '../../principal.ts';

const tags = ['mail'];
/** Mails that are shown. */
const NEWEST = 50;

/** Whether mails arrive. Mounted at the root: `/v1/mail`. */
export const mailRoutes = (deps: AppDeps) => {
  const { database, clock, newId, settings, limits } = deps;
  return router()
    .openapi(
      operation('organisation:administer', {
        method: 'get',
        path: '/v1/mail',
        tags,
        summary: 'Say whether this installation sends mails, and what became of the last ones',
        responses: { 200: json(MailState, 'The sender and the newest mails') },
      }),
      async (c) => {
        const { organisationId } = theMember(c);
        const ofWorkspaces = await workspaces.listIds(database.control, organisationId);
        const found: Mail[] = [];
        for (const id of [organisationId, ...ofWorkspaces]) {
          const some = await database.forWorkspace(id).read((db) => mails.list(db, id, NEWEST));
          found.push(...some.map((mail) => shown(mail, id === organisationId ? null : id)));
        }
        const newest = found.toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, NEWEST);
        const { mail } = settings;
        return c.json({ from: mail ? `${mail.from.name} <${mail.from.address}>` : null, mails: newest }, 200);
      },
    )
    .openapi(
      operation('organisation:administer', {
        method: 'post',
        path: '/v1/mail/test',
        tags,
        summary: 'Mail a test to oneself',
        responses: { 202: { description: 'On its way' } },
      }),
      async (c) => {
        const principal = theMember(c);
        const { id, organisationId } = principal;
        if (!settings.mail) throw new AppError('conflict', 'This installation has no mail server.');
        await limits.take('resetMail', 'test', id);
        const member = await members.find(database.control, organisationId, id);
        if (!member) throw new AppError('not_found', 'There is no such member.');
        const { language, words } = mailWords(member.language);
        const { subject, title, what, footer } = words.test;
        await database.forWorkspace(organisationId).write(async (db) => {
          const mail = {
            workspaceId: organisationId,
            to: member.email,
            locale: language,
            subject,
            ...mailBody({
              locale: language,
              sender: 'Banso',
              title,
              blocks: [{ type: 'paragraph', text: what }],
              footer,
            }),
            purpose: 'test',
            dedupeKey: `test:${newId('mail')}`,
          };
          await queueMail(db, mail, deps);
          await audit.append(db, organisationId, {
            at: clock.now(),
            principal,
            action: 'mail.test',
            target: id,
            change: {},
          });
        });
        return c.body(null, 202);
      },
    );
};

const shown = (mail: MailRecord, workspaceId: string | null): Mail => ({
  id: mail.id,
  workspaceId,
  purpose: mail.purpose,
  to: mail.to,
  state: mail.state,
  attempts: mail.attempts,
  error: mail.lastError,
  createdAt: mail.createdAt,
  sentAt: mail.sentAt,
  nextAt: mail.dueAt,
});
