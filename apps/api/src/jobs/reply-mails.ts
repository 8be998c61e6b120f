import { organisations, replyMails, webhooks, workspaces } from '@banso/database';
import type { UnreadReplies, WorkspaceRecord } from '@banso/database';
import { addMs, DAY_MS, MINUTE_MS } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';
import { mailBody } from '../mail/mail-body.ts';
import { mailOffToken } from '../mail/mail-off-token.ts';
import { mailWords } from '../mail/mail-words.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { writeAlone } from '../write-alone.ts';

/** Nobody is told of a reply that is older, whatever stood still meanwhile. */
const NEWS_MS = 7 * DAY_MS;
/** People of one workspace in a round. */
const TOGETHER = 100;
/** Messages that stand in a mail; the others are counted. */
const SHOWN = 3;

type ReplyDeps = Pick<Deps, 'database' | 'clock' | 'newId' | 'settings'>;

/** Mails people who have not read a reply of the team for as long as their workspace says. Safe in any number of processes. */
export async function mailReplies(deps: ReplyDeps): Promise<void> {
  const { database, clock, settings } = deps;
  if (!settings.mail) return;
  for (const id of await workspaces.listIds(database.control)) {
    const workspace = await workspaces.find(database.control, id);
    if (!workspace?.replyMail) continue;
    const { afterMinutes, since } = workspace.replyMail;
    const now = clock.now();
    const oldest = addMs(now, -NEWS_MS);
    const window = {
      since: since > oldest ? since : oldest,
      writtenBefore: addMs(now, -afterMinutes * MINUTE_MS),
    };
    const people = await database
      .forWorkspace(id)
      .read((db) => replyMails.listWaiting(db, id, window, TOGETHER));
    const team = await organisations.find(database.control, workspace.organisationId);
    for (const contactId of people)
      // looked at once more: it may have been read, erased or mailed by another process
      await writeAlone(database, id, [contactId], async (db) => {
        const unread = await replyMails.find(db, id, contactId, window);
        if (!unread) return;
        const { textsMayLeave } = await webhooks.textsMayLeave(db, id);
        const words = { team: team?.name ?? '', textsMayLeave };
        await queueMail(db, mailOf(workspace, words, unread, settings), deps);
        await replyMails.markMailed(db, id, contactId, now);
      });
  }
}

/** @param words.textsMayLeave - False: the mail says that a reply waits, and not a word of it. */
function mailOf(
  workspace: WorkspaceRecord,
  { team, textsMayLeave }: { team: string; textsMayLeave: boolean },
  { contactId, email, locale, messages }: UnreadReplies,
  { secret, publicUrl }: Deps['settings'],
) {
  const { language, words } = mailWords(locale ?? workspace.defaultLocale);
  const { reply } = words;
  const last = messages.at(-1);
  const author = last?.authorName ?? team;
  const shown = textsMayLeave ? messages.slice(-SHOWN) : [];
  const hidden = messages.length - shown.length;
  const productUrl = workspace.replyMail?.productUrl ?? '';
  const off = `${publicUrl}/v1/mail-off/${mailOffToken(secret, { of: 'replies', scopeId: workspace.id, id: contactId })}`;
  return {
    workspaceId: workspace.id,
    contactId,
    to: email,
    senderName: `${author} (${team})`,
    locale: language,
    subject: reply.subject(author),
    ...mailBody({
      locale: language,
      sender: team,
      title: reply.title(author),
      blocks: [
        ...shown.map(({ text, authorName }) => ({
          type: 'quote' as const,
          by: authorName ?? team,
          text,
        })),
        ...(!textsMayLeave ? [{ type: 'paragraph' as const, text: reply.withheld }] : []),
        ...(textsMayLeave && hidden > 0 ? [{ type: 'paragraph' as const, text: reply.more(hidden) }] : []),
        { type: 'button' as const, label: reply.open(new URL(productUrl).hostname), url: productUrl },
      ],
      footer: reply.footer(team),
      unsubscribe: { label: reply.off, url: `${off}?lang=${language}` },
    }),
    purpose: 'reply',
    dedupeKey: `reply:${contactId}:${last?.id}`,
    unsubscribeUrl: off,
  };
}

/** Looks for unread replies every minute, where mails are sent. @returns the function that stops it. */
export function startReplyMails(deps: ReplyDeps & Pick<Deps, 'log'>): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const round = () => {
    underWay ??= mailReplies(deps)
      .catch((err: unknown) => deps.log.error({ err }, 'replies were not mailed'))
      .finally(() => (underWay = undefined));
  };
  const timer = setInterval(round, MINUTE_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
