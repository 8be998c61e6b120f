import { common } from '@banso/contract';
import { useRead } from '../../../data/query.ts';
import { recordPath, schemasOf } from '../content-kind.ts';
import { type Change, changesBetween } from '../model/changes.ts';
import type { ContentVersion } from '../model/content-draft.ts';
import type { EditorModel } from '../model/editor-model.ts';

/** The version that customers see, or saw last. */
export interface Published {
  /** Undefined before the first publication, and while it is on its way. */
  version: ContentVersion | undefined;
  /** What the draft changes of it; undefined while it is not known. */
  changes: readonly Change[] | undefined;
}

/** Compares the draft with the version that is published. */
export function usePublished(model: EditorModel): Published {
  const { id, version } = model.record.value;
  const read = useRead(
    `${recordPath(model.kind, id)}/versions`,
    common.page(schemasOf(model.kind).Version),
    { limit: 1 },
    { enabled: version !== null },
  );
  const newest = read.data?.data.data[0];
  const published = newest?.version === version ? newest : undefined;
  return {
    version: published,
    changes: published && changesBetween(model.kind, published.draft, model.draft.value),
  };
}
