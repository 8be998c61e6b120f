import type { MailRecord } from '@banso/database';
import { SECOND_MS } from '@banso/domain/time';
import { createTransport } from 'nodemailer';
import type { MailSettings } from './mail-settings.ts';
import type { MailWords } from './queue-mail.ts';

/** Hands mails over to the mail server. */
export interface Transport {
  /** @throws {Error} when the server did not take it; see `isRefused` and `isClosed`. */
  send(mail: MailRecord, words: MailWords): Promise<void>;
  close(): void;
}

/** Opens nothing yet: a connection is made with the first mail, and kept for those that follow at once. */
export function createMailTransport(settings: MailSettings): Transport {
  const { host, port, secure, requireTls, auth, from } = settings;
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(auth && { auth: { ...auth } }),
    pool: true,
    maxConnections: 1,
    connectionTimeout: 10 * SECOND_MS,
    greetingTimeout: 10 * SECOND_MS,
    socketTimeout: 30 * SECOND_MS,
    // nothing of a mail is ever read from a file or an address
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    async send(mail, { text, html }) {
      await transport.sendMail({
        from: { name: mail.senderName ?? from.name, address: from.address },
        // an object: the text is one address, and never read as a list of them
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text,
        ...(html !== undefined && { html }),
        messageId: `<${mail.id}@${domain}>`,
        headers: {
          'Content-Language': mail.locale,
          'Auto-Submitted': 'auto-generated',
          ...(mail.unsubscribeUrl !== null && {
            'List-Unsubscribe': `<${mail.unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
        },
      });
    },
    close: () => transport.close(),
  };
}

/** What an error of the transport carries. */
interface SmtpError extends Error {
  code?: string;
  /** What was being said to the server. */
  command?: string;
  responseCode?: number;
}

/** The server will never take this mail. That it refuses the sender says nothing of the mail: the operator mends that. */
export function isRefused(error: unknown): boolean {
  const { code, command, responseCode = 0 } = error as SmtpError;
  const isOfThisMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'RCPT TO');
  return isOfThisMail && responseCode >= 500;
}

/** The server was not reached, or takes nothing from us: other mails would fare alike. */
export function isClosed(error: unknown): boolean {
  const { code = '', command } = error as SmtpError;
  return CLOSED.has(code) || command === 'MAIL FROM';
}
const CLOSED: ReadonlySet<string> = new Set([
  'ECONNECTION',
  'EDNS',
  'ETIMEDOUT',
  'ESOCKET',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
]);
