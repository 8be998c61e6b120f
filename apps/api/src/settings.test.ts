import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CannotStart } from './cannot-start.ts';
import { readSettings, SETTINGS, settingsHelp } from './settings.ts';

const SECRET = 'f3b1c0de-long-enough-and-random-1234567890';
const POSTGRES = 'postgres://banso:hunter2@db/banso';

describe('settings', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'banso-settings-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (env: Record<string, string> = {}, args: string[] = []) =>
    readSettings(args, { BANSO_DATA_DIR: join(folder, 'data'), ...env });

  test('have defaults that start on this machine only', () => {
    expect(read()).toMatchObject({
      port: 8787,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:8787',
      databaseUrl: undefined,
      trustedProxies: 0,
      production: false,
      empty: false,
    });
  });

  test('look at links unless the operator says so, and into private networks only where they are named', () => {
    expect(read()).toMatchObject({ linkChecks: true });
    expect(read().egressAllow('127.0.0.1')).toBe(false);
    expect(read({ BANSO_LINK_CHECKS: 'off' }).linkChecks).toBe(false);
    expect(() => read({ BANSO_LINK_CHECKS: 'no' })).toThrow(CannotStart);
    const { egressAllow } = read({ BANSO_EGRESS_ALLOW: '10.1.2.3, 10.2.0.0/16 fd00::/8' });
    expect(['10.1.2.3', '10.2.9.9', 'fd00::1'].every(egressAllow)).toBe(true);
    expect(['10.1.2.4', '10.3.0.1', '127.0.0.1', 'fe80::1'].some(egressAllow)).toBe(false);
    for (const wrong of ['intranet', '10.0.0.0/33', '10.0.0'])
      expect(() => read({ BANSO_EGRESS_ALLOW: wrong })).toThrow(/BANSO_EGRESS_ALLOW/);
  });

  test('name a mail server and a sender, or neither, and repeat no password', () => {
    const from = 'Banso Team <banso@example.com>';
    const url = 'smtps://team%40banso:hun%2Fter2@mail.example.com';
    expect(read().mail).toBeUndefined();
    expect(read({ BANSO_SMTP_URL: url, BANSO_MAIL_FROM: from }).mail).toEqual({
      host: 'mail.example.com',
      port: 465,
      secure: true,
      requireTls: false,
      auth: { user: 'team@banso', pass: 'hun/ter2' },
      from: { name: 'Banso Team', address: 'banso@example.com' },
    });
    const plain = { BANSO_SMTP_URL: 'smtp://u:p@mail.example.com', BANSO_MAIL_FROM: 'banso@example.com' };
    expect(read(plain).mail, 'a password goes over TLS only').toMatchObject({ port: 587, requireTls: true });
    const relay = { ...plain, BANSO_SMTP_URL: 'smtp://relay:25' };
    expect(read(relay).mail, 'nor a word over what others can read').toMatchObject({
      port: 25,
      requireTls: true,
    });
    const optional = { ...plain, BANSO_SMTP_URL: 'smtp://relay:25?tls=optional' };
    expect(read(optional).mail).toMatchObject({ requireTls: false });
    for (const [smtp, sender] of [
      ['smtp://u:hunter2@mail.example.com?tls=optional', from],
      [url, ''],
      ['', from],
      ['https://hunter2@mail.example.com', from],
      ['hunter2', from],
      [url, 'not an address'],
      [url, 'a@example.com, b@example.com'],
    ] as const) {
      const start = () => read({ BANSO_SMTP_URL: smtp, BANSO_MAIL_FROM: sender });
      expect(start).toThrow(CannotStart);
      expect(start).not.toThrow(/hun.*ter2/);
    }
  });

  test('are frozen', () => expect(Object.isFrozen(read())).toBe(true));

  test('make a secret once, for the owner only, and find it again', () => {
    const { secret } = read();
    expect(secret).toHaveLength(43);
    expect(read().secret).toBe(secret);
    expect(statSync(join(folder, 'data/secret')).mode & 0o777).toBe(0o600);
  });

  test('take the secret of the environment before the file', () => {
    expect(read({ BANSO_SECRET: SECRET }).secret).toBe(SECRET);
  });

  test.each([
    { env: { HOST: '0.0.0.0' }, url: 'http://127.0.0.1:8787', because: 'nobody can open 0.0.0.0' },
    { env: { HOST: '::1', PORT: '9000' }, url: 'http://[::1]:9000', because: 'IPv6 stands in brackets' },
    {
      env: { BANSO_PUBLIC_URL: 'https://banso.example.com/' },
      url: 'https://banso.example.com',
      because: 'a slash at the end is nothing',
    },
  ])('derive the public address: $because', ({ env, url }) => {
    expect(read(env).publicUrl).toBe(url);
  });

  test.each([
    { env: { PORT: 'http' }, says: 'PORT', because: 'not a number' },
    { env: { PORT: '0' }, says: 'PORT', because: 'nobody could find it' },
    { env: { PORT: '70000' }, says: 'PORT', because: 'beyond the last port' },
    { env: { BANSO_SECRET: 'short' }, says: 'BANSO_SECRET', because: 'a short secret' },
    { env: { BANSO_SECRET: 'a'.repeat(40) }, says: 'BANSO_SECRET', because: 'long and yet no secret' },
    { env: { DATABASE_URL: 'mysql://db' }, says: 'DATABASE_URL', because: 'another database' },
    { env: { BANSO_PUBLIC_URL: 'banso.example.com' }, says: 'BANSO_PUBLIC_URL', because: 'no scheme' },
    { env: { BANSO_PUBLIC_URL: 'https://example.com/banso' }, says: 'BANSO_PUBLIC_URL', because: 'a path' },
    { env: { BANSO_PUBLIC_URL: 'ftp://example.com' }, says: 'BANSO_PUBLIC_URL', because: 'another scheme' },
    { env: { BANSO_TRUSTED_PROXIES: 'all' }, says: 'BANSO_TRUSTED_PROXIES', because: 'trusting everybody' },
    { env: { BANSO_METRICS_TOKEN: '123' }, says: 'BANSO_METRICS_TOKEN', because: 'a token to guess' },
    { env: { BANSO_LOG_LEVEL: 'chatty' }, says: 'BANSO_LOG_LEVEL', because: 'no such level' },
    { env: { BANSO_WIDGET_LIMIT: '-1' }, says: 'BANSO_WIDGET_LIMIT', because: 'a negative limit' },
    {
      env: { NODE_ENV: 'production', BANSO_PUBLIC_URL: 'http://banso.example.com' },
      says: 'https',
      because: 'sessions in clear text',
    },
    {
      env: { NODE_ENV: 'production', HOST: '0.0.0.0' },
      says: 'BANSO_PUBLIC_URL',
      because: 'an open service of unknown address',
    },
    {
      env: { NODE_ENV: 'production', DATABASE_URL: POSTGRES },
      says: 'BANSO_SECRET',
      because: 'each process would make its own secret',
    },
  ])('refuse to start with $because', ({ env, says }) => {
    expect(() => read(env)).toThrow(CannotStart);
    expect(() => read(env)).toThrow(says);
  });

  test('never ask for the demo in production', () => {
    expect(read({ NODE_ENV: 'production' }).empty).toBe(true);
    expect(read({}, ['--empty']).empty).toBe(true);
  });

  test('refuse an unknown argument', () => expect(() => read({}, ['--emtpy'])).toThrow('--emtpy'));

  test('refuse a data folder that cannot be one', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => read({ BANSO_DATA_DIR: join(folder, 'file') })).toThrow('BANSO_DATA_DIR');
  });

  test('refuse a damaged secret file instead of making another one', () => {
    read();
    writeFileSync(join(folder, 'data/secret'), 'cut');
    expect(() => read()).toThrow('damaged');
    expect(readFileSync(join(folder, 'data/secret'), 'utf8')).toBe('cut');
  });

  test('never repeat a password', () => {
    try {
      read({ DATABASE_URL: POSTGRES.replace('postgres', 'postgras') });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain('hunter2');
    }
  });

  test('are all in the help, with their defaults', () => {
    for (const { name, standard } of SETTINGS) {
      expect(settingsHelp()).toContain(name);
      expect(settingsHelp()).toContain(`default: ${standard}`);
    }
  });
});
