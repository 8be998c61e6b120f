import { common } from '@banso/contract';
import { changesOf, type DraftChange } from '@banso/domain/content';
import { useRead } from '../../../data/query.ts';
import { recordPath, schemasOf } from '../content-kind.ts';
import type { ContentVersion } from '../model/content-draft.ts';
import type { EditorModel } from '../model/editor-model.ts';

/** The version that customers see, saw last, or will see: the one that the draft would follow. */
export interface Published {
  /** Undefined before the first publication, and while it is on its way. */
  version: ContentVersion | undefined;
  /** What the draft changes of it; undefined while it is not known. */
  changes: readonly DraftChange[] | undefined;
}

/** Compares the draft with the version that is published, or scheduled to follow it. */
export function usePublished(model: EditorModel): Published {
  const { id, version, next } = model.record.value;
  const last = next?.version ?? version;
  const read = useRead(
    `${recordPath(model.kind, id)}/versions`,
    common.page(schemasOf(model.kind).Version),
    // after a cancelled schedule the newest is not the one that is on show
    { limit: 3 },
    { enabled: last !== null },
  );
  const published = read.data?.data.data.find((each) => each.version === last);
  return {
    version: published,
    changes: published && changesOf(published.draft, model.draft.value),
  };
}
