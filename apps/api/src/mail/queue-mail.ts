import type { Db } from '@banso/database';
import { mails } from '@banso/database';
import type { Deps } from '../app-env.ts';
import { mailPlace, seal } from '../sealing.ts';

/** A mail as whoever wants it sent says it. */
export interface OutgoingMail {
  /** The workspace, or the organisation for what concerns all of it. */
  workspaceId: string;
  to: string;
  /** The customer whom it goes to, with whose erasure it goes. Absent: somebody of the team. */
  contactId?: string | undefined;
  /** Under whose name it is sent; absent: the installation's. */
  senderName?: string;
  /** The language that it is written in. */
  locale: string;
  subject: string;
  text: string;
  html?: string;
  /** What it is for, in one word: `invitation`, `reply`, … */
  purpose: string;
  /** A second mail with the same key is not queued, for at least 30 days. */
  dedupeKey: string;
  /** Takes a POST without anything else and ends mails of this kind (RFC 8058). */
  unsubscribeUrl?: string;
}

/** What a mail says in both its forms, as it is sealed in the database. */
export interface MailWords {
  text: string;
  html?: string | undefined;
}

/**
 * Writes a mail down in the caller's transaction; it is sent after the commit, and tried again for about three days.
 *
 * @returns `false` where nothing is mailed: the installation has no mail server, or the mail is there already.
 */
export async function queueMail(
  db: Db,
  mail: OutgoingMail,
  { settings, clock, newId }: Pick<Deps, 'settings' | 'clock' | 'newId'>,
): Promise<boolean> {
  if (!settings.mail) return false;
  const { workspaceId, to, locale, purpose, dedupeKey } = mail;
  const id = newId('mail');
  const words: MailWords = { text: mail.text, html: mail.html };
  return mails.add(db, workspaceId, {
    id,
    contactId: mail.contactId ?? null,
    to: oneLine(to),
    senderName: mail.senderName === undefined ? null : oneLine(mail.senderName),
    locale,
    subject: oneLine(mail.subject),
    // it may hold a link that lets somebody in
    body: seal(settings.secret, mailPlace(id), JSON.stringify(words)),
    unsubscribeUrl: mail.unsubscribeUrl ?? null,
    purpose,
    dedupeKey,
    createdAt: clock.now(),
  });
}

/** A line break in a header would begin another one. */
// oxlint-disable-next-line no-control-regex -- what no header may hold
const oneLine = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
