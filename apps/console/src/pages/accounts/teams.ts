import type { Team } from '@banso/contract/team';
import { TeamList } from '@banso/contract/team';
import { useRead } from '../../data/query.ts';

export const TEAMS_PATH = '/v1/teams';

/** The teams that get cases, by name; empty until they were read. */
export function useTeams(): Team[] {
  return (useRead(TEAMS_PATH, TeamList).data?.data.data ?? []).filter(({ archived }) => !archived);
}
