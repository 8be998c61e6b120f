import type { KeyScope, Permission, Role } from '@banso/contract';
import type { Database } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import type { Logger } from 'pino';
import type { Auth } from './auth.ts';
import type { LinkChecks } from './links/link-checks.ts';
import type { Live } from './live.ts';
import type { DecisionMemory } from './offer/decision-memory.ts';
import type { Metrics } from './metrics.ts';
import type { PublishedContents } from './published-contents.ts';
import type { RateLimits } from './rate-limit.ts';
import type { Recorder } from './recorder/recorder.ts';
import type { Settings } from './settings.ts';

/** Time and ids come in, so that every test owns them. */
export interface Clock {
  now(): Instant;
}
/** A new id: prefix, underscore, UUIDv7. Without a prefix the bare UUIDv7. */
export type NewId = (prefix?: string) => string;

/** Everything that the routes need, made once in `main.ts`. */
export interface Deps {
  settings: Settings;
  database: Database;
  clock: Clock;
  newId: NewId;
  auth: Auth;
  recorder: Recorder;
  memory: DecisionMemory;
  live: Live;
  published: PublishedContents;
  log: Logger;
  /** Undefined: this installation looks at nothing outside. */
  links: LinkChecks | undefined;
}

/** What only the rim of the service needs: sign-in, streams, health. */
export interface AppDeps extends Deps {
  limits: RateLimits;
  metrics: Metrics;
  /** Aborted when the service is asked to stop: streams end, and it is no longer ready. */
  stopping: AbortSignal;
}

/** Who asks. */
export type Principal =
  | {
      kind: 'member';
      id: string;
      userId: string;
      name: string;
      organisationId: string;
      role: Role;
      /** What role and overrides allow. */
      permissions: readonly Permission[];
    }
  | { kind: 'key'; id: string; name: string; workspaceId: string; scopes: readonly KeyScope[] };

export interface AppEnv {
  Variables: {
    requestId: string;
    /** What limits count by: the client's address, of IPv6 the /64. */
    clientBucket: string;
    /** Set by the principal middleware on every operation that is not public. */
    principal: Principal;
    /** The workspace of this request; it belongs to the principal. Set on workspace operations. */
    workspaceId: string;
    /** Whoever asks may not read what customers write: files leave it out, searches find nothing in it. */
    withholdsTexts: boolean;
  };
}
