import type { widgetApi } from '@banso/contract';
import type { Instant } from '@banso/domain/time';
import { AppError } from '../../errors.ts';
import type { IdentityClaims, IdentityKey } from '../../identity.ts';
import { verifyIdentityToken } from '../../identity.ts';
import type { Arrival } from '../../recorder/recorder.ts';

/** What a request proves about who sends it. */
export type Person = Pick<Arrival, 'identity' | 'externalId' | 'traits' | 'signedTraits' | 'account'>;

/** How a workspace checks it. */
export interface IdentityRules {
  workspaceId: string;
  /** `required`: nobody comes in under a user's name without a valid token. `measure`: they do, as unverified people. */
  mode: 'required' | 'measure';
  keys: readonly IdentityKey[];
  now: Instant;
}

/**
 * Decides in whose name a session is opened.
 * @throws {AppError} `identity_required` or `identity_invalid` where the workspace insists on a token.
 */
export async function whoArrives(
  { user, account, anonymousId }: widgetApi.SessionRequest,
  rules: IdentityRules,
): Promise<Person> {
  if (!user)
    return {
      identity: 'anonymous',
      externalId: anonymousId,
      traits: {},
      signedTraits: {},
      account: undefined,
    };
  const claims = await claimsOf(user, rules);
  const traits = user.traits ?? {};
  const named = account && { externalId: account.id, traits: account.traits ?? {}, signed: false };
  if (!claims)
    return { identity: 'unverified', externalId: user.id, traits, signedTraits: {}, account: named };
  return {
    identity: 'verified',
    externalId: user.id,
    traits,
    signedTraits: claims.traits,
    account: claims.account === null ? named : accountOf(claims.account, account),
  };
}

/** The claims of a valid token of this user; undefined where the workspace lets people in without one. */
async function claimsOf(
  { id, token }: NonNullable<widgetApi.SessionRequest['user']>,
  { workspaceId, mode, keys, now }: IdentityRules,
): Promise<IdentityClaims | undefined> {
  if (token === undefined) {
    if (mode === 'measure') return undefined;
    throw new AppError('identity_required', 'This workspace lets users in with an identity token only.');
  }
  const { verdict, claims } = await verifyIdentityToken(token, { workspaceId, keys, now });
  if (claims?.subject === id) return claims;
  if (mode === 'measure') return undefined;
  const reason = claims ? 'it is about another user' : verdict.replaceAll('_', ' ');
  throw new AppError('identity_invalid', `The identity token is not accepted: ${reason}.`);
}

/** The account that the token names; what the page says of another one is left aside. */
function accountOf(externalId: string, said: widgetApi.SessionRequest['account']): Person['account'] {
  return { externalId, traits: said?.id === externalId ? (said.traits ?? {}) : {}, signed: true };
}
