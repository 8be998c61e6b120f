import type { SegmentUse } from '@banso/contract/segment';
import type { ContentDraft, Db, SegmentRecord } from '@banso/database';
import { segments } from '@banso/database';
import { conditionsOf } from '@banso/domain/content';
import type { Segments } from '@banso/domain/targeting';
import { leavesIn, segmentsNamedIn } from '@banso/domain/targeting';

/** Where segments are needed, by their ids. */
export interface Uses {
  contents: ReadonlyMap<string, readonly SegmentUse[]>;
  segments: ReadonlyMap<string, readonly { id: string; name: string }[]>;
}

/** Who needs these segments, which are all of the workspace: contents also through other segments. */
export async function usesOf(db: Db, workspaceId: string, saved: readonly SegmentRecord[]): Promise<Uses> {
  const conditions = conditionsIn(saved);
  const ids = saved.map(({ id }) => id);
  const contents = new Map<string, SegmentUse[]>(ids.map((id) => [id, []]));
  for (const { id, kind, name, draft, onShow } of await segments.listNaming(db, workspaceId, ids)) {
    const live = new Set(onShow.flatMap((version) => neededIn(version, conditions)));
    for (const needed of new Set([...live, ...neededIn(draft, conditions)]))
      contents.get(needed)?.push({ id, kind, name, isLive: live.has(needed) });
  }
  const naming = new Map(ids.map((id) => [id, saved.filter((other) => names(other, id))]));
  return {
    contents,
    segments: new Map(
      [...naming].map(([id, others]) => [id, others.map((other) => ({ id: other.id, name: other.name }))]),
    ),
  };
}

/** What segments ask for. */
export const conditionsIn = (saved: readonly Pick<SegmentRecord, 'id' | 'condition'>[]): Segments =>
  new Map(saved.map(({ id, condition }) => [id, condition]));

const names = ({ condition }: SegmentRecord, id: string): boolean =>
  segmentsNamedIn(condition).some(({ segmentId }) => segmentId === id);

function neededIn(draft: ContentDraft, conditions: Segments): string[] {
  return conditionsOf(draft)
    .flatMap(({ condition }) => leavesIn(condition, conditions))
    .flatMap((leaf) => (leaf.type === 'segment' ? [leaf.segmentId] : []));
}
