import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

/** What keys are derived for; one purpose's key never opens another's. */
export type KeyPurpose = 'sessions' | 'sealing' | 'addresses' | 'tombstones' | 'links' | 'mail';

/** A key of 32 bytes for one purpose, derived from the installation's secret. */
export function derivedKey(secret: string, purpose: KeyPurpose): Buffer {
  const name = `${purpose} ${secret}`;
  const known = derived.get(name);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', secret, 'banso', purpose, 32));
  derived.set(name, key);
  return key;
}
/** An installation has one secret and few purposes; every arrival asks for a key again. */
const derived = new Map<string, Buffer>();

/**
 * Encrypts a text that has to be stored. `place` (table, row and column) is bound to it, so that the result opens nowhere else.
 * @returns text that is safe in any column.
 */
export function seal(secret: string, place: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, derivedKey(secret, 'sealing'), iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${VERSION}.${sealed.toString('base64url')}`;
}

/** @throws {Error} when it was changed, belongs to another place, or was sealed with another secret. */
export function unseal(secret: string, place: string, sealed: string): string {
  const [version, text] = sealed.split('.');
  if (version !== VERSION || text === undefined) throw new Error('Not a sealed text');
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new Error('Not a sealed text');
  const decipher = createDecipheriv(ALGORITHM, derivedKey(secret, 'sealing'), bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  );
}

/**
 * Encrypts bytes so that the same ones always give the same text: for addresses, which have to be known again. The nonce is a keyed hash
 * of what is in it, so that none serves two texts.
 */
export function sealSame(secret: string, place: string, bytes: Buffer): string {
  const iv = createHmac('sha256', derivedKey(secret, 'links')).update(place).update(bytes).digest();
  const nonce = iv.subarray(0, IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, derivedKey(secret, 'sealing'), nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

/** The bytes of {@link sealSame}; undefined for what it has not written for this place. */
export function unsealSame(secret: string, place: string, sealed: string): Buffer | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES || bytes.toString('base64url') !== sealed) return undefined;
  const decipher = createDecipheriv(ALGORITHM, derivedKey(secret, 'sealing'), bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined; // written by somebody else
  }
}

/** The place of a mail's words. */
export const mailPlace = (mailId: string): string => `mail.body:${mailId}`;

/** The place of an identity secret. */
export const identitySecretPlace = (keyId: string): string => `key.material:${keyId}`;

/** The place of the address of a webhook. */
export const webhookUrlPlace = (webhookId: string): string => `webhook.url:${webhookId}`;

/** The place of a secret of a webhook. */
export const webhookSecretPlace = (secretId: string): string => `webhook.secrets:${secretId}`;
