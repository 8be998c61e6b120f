import type { KeyObject } from 'node:crypto';
import { createHash, createPublicKey } from 'node:crypto';
import { AppError, invalidField } from '../../errors.ts';

/**
 * Reads an Ed25519 public key, as PEM or as JWK.
 * @returns it as PEM, with the last four characters of its SHA-256 fingerprint.
 * @throws {AppError} `invalid` for any other key; also for a private one, which has no business here.
 */
export function readPublicKey(text: string): { pem: string; hint: string } {
  if (/PRIVATE KEY/.test(text)) throw refused('is a private key; keep it, and send the public one');
  const key = parse(text.trim());
  if (key?.asymmetricKeyType !== 'ed25519') throw refused('must be an Ed25519 public key, as PEM or JWK');
  const der = key.export({ type: 'spki', format: 'der' });
  return {
    pem: key.export({ type: 'spki', format: 'pem' }).toString(),
    hint: createHash('sha256').update(der).digest('hex').slice(-4),
  };
}

function parse(text: string): KeyObject | undefined {
  try {
    if (!text.startsWith('{')) return createPublicKey(text);
    const key = JSON.parse(text) as Record<string, unknown>;
    if ('d' in key) throw refused('is a private key; keep it, and send the public one');
    return createPublicKey({ key, format: 'jwk' });
  } catch (error) {
    if (error instanceof AppError) throw error;
    return undefined; // whatever it is, it is no key
  }
}

const refused = (message: string) => invalidField('publicKey', 'invalid', message);
