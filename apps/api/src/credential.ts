import { createHash, randomBytes } from 'node:crypto';

/** A bearer secret: what is handed out once, and what is stored of it. */
export interface Credential {
  /** Prefix and 256 random bits; answered once. */
  value: string;
  /** SHA-256, hex. A random text of this length needs no slow hash. */
  hash: string;
  /** The last four characters, to tell one from another. */
  hint: string;
}

/** `bpk` publishable key, `bsk` secret key, `bis` identity secret, `biv` invitation, `bpr` new password. */
export function newCredential(prefix: 'bpk' | 'bsk' | 'bis' | 'biv' | 'bpr'): Credential {
  const value = `${prefix}_${randomBytes(32).toString('base64url')}`;
  return { value, hash: credentialHash(value), hint: value.slice(-4) };
}

/** The hash under which a credential is found. */
export function credentialHash(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
