import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKey } from '../sealing.ts';

/** Whom a link in a mail speaks of. */
export interface MailOff {
  workspaceId: string;
  contactId: string;
}

/** What stands in a link by which somebody ends mails to themselves. It holds for as long as the installation's secret. */
export function mailOffToken(secret: string, { workspaceId, contactId }: MailOff): string {
  const about = Buffer.from(`${workspaceId} ${contactId}`).toString('base64url');
  return `${about}.${signatureOf(secret, about).toString('base64url')}`;
}

/** @returns undefined for what we did not write. */
export function readMailOffToken(secret: string, token: string): MailOff | undefined {
  const [about = '', signature = ''] = token.split('.');
  const [given, right] = [Buffer.from(signature, 'base64url'), signatureOf(secret, about)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [workspaceId, contactId] = Buffer.from(about, 'base64url').toString('utf8').split(' ');
  return workspaceId && contactId ? { workspaceId, contactId } : undefined;
}

const signatureOf = (secret: string, about: string): Buffer =>
  createHmac('sha256', derivedKey(secret, 'mail')).update(about).digest();
