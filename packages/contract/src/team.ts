// Apart from the index: only the pages that show it load what its schemas need.
import * as z from 'zod';
import { Instant, MemberId, TeamId } from './common.ts';

/** So many teams a workspace keeps at most, archived ones included. */
export const MAX_TEAMS = 100;

const Name = z.string().trim().min(1).max(80);
const MemberIds = z
  .array(MemberId)
  .max(200)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'must not name a member twice' });

/** Members under a name, who share what comes in. */
export const Team = z.object({
  id: TeamId,
  name: z.string(),
  memberIds: z.array(MemberId),
  /** It gets nothing new any more. */
  archived: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Team = z.infer<typeof Team>;

export const TeamList = z.object({ data: z.array(Team) });
export const TeamCreate = z.strictObject({ name: Name, memberIds: MemberIds.default([]) });
/** What is left out stays as it is. */
export const TeamUpdate = z.strictObject({
  name: Name.optional(),
  memberIds: MemberIds.optional(),
  archived: z.boolean().optional(),
});
