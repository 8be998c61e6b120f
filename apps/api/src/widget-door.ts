import type { Database } from '@banso/database';
import { keys, sessions } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import { MINUTE_MS, msBetween, SECOND_MS } from '@banso/domain/time';
import type { Logger } from 'pino';
import type { Clock } from './app-env.ts';
import { credentialHash } from './credential.ts';
import { AppError } from './errors.ts';
import { erased } from './may-read.ts';
import type { Source } from './recorder/recorder.ts';

/** Who may come in from a customer's page: publishable keys, and the sessions that were opened with them. */
export interface WidgetDoor {
  /** The workspace of a publishable key. @throws {AppError} `unauthenticated` when there is no such key that works. */
  workspaceOf(key: string): Promise<string>;
  /**
   * Under whose name a session speaks.
   * @param authorization - The request's header.
   * @throws {AppError} `session_expired` when there is no such session, or it has ended; `erased` when its person was erased.
   *   Somebody erased since the session was last used is found out by whoever reads the person.
   */
  sourceOf(workspaceId: string, authorization: string | undefined): Promise<Source>;
}

const KEY_AGE_MS = 30 * SECOND_MS;
const NO_KEY_AGE_MS = 5 * SECOND_MS;
const NOTE_KEY_EVERY_MS = 5 * MINUTE_MS;
const KEYS_KEPT = 10_000;
const SESSIONS_KEPT = 20_000;
const LONGEST_KEY = 200;

interface KeptKey {
  at: Instant;
  workspaceId: Promise<string | undefined>;
}
interface KeptSession extends Source {
  expiresAt: Instant;
}

/** Keys are believed for half a minute; sessions, which never change, until they end. */
export function createWidgetDoor(deps: {
  database: Database;
  clock: Clock;
  log: Pick<Logger, 'warn'>;
}): WidgetDoor {
  const { database, clock, log } = deps;
  const keptKeys = new Map<string, KeptKey>();
  const keptSessions = new Map<string, KeptSession>();
  const noted = new Map<string, Instant>();

  async function find(key: string): Promise<string | undefined> {
    const found = await database.findKeyByHash(credentialHash(key));
    if (found?.kind !== 'publishable') return undefined;
    note(found.workspaceId, found.id);
    return found.workspaceId;
  }

  /** Writes down that a key is in use, now and then, and lets nobody wait or fail for it. */
  function note(workspaceId: string, keyId: string): void {
    const at = clock.now();
    const last = noted.get(keyId);
    if (last !== undefined && msBetween(last, at) < NOTE_KEY_EVERY_MS) return;
    keep(noted, keyId, at, KEYS_KEPT);
    database
      .forWorkspace(workspaceId)
      .write((db) => keys.touch(db, workspaceId, keyId, at))
      .catch((err: unknown) => log.warn({ err }, 'last use not noted'));
  }

  async function lookUp(key: string): Promise<string | undefined> {
    if (key.length > LONGEST_KEY) return undefined;
    const known = keptKeys.get(key);
    if (known) {
      const workspaceId = await known.workspaceId;
      const longest = workspaceId === undefined ? NO_KEY_AGE_MS : KEY_AGE_MS;
      if (msBetween(known.at, clock.now()) < longest) return workspaceId;
    }
    const looking = find(key);
    keep(keptKeys, key, { at: clock.now(), workspaceId: looking }, KEYS_KEPT);
    looking.catch(() => keptKeys.delete(key));
    return looking;
  }

  return {
    async workspaceOf(key) {
      const workspaceId = await lookUp(key);
      if (workspaceId === undefined)
        throw new AppError('unauthenticated', 'This publishable key is not known.');
      return workspaceId;
    },
    async sourceOf(workspaceId, authorization) {
      const token = /^bearer ([\w-]{20,200})$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) throw expired();
      const tokenHash = credentialHash(token);
      const cacheKey = `${workspaceId} ${tokenHash}`;
      const now = clock.now();
      const known = keptSessions.get(cacheKey);
      if (known && known.expiresAt > now) return known;
      const found = await database
        .forWorkspace(workspaceId)
        .read((db) => sessions.find(db, workspaceId, tokenHash, now));
      if (!found) throw expired();
      if (found.erased) throw erased();
      const { contactId, accountId, verified, locale, expiresAt } = found;
      const session = { workspaceId, contactId, accountId, verified, locale, expiresAt, tokenHash };
      keep(keptSessions, cacheKey, session, SESSIONS_KEPT);
      return session;
    },
  };
}

const expired = () => new AppError('session_expired', 'The session has ended. Open a new one.');

/** The oldest entry makes room. */
function keep<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
