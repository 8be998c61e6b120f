import { createHmac } from 'node:crypto';
import type { DemoFacts } from './facts.ts';

const MINUTES_60_S = 3_600;
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What a token is made of; each part has the right value by default, and is wrong in tests only. */
export interface TokenParts {
  algorithm?: 'HS256' | 'none';
  audience?: string;
  /** Seconds from now; negative: it has expired. */
  expiresInS?: number;
  secret?: string;
}

/** The identity token that a customer's server signs for a person, made as our documentation says, without our code. */
export function identityToken(
  { workspaceId, identitySecret }: Pick<DemoFacts, 'workspaceId' | 'identitySecret'>,
  userId: string,
  {
    algorithm = 'HS256',
    audience = workspaceId,
    expiresInS = MINUTES_60_S,
    secret = identitySecret,
  }: TokenParts = {},
): string {
  const nowS = Math.floor(Date.now() / 1_000);
  const claims = { sub: userId, aud: audience, iat: nowS - 60, exp: nowS + expiresInS };
  const signed = `${encoded({ alg: algorithm, typ: 'JWT' })}.${encoded(claims)}`;
  if (algorithm === 'none') return `${signed}.`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
