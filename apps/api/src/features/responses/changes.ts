import type { ChangedResponses } from '@banso/contract/response-tags';
import {
  audit,
  type Db,
  type ResponseRecord,
  responses,
  responseTags,
  type TagRecord,
} from '@banso/database';
import { MOST_TAGS, tagKey, tidyTags } from '@banso/domain/content';
import type { Instant } from '@banso/domain/time';
import type { NewId, Principal } from '../../app-env.ts';
import { AppError, invalidField } from '../../errors.ts';
import { makeTag } from '../../tags/make-tag.ts';

/** What is done to several answers at once. */
export interface Change {
  addTags: readonly string[];
  removeTags: readonly string[];
  read?: boolean | undefined;
}

/** Who does it, and when. */
export interface Doing {
  workspaceId: string;
  principal: Principal;
  at: Instant;
  newId: NewId;
}

/**
 * Changes answers, all of them or none, and tells what was changed in each.
 * @throws {AppError} `not_found` when one is not there, `invalid` when one would carry too many tags.
 */
export async function changeResponses(
  db: Db,
  doing: Doing,
  ids: readonly string[],
  { addTags, removeTags, read }: Change,
): Promise<ChangedResponses['data']> {
  const { workspaceId, at } = doing;
  const records = await responses.listByIds(db, workspaceId, ids);
  if (records.length < ids.length) throw new AppError('not_found', 'There is no such response.');
  const added = new Map<string, string[]>();
  const removed = new Map<string, string[]>();
  if (addTags.length + removeTags.length > 0) {
    const known = await responseTags.listToChange(db, workspaceId);
    for (const tag of known.filter(isOneOf(removeTags, addTags)))
      note(removed, tag, await responseTags.take(db, workspaceId, tag.id, ids));
    let made = 0;
    for (const name of tidyTags(addTags)) {
      const tag =
        known.find(({ key }) => key === tagKey(name)) ??
        (await makeTag(db, doing, { id: doing.newId('tag'), name, existing: known.length + made }));
      if (!known.includes(tag)) made += 1;
      const by = { at, member: doing.principal.kind === 'member' ? doing.principal.id : null };
      note(added, tag, await responseTags.put(db, workspaceId, tag.id, records, by));
    }
  }
  const marked = new Set<string>();
  if (read !== undefined)
    for (const id of ids) if (await responses.setRead(db, workspaceId, id, read ? at : null)) marked.add(id);
  const tags = await responseTags.namesOn(db, workspaceId, ids);
  requireRoom(records.filter(({ id }) => (tags.get(id)?.length ?? 0) > MOST_TAGS));
  const changed = ids.map((id) => ({
    id,
    tags: tags.get(id) ?? [],
    added: added.get(id) ?? [],
    removed: removed.get(id) ?? [],
    marked: marked.has(id),
  }));
  await writeDown(db, doing, changed, read);
  return changed;
}

/** Of those to remove; what is also added stays. */
function isOneOf(remove: readonly string[], add: readonly string[]): (tag: TagRecord) => boolean {
  const [gone, kept] = [new Set(remove.map(tagKey)), new Set(add.map(tagKey))];
  return ({ key }) => gone.has(key) && !kept.has(key);
}

function note(into: Map<string, string[]>, { name }: TagRecord, ids: readonly string[]): void {
  for (const id of ids) into.set(id, [...(into.get(id) ?? []), name]);
}

function requireRoom(full: readonly ResponseRecord[]): void {
  if (full.length === 0) return;
  const message = `gives more than ${MOST_TAGS} tags to ${full.length} of them`;
  throw invalidField('addTags', 'too_many', message);
}

async function writeDown(
  db: Db,
  { workspaceId, principal, at }: Doing,
  changed: ChangedResponses['data'],
  read: boolean | undefined,
): Promise<void> {
  for (const { id, added, removed, marked } of changed) {
    if (marked)
      await audit.append(db, workspaceId, {
        at,
        principal,
        action: 'response.update',
        target: id,
        change: { read },
      });
    if (added.length + removed.length > 0)
      await audit.append(db, workspaceId, {
        at,
        principal,
        action: 'response.tag',
        target: id,
        change: { added, removed },
      });
  }
}
