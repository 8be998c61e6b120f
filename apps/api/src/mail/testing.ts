import type { Database, MailRecord } from '@banso/database';
import { mails } from '@banso/database';
import type { TestMailServer } from '@banso/testkit/mail-server';
import type { MailSettings } from './mail-settings.ts';
import { mailSettings } from './mail-settings.ts';

/** How the service under test reaches the mail server of a test. */
export function settingsOf({ url }: TestMailServer): MailSettings {
  const settings = mailSettings(url, 'Banso <banso@example.com>');
  if (!settings) throw new Error('The address of the mail server cannot be read');
  return settings;
}

/** What is queued, sent or given up in a scope. */
export const mailsOf = (database: Database, scopeId: string): Promise<MailRecord[]> =>
  database.forWorkspace(scopeId).read((db) => mails.list(db, scopeId, 100));
