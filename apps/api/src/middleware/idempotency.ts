import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { idempotency as records } from '@banso/database';
import { addMs, DAY_MS } from '@banso/domain/time';
import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv, Deps, Principal } from '../app-env.ts';
import type { Claim } from '../claiming-database.ts';
import { KeyInUse, underClaim } from '../claiming-database.ts';
import { AppError } from '../errors.ts';
import { seal, unseal } from '../sealing.ts';

const METHODS = new Set(['POST', 'PUT', 'PATCH']);
const VALID_KEY = /^[\x21-\x7e]{1,255}$/;
/** Headers of an answer that belong to it. */
const KEPT_HEADERS = ['content-type', 'etag', 'location'];
/** How long a request waits for the answer of its twin in another process. */
const WAITS = Array.from({ length: 40 }, (_, n) => 20 + 5 * n);

const sha256 = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('hex');

/**
 * Honours `Idempotency-Key` for 24 hours: the same request has one effect and one answer, another request under the same
 * key is refused. A refused request has no effect and takes no key. Answers are stored sealed: some hold a new secret.
 */
export function idempotency(deps: Deps): MiddlewareHandler<AppEnv> {
  const { settings, database, clock, log } = deps;
  const underWay = new Map<string, Promise<void>>();
  const placeOf = (claim: Claim) => `idempotency.body:${claim.scopeId}:${claim.keyHash}`;
  const find = (claim: Claim) =>
    database
      .forWorkspace(claim.scopeId)
      .read((db) => records.find(db, claim.scopeId, claim.keyHash, claim.since));

  /** The answer that was given before; undefined when the key is new. */
  async function replay(c: Context<AppEnv>, claim: Claim): Promise<Response | undefined> {
    const found = await find(claim);
    if (!found) return undefined;
    if (found.requestHash !== claim.requestHash)
      throw new AppError('idempotency_mismatch', 'This Idempotency-Key belongs to another request.');
    if (!found.answer) return undefined;
    const { status } = found.answer;
    const { headers, body } = JSON.parse(unseal(settings.secret, placeOf(claim), found.answer.body)) as Kept;
    return c.body(body, status as ContentfulStatusCode, { ...headers, 'idempotency-replayed': 'true' });
  }

  async function replayOfTwin(c: Context<AppEnv>, claim: Claim): Promise<Response> {
    for (const ms of WAITS) {
      const answer = await replay(c, claim);
      if (answer) return answer;
      await sleep(ms);
    }
    throw new AppError('conflict', 'This request was carried out before, but its answer is not to be had.', {
      retryAfter: 1,
    });
  }

  async function keep(c: Context<AppEnv>, claim: Claim): Promise<void> {
    const kept: Kept = {
      headers: Object.fromEntries(
        KEPT_HEADERS.flatMap((name) => {
          const value = c.res.headers.get(name);
          return value === null ? [] : [[name, value]];
        }),
      ),
      body: await c.res.clone().text(),
    };
    const body = seal(settings.secret, placeOf(claim), JSON.stringify(kept));
    await database
      .forWorkspace(claim.scopeId)
      .write((db) => records.store(db, claim.scopeId, claim.keyHash, { status: c.res.status, body }))
      .catch((err: unknown) => {
        // the effect is there; a repetition will learn that, though not what was answered
        log.error({ err, requestId: c.var.requestId }, 'the answer to an Idempotency-Key was not kept');
      });
  }

  async function claimOf(c: Context<AppEnv>, principal: Principal, key: string): Promise<Claim> {
    if (!VALID_KEY.test(key))
      throw new AppError('invalid', 'Idempotency-Key must be 1 to 255 visible ASCII characters.');
    const at = clock.now();
    const { pathname, search } = new URL(c.req.url);
    const workspaceId: string | undefined = c.get('workspaceId');
    return {
      scopeId: workspaceId ?? scopeOf(principal),
      keyHash: sha256(principal.kind, principal.id, key),
      requestHash: sha256(c.req.method, pathname + search, await c.req.text()),
      at,
      since: addMs(at, -DAY_MS),
      isCommitted: false,
    };
  }

  return async function idempotency(c, next) {
    const key = c.req.header('idempotency-key');
    const principal: Principal | undefined = c.get('principal');
    if (key === undefined || !principal || !METHODS.has(c.req.method)) return next();
    const claim = await claimOf(c, principal, key);
    const name = `${claim.scopeId} ${claim.keyHash}`;
    while (underWay.has(name)) await underWay.get(name);
    const { promise, resolve } = Promise.withResolvers<void>();
    underWay.set(name, promise);
    try {
      const before = await replay(c, claim);
      if (before) return before;
      await underClaim(claim, next);
      if (claim.isCommitted) await keep(c, claim);
      else if (c.error instanceof KeyInUse) {
        const answer = await replayOfTwin(c, claim);
        c.res = undefined; // else the refusal's headers would stay
        c.res = answer;
      }
      return undefined;
    } finally {
      underWay.delete(name);
      resolve();
    }
  };
}

interface Kept {
  headers: Record<string, string>;
  body: string;
}

const scopeOf = (principal: Principal) =>
  principal.kind === 'member' ? principal.organisationId : principal.workspaceId;
