import { CannotStart } from '../cannot-start.ts';

/** Where mails are handed over, and in whose name. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** Nothing is sent before the connection is encrypted. */
  readonly requireTls: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
  readonly from: { readonly name: string; readonly address: string };
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
/** For a relay of one's own network that speaks no TLS. */
const OPTIONAL_TLS = '?tls=optional';
const ADDRESS = /^[^\s@<>,;:"\\]+@[^\s@<>,;:"\\]+$/;

/**
 * Reads `BANSO_SMTP_URL` and `BANSO_MAIL_FROM`; undefined when neither is set. Nothing goes over a connection that others can
 * read, except to this machine itself, or where the address says so and has no password.
 * @throws {CannotStart} for what cannot work. No message repeats the address: it may hold a password.
 */
export function mailSettings(url: string | undefined, from: string | undefined): MailSettings | undefined {
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined) throw new CannotStart('BANSO_MAIL_FROM does nothing without BANSO_SMTP_URL.');
  if (from === undefined)
    throw new CannotStart(
      'BANSO_SMTP_URL needs BANSO_MAIL_FROM: the sender of mails, e.g. Banso <banso@example.com>',
    );
  const parsed = URL.parse(url);
  const isPlain = parsed?.protocol === 'smtp:';
  if (!parsed?.hostname || !(isPlain || parsed.protocol === 'smtps:') || parsed.hash)
    throw new CannotStart('BANSO_SMTP_URL must be an address such as smtps://user:password@mail.example.com');
  const user = decoded(parsed.username);
  const isOptional = parsed.search === OPTIONAL_TLS;
  if (parsed.search !== '' && !(isOptional && isPlain && user === ''))
    throw new CannotStart(
      `BANSO_SMTP_URL: ${OPTIONAL_TLS} is for smtp:// without a password, and nothing else may follow ?`,
    );
  const mayBePlain = isOptional || LOOPBACK.has(parsed.hostname);
  return {
    host: parsed.hostname.replace(/^\[|\]$/g, ''),
    port: parsed.port === '' ? (isPlain ? 587 : 465) : Number(parsed.port),
    secure: !isPlain,
    requireTls: isPlain && !mayBePlain,
    auth: user === '' ? undefined : { user, pass: decoded(parsed.password) },
    from: senderOf(from),
  };
}

function senderOf(text: string): MailSettings['from'] {
  const [, name = '', inBrackets] = /^([^<>]*)<([^<>]+)>$/.exec(text) ?? [];
  const address = inBrackets ?? text;
  // oxlint-disable-next-line no-control-regex -- a line in it would be a header
  if (!ADDRESS.test(address) || /[\u0000-\u001f]/.test(text))
    throw new CannotStart('BANSO_MAIL_FROM must be an e-mail address, or Name <name@example.com>');
  return { name: name.trim().replace(/^"(.*)"$/, '$1') || 'Banso', address };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new CannotStart('BANSO_SMTP_URL: a % in user or password is written %25.', { cause });
  }
}
