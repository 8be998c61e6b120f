import type { MemberRecord } from '@banso/database';
import { webhooks, workspaces } from '@banso/database';
import { permissionsOf } from '@banso/contract';
import type { Deps } from '../app-env.ts';
import { mailBody } from '../mail/mail-body.ts';
import { mailOffToken } from '../mail/mail-off-token.ts';
import type { OutgoingMail } from '../mail/queue-mail.ts';
import { readerLanguage } from '../reader-language.ts';
import { roleOf } from '../roles.ts';
import { digestBlocks } from './digest-content.ts';
import { DIGEST_WORDS, weekdayName } from './digest-words.ts';
import { digestFigures } from './figures.ts';
import { USUAL_DIGEST } from './usual-digest.ts';

/**
 * The digest of a workspace for one member, in their language and by their clock.
 * @returns undefined where there is nothing to say.
 */
export async function digestMail(
  { database, clock, settings, published }: Pick<Deps, 'database' | 'clock' | 'settings' | 'published'>,
  workspaceId: string,
  member: MemberRecord,
): Promise<Omit<OutgoingMail, 'dedupeKey'> | undefined> {
  const now = clock.now();
  const live = await published.of(workspaceId);
  const read = await database.forWorkspace(workspaceId).read(async (db) => ({
    workspace: await workspaces.find(db, workspaceId),
    textsMayLeave: (await webhooks.textsMayLeave(db, workspaceId)).textsMayLeave,
    figures: await digestFigures(db, { workspaceId, member, live, now }),
  }));
  const { workspace } = read;
  if (!workspace) return undefined;
  const language = readerLanguage(member.language ?? workspace.defaultLocale);
  const timeZone = member.timeZone ?? workspace.timeZone;
  const mayReadTexts = permissionsOf(roleOf(member.role), member.overrides).includes('read_texts');
  const blocks = digestBlocks(read.figures, {
    memberId: member.id,
    language,
    timeZone,
    mayRead: read.textsMayLeave && mayReadTexts,
    now,
    publicUrl: settings.publicUrl,
  });
  if (!blocks) return undefined;
  const words = DIGEST_WORDS[language];
  const { weekday, hour } = member.digest ?? USUAL_DIGEST;
  const off = `${settings.publicUrl}/v1/mail-off/${mailOffToken(settings.secret, {
    of: 'digest',
    scopeId: member.organisationId,
    id: member.id,
  })}`;
  return {
    workspaceId,
    to: member.email,
    locale: language,
    subject: words.subject(workspace.name),
    ...mailBody({
      locale: language,
      sender: workspace.name,
      title: words.title,
      blocks,
      footer: words.footer(weekdayName(weekday, language), `${hour}:00`),
      unsubscribe: { label: words.off, url: `${off}?lang=${language}` },
    }),
    purpose: 'digest',
    unsubscribeUrl: off,
  };
}
