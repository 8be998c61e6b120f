import type { ContentKind, ContentStatus } from '@banso/domain/content';
import type { Draft } from './content-draft.ts';
import type { EditorModel } from './editor-model.ts';

/** How a content stood before something was published. */
export interface Publication<K extends ContentKind> {
  draft: Draft<K>;
  status: ContentStatus;
  version: number | null;
}

/** How the content stands now. */
export function publicationOf<K extends ContentKind>(model: EditorModel<K>): Publication<K> {
  const { status, version } = model.record.peek();
  return { draft: model.draft.peek(), status, version };
}

/**
 * Takes a publication back: customers see again what they saw, and the draft is what it was. Nothing that was published
 * vanishes: the former version is published anew, and a first publication is paused. What was only scheduled is taken off.
 * @throws {ApiError}
 */
export async function restorePublication<K extends ContentKind>(
  model: EditorModel<K>,
  { draft, status, version }: Publication<K>,
): Promise<void> {
  const now = model.record.peek();
  if (now.next !== null || now.status === 'scheduled') {
    // nobody has seen it yet
    await model.act((etag) => model.api.unschedule(etag));
    model.edit(() => draft);
    return;
  }
  if (version !== null) await model.act((etag) => model.api.rollback(version, etag));
  if (status === 'archived') await model.act((etag) => model.api.archive(etag));
  else if (status === 'paused' || version === null) await model.act((etag) => model.api.pause(etag));
  model.edit(() => draft);
}
