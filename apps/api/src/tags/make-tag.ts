import { audit, type Db, responseTags, type TagRecord } from '@banso/database';
import { tagKey, tidyTags } from '@banso/domain/content';
import type { Instant } from '@banso/domain/time';
import type { Principal } from '../app-env.ts';
import { AppError } from '../errors.ts';

/** A workspace has at most so many tags of answers: who has more than anybody can choose from finds nothing again. */
export const MOST_KINDS_OF_TAGS = 1_000;

/**
 * Makes a tag of answers, and writes it down.
 * @param tag.existing - How many there are.
 * @throws {AppError} `conflict` when there are too many; a broken `unique` constraint when there is one like it.
 */
export async function makeTag(
  db: Db,
  { workspaceId, principal, at }: { workspaceId: string; principal: Principal; at: Instant },
  tag: { id: string; name: string; existing: number },
): Promise<TagRecord> {
  if (tag.existing >= MOST_KINDS_OF_TAGS)
    throw new AppError('conflict', `A workspace keeps ${MOST_KINDS_OF_TAGS} tags at most.`);
  const { id } = tag;
  const name = tidyTags([tag.name])[0] ?? tag.name;
  const made = await responseTags.create(db, workspaceId, { id, key: tagKey(name), name, createdAt: at });
  await audit.append(db, workspaceId, { at, principal, action: 'tag.create', target: id, change: { name } });
  return made;
}
