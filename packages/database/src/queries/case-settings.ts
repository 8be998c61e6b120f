import type { Assignee, CaseClock, CaseSettings } from '@banso/domain/cases';
import { DEFAULT_CASE_SETTINGS, officeHoursOf } from '@banso/domain/cases';
import type { Instant } from '@banso/domain/time';
import type { Kysely } from 'kysely';
import { decodeRecord, encodeJson } from '../json.ts';
import type { ControlTables, Db } from '../tables.ts';

/** How a workspace closes the loop, with what it takes to apply that. */
export interface CaseSettingsRecord {
  organisationId: string;
  timeZone: string;
  settings: CaseSettings;
  clock: CaseClock;
  updatedAt: Instant;
}

/** @throws {RangeError} when there is no such workspace. */
export async function get(db: Kysely<ControlTables>, workspaceId: string): Promise<CaseSettingsRecord> {
  const row = await db
    .selectFrom('workspace')
    .select(['organisation_id', 'time_zone', 'case_settings', 'updated_at'])
    .where('id', '=', workspaceId)
    .executeTakeFirst();
  if (!row) throw new RangeError('There is no such workspace');
  const kept = row.case_settings === null ? {} : (decodeRecord(row.case_settings) as Partial<CaseSettings>);
  const settings: CaseSettings = {
    hours: { ...DEFAULT_CASE_SETTINGS.hours, ...kept.hours },
    targets: { ...DEFAULT_CASE_SETTINGS.targets, ...kept.targets },
    assign: kept.assign ?? DEFAULT_CASE_SETTINGS.assign,
    recovery: kept.recovery ?? DEFAULT_CASE_SETTINGS.recovery,
  };
  return {
    organisationId: row.organisation_id,
    timeZone: row.time_zone,
    settings,
    clock: { hours: officeHoursOf(settings, row.time_zone), targets: settings.targets },
    updatedAt: row.updated_at,
  };
}

/**
 * Changes the settings of a workspace that was last changed at `seenAt`.
 * @returns `false` when somebody else changed it since.
 */
export async function put(
  db: Kysely<ControlTables>,
  workspaceId: string,
  seenAt: Instant,
  settings: CaseSettings,
  updatedAt: Instant,
): Promise<boolean> {
  const row = await db
    .updateTable('workspace')
    .set({ case_settings: encodeJson(settings), updated_at: updatedAt })
    .where('id', '=', workspaceId)
    .where('updated_at', '=', seenAt)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Roles that do not answer customers. */
const READERS = ['viewer'];

/** Who can take a case, since they answer customers and may read what those write, with how many they have open. */
export async function listAssignees(
  db: Db,
  workspaceId: string,
  organisationId: string,
): Promise<Assignee[]> {
  const team = await db
    .selectFrom('member')
    .select(['id', 'language'])
    .where('organisation_id', '=', organisationId)
    .where('role', 'not in', READERS)
    .where((eb) => eb.or([eb('read_texts', 'is', null), eb('read_texts', '=', 1)]))
    .orderBy('id')
    .execute();
  const loads = await db
    .selectFrom('customer_case')
    .select(({ fn }) => ['owner_id', fn.countAll().as('open')])
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'open')
    .where('owner_id', 'is not', null)
    .groupBy('owner_id')
    .execute();
  const inTeams = await db
    .selectFrom('team_member')
    .select(['team_id', 'member_id'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  const teamsOf = Map.groupBy(inTeams, ({ member_id }) => member_id);
  const loadOf = new Map(loads.map(({ owner_id, open }) => [owner_id, Number(open)]));
  return team.map(({ id, language }) => ({
    id,
    language,
    teamIds: (teamsOf.get(id) ?? []).map(({ team_id }) => team_id),
    load: loadOf.get(id) ?? 0,
  }));
}
