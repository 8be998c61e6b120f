import { KEY_SCOPES } from '@banso/contract';
import { audit, caseSettings, keys, members, teams, themes, users, workspaces } from '@banso/database';
import type { Database, WorkspaceRecord } from '@banso/database';
import { NOTICE } from './themes.ts';
import type { Instant } from '@banso/domain/time';
import type { Calendar } from './calendar.ts';
import { newCredential } from '../credential.ts';
import { found } from '../founding.ts';
import { identitySecretPlace, seal } from '../sealing.ts';
import type { IdAt } from './ids.ts';
import type { MemberKey } from './team.ts';
import { SUPPORT, TEAM } from './team.ts';
import { DEMO_LOCALES } from './words.ts';

/** Day of the calendar on which the company began with all this. */
const FOUNDED_ON = -281;
/** No password fits it: in the demo people sign in with one click. */
const NO_PASSWORD = 'none';
const THEME: WorkspaceRecord['theme'] = { accent: '#2f6b57' };

/** The company, ready to work. */
export interface Company {
  organisationId: string;
  /** The workspace with the data. */
  workspaceId: string;
  memberId: (key: MemberKey) => string;
  publishableKey: string;
  secretKey: string;
  identitySecret: string;
}

interface Founder {
  database: Database;
  calendar: Calendar;
  newId: IdAt;
  /** Seals the identity secret. */
  secret: string;
}

/**
 * Sets the installation up as the demo's: organisation, team, two workspaces, keys. Keys are really random.
 * @throws {AppError} `conflict` when the installation was set up before.
 */
export async function foundCompany({ database, calendar, newId, secret }: Founder): Promise<Company> {
  const [owner, ...others] = TEAM;
  if (!owner) throw new RangeError('A team has an owner');
  const at = calendar.at(FOUNDED_ON, 1);
  const clock = { now: () => at };
  const { organisationId, workspaceId, memberId, publishableKey } = await found(
    { database, clock, newId: (prefix) => newId(prefix ?? '', at) },
    {
      organisation: 'Kumo Notes',
      workspace: {
        name: 'Production',
        defaultLocale: 'en',
        locales: [...DEMO_LOCALES],
        timeZone: 'Asia/Tokyo',
      },
      owner: { name: owner.name, email: owner.email, passwordHash: NO_PASSWORD },
      demo: true,
    },
  );
  const dressedAt = calendar.at(FOUNDED_ON, 1.5);
  await database.forWorkspace(workspaceId).write(async (db) => {
    await workspaces.update(db, workspaceId, at, { theme: THEME }, dressedAt);
    const by = { createdAt: dressedAt, updatedAt: dressedAt, updatedBy: memberId, revision: 1 };
    await themes.putDefaultLook(db, workspaceId, THEME, { at: dressedAt, member: memberId });
    await themes.create(db, workspaceId, { ...NOTICE, ...by, isDefault: false });
  });
  await members.touch(database.control, organisationId, memberId, calendar.at(-1, 8.6));

  const ids = new Map<MemberKey, string>([[owner.key, memberId]]);
  for (const [index, member] of others.entries()) {
    const joinedAt = calendar.at(FOUNDED_ON + 1, 1 + index);
    const [id, userId] = [newId('mem', joinedAt), newId('usr', joinedAt)];
    const { name, email, role } = member;
    await users.create(database.control, {
      id: userId,
      name,
      email,
      passwordHash: NO_PASSWORD,
      at: joinedAt,
    });
    const lastSeenAt = calendar.at(-1, 2 + index * 1.7);
    await members.create(database.control, {
      id,
      organisationId,
      userId,
      role,
      language: null,
      createdAt: joinedAt,
      lastSeenAt,
    });
    ids.set(member.key, id);
  }
  const idOf = (key: MemberKey): string => {
    const id = ids.get(key);
    if (id === undefined) throw new RangeError(`${key} is not in the team`);
    return id;
  };

  await formSupport({ database, workspaceId, at: calendar.at(FOUNDED_ON + 1, 8), newId, idOf });

  const principal = { kind: 'member', id: memberId, name: owner.name } as const;
  const cut = keysOf({ database, newId, secret, principal });
  const { secretKey, identitySecret } = await cut.forServers(workspaceId, calendar.at(FOUNDED_ON, 2));
  await addStaging({ database, organisationId, at: calendar.at(FOUNDED_ON + 2, 3), newId, cut });
  return { organisationId, workspaceId, memberId: idOf, publishableKey, secretKey, identitySecret };
}

/** The team that customers' messages and their words about tickets are for. */
async function formSupport(of: {
  database: Database;
  workspaceId: string;
  at: Instant;
  newId: IdAt;
  idOf: (key: MemberKey) => string;
}): Promise<void> {
  const { database, workspaceId, at, newId, idOf } = of;
  const { name, members: inside, causes } = SUPPORT;
  const id = newId('tea', at);
  await database.forWorkspace(workspaceId).write(async (db) => {
    const memberIds = inside.map(idOf);
    const when = { createdAt: at, updatedAt: at, archivedAt: null };
    await teams.add(db, workspaceId, { id, name, memberIds, ...when, revision: 1 });
    const { settings, updatedAt } = await caseSettings.get(db, workspaceId);
    const targets = { ...settings.targets };
    for (const cause of causes) targets[cause] = { ...targets[cause], teamId: id };
    await caseSettings.put(db, workspaceId, updatedAt, { ...settings, targets }, at);
  });
}

interface Cutter {
  forServers(workspaceId: string, at: Instant): Promise<{ secretKey: string; identitySecret: string }>;
  publishable(workspaceId: string, at: Instant): Promise<void>;
}

function keysOf(of: {
  database: Database;
  newId: IdAt;
  secret: string;
  principal: { kind: 'member'; id: string; name: string };
}): Cutter {
  const { database, newId, secret, principal } = of;

  async function add(
    workspaceId: string,
    at: Instant,
    key: Omit<Parameters<typeof keys.create>[2], 'createdAt'>,
  ): Promise<void> {
    await database.forWorkspace(workspaceId).write(async (db) => {
      await keys.create(db, workspaceId, { ...key, createdAt: at });
      const change = { kind: key.kind, name: key.name, scopes: key.scopes };
      await audit.append(db, workspaceId, { at, principal, action: 'key.create', target: key.id, change });
    });
  }

  return {
    async forServers(workspaceId, at) {
      const [server, identity] = [newCredential('bsk'), newCredential('bis')];
      const identityId = newId('key', at);
      await add(workspaceId, at, {
        id: newId('key', at),
        kind: 'secret',
        name: 'CRM sync',
        hint: server.hint,
        scopes: [...KEY_SCOPES],
        algorithm: null,
        hash: server.hash,
        material: null,
      });
      await add(workspaceId, at, {
        id: identityId,
        kind: 'identity',
        name: 'app.kumo-notes.example',
        hint: identity.hint,
        scopes: [],
        algorithm: 'HS256',
        hash: null,
        material: seal(secret, identitySecretPlace(identityId), identity.value),
      });
      return { secretKey: server.value, identitySecret: identity.value };
    },
    async publishable(workspaceId, at) {
      const { value, hash, hint } = newCredential('bpk');
      const plain = { scopes: [], algorithm: null, material: value };
      await add(workspaceId, at, {
        id: newId('key', at),
        kind: 'publishable',
        name: 'Staging',
        hint,
        hash,
        ...plain,
      });
    },
  };
}

/** A second workspace in which nothing has happened yet. */
async function addStaging(of: {
  database: Database;
  organisationId: string;
  at: Instant;
  newId: IdAt;
  cut: Cutter;
}): Promise<void> {
  const { database, organisationId, at, newId, cut } = of;
  const id = newId('ws', at);
  await workspaces.create(database.control, {
    id,
    organisationId,
    name: 'Staging',
    identityMode: 'required',
    defaultLocale: 'en',
    locales: [...DEMO_LOCALES],
    timeZone: 'Asia/Tokyo',
    theme: THEME,
    requireApproval: false,
    createdAt: at,
    updatedAt: at,
  });
  await database.forWorkspace(id).write((db) => themes.createDefault(db, id, THEME, at));
  await cut.publishable(id, at);
}
