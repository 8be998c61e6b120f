import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMailServer } from '@banso/testkit/mail-server';

/** A mail as stories read it. */
export interface Mail {
  to: string[];
  subject: string;
  /** Text and HTML. */
  words: string;
}

/** Takes every mail that is sent during a run. */
export interface Mailbox {
  /** `smtp://…` */
  url: string;
  /** Where the processes of the tests find the mails. */
  dir: string;
  stop(): Promise<void>;
}

/** Opens a mail server whose mails lie in a folder. */
export async function openMailbox(): Promise<Mailbox> {
  const dir = await mkdtemp(join(tmpdir(), 'banso-mails-'));
  let count = 0;
  const server = await openMailServer(0, ({ to, words, header }) => {
    const mail: Mail = { to, subject: header('subject') ?? '', words };
    count += 1;
    writeFileSync(join(dir, `${count}.json`), JSON.stringify(mail));
  });
  return {
    url: server.url,
    dir,
    async stop() {
      await server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The mails to somebody, in no order. */
export function mailsTo(dir: string, email: string): Mail[] {
  return readdirSync(dir)
    .map((name) => JSON.parse(readFileSync(join(dir, name), 'utf8')) as Mail)
    .filter(({ to }) => to.includes(email));
}
