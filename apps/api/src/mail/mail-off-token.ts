import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKey } from '../sealing.ts';

/** Which mails a link in a mail ends, and whose. */
export interface MailOff {
  /** Replies to a customer, or the weekly digest of a member. */
  of: 'replies' | 'digest';
  /** The workspace of the customer, or the organisation of the member. */
  scopeId: string;
  /** The contact or the member. */
  id: string;
}

/** What stands in a link by which somebody ends mails to themselves. It holds for as long as the installation's secret. */
export function mailOffToken(secret: string, { of, scopeId, id }: MailOff): string {
  const about = Buffer.from(`${of} ${scopeId} ${id}`).toString('base64url');
  return `${about}.${signatureOf(secret, about).toString('base64url')}`;
}

/** @returns undefined for what we did not write. */
export function readMailOffToken(secret: string, token: string): MailOff | undefined {
  const [about = '', signature = ''] = token.split('.');
  const [given, right] = [Buffer.from(signature, 'base64url'), signatureOf(secret, about)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [of, scopeId, id] = Buffer.from(about, 'base64url').toString('utf8').split(' ');
  return (of === 'replies' || of === 'digest') && scopeId && id ? { of, scopeId, id } : undefined;
}

const signatureOf = (secret: string, about: string): Buffer =>
  createHmac('sha256', derivedKey(secret, 'mail')).update(about).digest();
