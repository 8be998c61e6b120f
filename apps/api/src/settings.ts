import { accessSync, constants, mkdirSync } from 'node:fs';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { join, resolve } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import type { MailSettings } from './mail/mail-settings.ts';
import { mailSettings } from './mail/mail-settings.ts';
import { secretFromFile } from './secret-file.ts';

/** Every setting, as `--help` prints it. */
export const SETTINGS = [
  { name: 'PORT', standard: '8787', meaning: 'port to listen on' },
  { name: 'HOST', standard: '127.0.0.1', meaning: 'address to listen on; 0.0.0.0 opens it to the network' },
  {
    name: 'BANSO_DATA_DIR',
    standard: '.banso',
    meaning: 'folder for the database, the secret, demo.json and what pages hold of older widgets',
  },
  { name: 'DATABASE_URL', standard: 'none', meaning: 'postgres://… to use PostgreSQL instead of SQLite' },
  {
    name: 'DATABASE_LISTEN_URL',
    standard: 'DATABASE_URL',
    meaning: "the server's own address, when DATABASE_URL leads to a pooler in transaction mode",
  },
  {
    name: 'BANSO_PUBLIC_URL',
    standard: 'http://HOST:PORT',
    meaning: 'the address that browsers use; https in production',
  },
  {
    name: 'BANSO_SECRET',
    standard: 'made once, in the data folder',
    meaning: 'at least 32 characters; signs sessions and seals stored secrets',
  },
  {
    name: 'BANSO_TRUSTED_PROXIES',
    standard: '0',
    meaning: 'how many proxies of yours stand before the service and append to X-Forwarded-For',
  },
  {
    name: 'BANSO_METRICS_TOKEN',
    standard: 'none',
    meaning: 'bearer token for /metrics; without it only this machine may read them',
  },
  {
    name: 'BANSO_WIDGET_LIMIT',
    standard: '1200',
    meaning: 'widget requests a minute for one key from one address; 0 for no limit',
  },
  {
    name: 'BANSO_LINK_CHECKS',
    standard: 'on',
    meaning: 'whether links of drafts are looked at over the network; off for a server without a way out',
  },
  {
    name: 'BANSO_EGRESS_ALLOW',
    standard: 'none',
    meaning:
      'private addresses that requests to the outside may reach all the same: 10.1.2.3, 10.2.0.0/16, …',
  },
  {
    name: 'BANSO_SMTP_URL',
    standard: 'none: no mails',
    meaning: 'the mail server: smtps://user:password@host:465, or smtp://host:587 (STARTTLS)',
  },
  {
    name: 'BANSO_MAIL_FROM',
    standard: 'none',
    meaning: 'the sender of mails, e.g. Banso <banso@example.com>; needed with BANSO_SMTP_URL',
  },
  {
    name: 'BANSO_LOG_LEVEL',
    standard: 'warn, in production info',
    meaning: 'trace, debug, info, warn, error or silent; the log goes to standard error',
  },
  { name: 'NODE_ENV', standard: 'none', meaning: '"production" refuses unsafe settings' },
] as const satisfies readonly { name: string; standard: string; meaning: string }[];

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

/** What the environment and the command line say: parsed, checked, frozen. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseListenUrl: string | undefined;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly secret: string;
  readonly trustedProxies: number;
  readonly metricsToken: string | undefined;
  /** Widget requests a minute for one key from one address; 0: no limit. */
  readonly widgetLimit: number;
  /** Whether links of drafts are looked at over the network. */
  readonly linkChecks: boolean;
  /** Lets an address of a private network through that the operator has named. */
  readonly egressAllow: (address: string) => boolean;
  /** Undefined: nothing is mailed. */
  readonly mail: MailSettings | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly production: boolean;
  /** A real installation: no demo data. Always so in production. */
  readonly empty: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings; makes the data folder and the secret in it where they are needed and absent.
 * @throws {CannotStart} for everything that would be unsafe or cannot work.
 */
export function readSettings(args: readonly string[], env: Environment = process.env): Settings {
  const unknown = args.find((arg) => arg !== '--empty');
  if (unknown !== undefined) throw new CannotStart(`Unknown argument ${unknown}. Try --help.`);
  const read = (name: (typeof SETTINGS)[number]['name']) => env[name]?.trim() || undefined;

  const production = read('NODE_ENV') === 'production';
  const empty = production || args.includes('--empty');
  const port = wholeNumber('PORT', read('PORT') ?? '8787', 1, 65_535);
  const host = read('HOST') ?? '127.0.0.1';
  const databaseUrl = postgresUrl('DATABASE_URL', read('DATABASE_URL'));
  const publicUrl = publicUrlOf(read('BANSO_PUBLIC_URL'), host, port, production);
  const dataDir = resolve(read('BANSO_DATA_DIR') ?? '.banso');
  const metricsToken = read('BANSO_METRICS_TOKEN');
  if (metricsToken !== undefined && metricsToken.length < 16)
    throw new CannotStart('BANSO_METRICS_TOKEN needs at least 16 characters.');
  const given = secretOf(read('BANSO_SECRET'), production && databaseUrl !== undefined);
  if (databaseUrl === undefined || given === undefined || !empty) prepareFolder(dataDir);

  return Object.freeze({
    port,
    host,
    dataDir,
    databaseUrl,
    databaseListenUrl: postgresUrl('DATABASE_LISTEN_URL', read('DATABASE_LISTEN_URL')) ?? databaseUrl,
    publicUrl,
    secret: given ?? secretFromFile(join(dataDir, 'secret')),
    trustedProxies: wholeNumber('BANSO_TRUSTED_PROXIES', read('BANSO_TRUSTED_PROXIES') ?? '0', 0, 10),
    metricsToken,
    widgetLimit: wholeNumber('BANSO_WIDGET_LIMIT', read('BANSO_WIDGET_LIMIT') ?? '1200', 0, 1_000_000),
    linkChecks: oneOf('BANSO_LINK_CHECKS', read('BANSO_LINK_CHECKS') ?? 'on', ['on', 'off']) === 'on',
    egressAllow: addressesOf('BANSO_EGRESS_ALLOW', read('BANSO_EGRESS_ALLOW')),
    mail: mailSettings(read('BANSO_SMTP_URL'), read('BANSO_MAIL_FROM')),
    logLevel: oneOf('BANSO_LOG_LEVEL', read('BANSO_LOG_LEVEL') ?? (production ? 'info' : 'warn'), LOG_LEVELS),
    production,
    empty,
  });
}

/** The text that `--help` prints. */
export function settingsHelp(): string {
  const wide = Math.max(...SETTINGS.map(({ name }) => name.length));
  const lines = SETTINGS.map(
    ({ name, standard, meaning }) =>
      `  ${name.padEnd(wide)}  ${meaning}\n  ${' '.repeat(wide)}  default: ${standard}`,
  );
  return `Banso. Serves the widget, the console and the API.

  export, import   contents of a workspace as files; each with --help says more

  --empty   a real installation: no demo data, the first visitor becomes the owner; always so in production
  --help    this text

Set in the environment:
${lines.join('\n')}
`;
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new CannotStart(`${name} must be a whole number from ${least} to ${most}; it is "${text}".`);
}

function oneOf<const T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text);
  if (found === undefined)
    throw new CannotStart(`${name} must be one of ${allowed.join(', ')}; it is "${text}".`);
  return found;
}

/** Addresses and networks, one after the other. */
function addressesOf(name: string, text = ''): Settings['egressAllow'] {
  const list = new BlockList();
  for (const one of text.split(/[\s,]+/).filter(Boolean)) {
    const [, net = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(one) ?? [];
    const family = isIP(net);
    const most = family === 6 ? 128 : 32;
    if (family === 0 || Number(prefix ?? most) > most)
      throw new CannotStart(`${name} must name addresses such as 10.1.2.3 or 10.2.0.0/16; it says "${one}".`);
    list.addSubnet(net, Number(prefix ?? most), family === 6 ? 'ipv6' : 'ipv4');
  }
  return (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

// addresses may hold a password: no message repeats them
function postgresUrl(name: string, text: string | undefined): string | undefined {
  if (text === undefined || /^postgres(ql)?:\/\//.test(text)) return text;
  throw new CannotStart(`${name} must start with postgres://`);
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function publicUrlOf(text: string | undefined, host: string, port: number, production: boolean): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const standard = `http://${everywhere ? '127.0.0.1' : isIPv6(host) ? `[${host}]` : host}:${port}`;
  if (production && everywhere && text === undefined)
    throw new CannotStart(
      'In production BANSO_PUBLIC_URL is needed when HOST opens the service to the network.',
    );
  const url = URL.parse(text ?? standard);
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.pathname !== '/' ||
    url.search ||
    url.hash ||
    url.username
  )
    throw new CannotStart(
      'BANSO_PUBLIC_URL must be an address such as https://banso.example.com, without a path.',
    );
  if (production && url.protocol === 'http:' && !LOOPBACK.has(url.hostname))
    throw new CannotStart(
      'In production BANSO_PUBLIC_URL must start with https:// so that sessions cannot be read on the way.',
    );
  return url.origin;
}

function secretOf(text: string | undefined, required: boolean): string | undefined {
  if (text === undefined && required)
    throw new CannotStart(
      'In production with PostgreSQL BANSO_SECRET is needed, the same for every process: at least 32 random characters.',
    );
  if (text !== undefined && (text.length < 32 || new Set(text).size < 8))
    throw new CannotStart(
      'BANSO_SECRET must be at least 32 random characters, e.g. from "openssl rand -base64 32".',
    );
  return text;
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new CannotStart(
      `The data folder ${dataDir} cannot be written. Set BANSO_DATA_DIR to one that can.`,
      { cause },
    );
  }
}
