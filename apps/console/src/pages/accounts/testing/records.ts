import type { account, organisation } from '@banso/contract';
import { DEFAULT_BUDGET } from '@banso/domain/decide';
import type * as z from 'zod';

/** An id as the API makes them. */
export const anId = (
  prefix:
    | 'acc'
    | 'con'
    | 'mem'
    | 'org'
    | 'ws'
    | 'key'
    | 'rsp'
    | 'srv'
    | 'tea'
    | 'whk'
    | 'dlv'
    | 'evt'
    | 'tsk'
    | 'viw'
    | 'inv'
    | 'msg'
    | 'era'
    | 'ann'
    | 'thm'
    | 'cas'
    | 'top'
    | 'alr'
    | 'imp',
  n = 1,
): string => `${prefix}_0192f0c1-0000-7abc-8def-${`${n}`.padStart(12, '0')}`;

const at = '2026-01-05T10:00:00.000Z';

/** An account with nothing set but its name. */
export function anAccount(
  over: Partial<z.infer<typeof account.Account>> = {},
): z.infer<typeof account.Account> {
  return {
    id: anId('acc'),
    externalId: null,
    name: 'Aoba',
    owner: null,
    plan: null,
    lifecycle: 'onboarding',
    health: null,
    recurringRevenue: null,
    renewalDate: null,
    traits: {},
    contacts: 0,
    lastSeenAt: null,
    createdAt: at,
    updatedAt: at,
    ...over,
  };
}

/** A person with nothing set but the user id. */
export function aContact(
  over: Partial<z.infer<typeof account.Contact>> = {},
): z.infer<typeof account.Contact> {
  return {
    id: anId('con'),
    externalId: 'user-42',
    name: null,
    email: null,
    locale: null,
    timeZone: null,
    verified: true,
    account: null,
    traits: {},
    lastScore: null,
    test: false,
    preferences: { asking: 'usual', locale: null },
    firstSeenAt: null,
    lastSeenAt: null,
    erasedAt: null,
    createdAt: at,
    updatedAt: at,
    ...over,
  };
}

/** A workspace in English. */
export function aWorkspace(
  over: Partial<z.infer<typeof organisation.Workspace>> = {},
): z.infer<typeof organisation.Workspace> {
  return {
    id: anId('ws'),
    name: 'Production',
    identityMode: 'measure',
    decisionRetentionDays: 400,
    defaultLocale: 'en',
    locales: ['en', 'ja'],
    timeZone: 'Asia/Tokyo',
    theme: {},
    fatigue: { ...DEFAULT_BUDGET, quietDays: [], perTag: [] },
    requireApproval: false,
    replyMail: null,
    createdAt: at,
    ...over,
  };
}

/** A publishable key. */
export function aKey(over: Partial<z.infer<typeof organisation.Key>> = {}): z.infer<typeof organisation.Key> {
  return {
    id: anId('key'),
    kind: 'publishable',
    name: 'Production',
    hint: 'abcd',
    scopes: [],
    algorithm: null,
    value: 'bpk_abcd',
    createdAt: at,
    lastUsedAt: null,
    ...over,
  };
}
