import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { common, type organisation } from '@banso/contract';
import { msBetween, SECOND_MS } from '@banso/domain/time';
import type { Instant } from '@banso/domain/time';
import type { Traits } from '@banso/domain/targeting';
import { compactVerify, decodeProtectedHeader, errors } from 'jose';

/** A key with which a customer signs identity tokens. */
export interface IdentityKey {
  id: string;
  name: string;
  /** The only algorithm that this key verifies, whatever a token says. */
  algorithm: 'HS256' | 'EdDSA';
  /** HS256: the secret, unsealed. EdDSA: the public key as PEM. */
  material: string;
}

/** What a token vouches for. */
export interface IdentityClaims {
  subject: string;
  /** The customer's company; null when the token leaves it out. */
  account: string | null;
  /** They win over what the page says. */
  traits: Traits;
  expiresAt: Instant | null;
}

/** What became of a token. Claims are there only when every check passed. */
export type IdentityCheck =
  | { verdict: 'valid'; claims: IdentityClaims; keyName: string }
  | { verdict: Exclude<organisation.TokenVerdict, 'valid'>; claims: undefined; keyName: string | null };

type Refusal = Exclude<organisation.TokenVerdict, 'valid'>;

const MAX_TOKEN_CHARACTERS = 4_096;
const TOLERANCE_MS = 60 * SECOND_MS;
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Checks an identity token: the one place that does. The algorithm is the key's, the audience is the workspace's id, and
 * the token is not read at all before its length is known to be at most 4,096 characters.
 *
 * @param keys - The workspace's active identity keys. `kid` chooses among them; without a match each is tried.
 */
export async function verifyIdentityToken(
  token: string,
  { workspaceId, keys, now }: { workspaceId: string; keys: readonly IdentityKey[]; now: Instant },
): Promise<IdentityCheck> {
  if (token.length > MAX_TOKEN_CHARACTERS) return refused('too_long');
  const header = headerOf(token);
  if (!header) return refused('malformed');
  if (keys.length === 0) return refused('no_key');

  const named = keys.filter((key) => key.id === header.kid);
  const candidates = (named.length > 0 ? named : keys).filter((key) => key.algorithm === header.alg);
  if (candidates.length === 0) return refused('wrong_algorithm');

  for (const key of candidates) {
    const payload = await verifiedPayload(token, key);
    if (payload === undefined) continue;
    const claims = claimsOf(payload, workspaceId, now);
    return typeof claims === 'string'
      ? refused(claims, key.name)
      : { verdict: 'valid', claims, keyName: key.name };
  }
  return refused('bad_signature');
}

function refused(verdict: Refusal, keyName: string | null = null): IdentityCheck {
  return { verdict, claims: undefined, keyName };
}

function headerOf(token: string): { alg: string; kid: unknown } | undefined {
  if (!COMPACT.test(token)) return undefined;
  try {
    const { alg, kid, crit, b64 } = decodeProtectedHeader(token);
    // extensions change what is signed; we know none
    return typeof alg === 'string' && crit === undefined && b64 === undefined ? { alg, kid } : undefined;
  } catch {
    return undefined;
  }
}

/** The signed bytes; undefined when this key did not sign them. */
async function verifiedPayload(token: string, key: IdentityKey): Promise<Uint8Array | undefined> {
  try {
    return (await compactVerify(token, keyObjectOf(key), { algorithms: [key.algorithm] })).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** @throws {Error} when the stored material is no key: it is checked when it is stored. */
function keyObjectOf({ algorithm, material }: IdentityKey): KeyObject {
  return algorithm === 'HS256' ? createSecretKey(material, 'utf8') : createPublicKey(material);
}

function claimsOf(payload: Uint8Array, workspaceId: string, now: Instant): IdentityClaims | Refusal {
  const claims = objectOf(payload);
  if (!claims) return 'malformed';
  const { sub, aud, exp, nbf, iat, account, traits } = claims;

  const audience: unknown = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud;
  if (audience !== workspaceId) return 'wrong_audience';
  const subject = common.ExternalId.safeParse(sub).data;
  if (subject === undefined || subject.trim() === '') return 'no_subject';
  if (![exp, nbf, iat].every((seconds) => seconds === undefined || isTime(seconds))) return 'malformed';
  const company = common.ExternalId.optional().safeParse(account);
  if (!company.success) return 'malformed';
  const signed = common.Traits.safeParse(traits ?? {});
  if (!signed.success) return 'bad_traits';

  const expiresAt = isTime(exp) ? instantOf(exp) : null;
  if (expiresAt !== null && msBetween(expiresAt, now) > TOLERANCE_MS) return 'expired';
  for (const from of [nbf, iat]) {
    if (isTime(from) && msBetween(now, instantOf(from)) > TOLERANCE_MS) return 'not_yet_valid';
  }
  return {
    subject: String(sub),
    account: typeof account === 'string' ? account : null,
    traits: signed.data,
    expiresAt,
  };
}

/** The claims as an object; undefined for anything else, and for claims that are given twice. */
function objectOf(payload: Uint8Array): Record<string, unknown> | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(payload);
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return namesAt(text) === Object.keys(value).length ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** How many members the outermost object of a valid JSON text is written with, repeated names counted each time. */
function namesAt(text: string): number {
  let [depth, names] = [0, 0];
  for (const [part] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (part === '{' || part === '[') depth += 1;
    else if (part === '}' || part === ']') depth -= 1;
    else if (part === ':' && depth === 1) names += 1;
  }
  return names;
}

const LAST_SECOND = 253_402_300_799; // the year 9999
function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= LAST_SECOND;
}

function instantOf(seconds: number): Instant {
  return new Date(seconds * SECOND_MS).toISOString();
}
