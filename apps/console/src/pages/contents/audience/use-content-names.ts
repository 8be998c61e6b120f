import { common } from '@banso/contract';
import { CONTENT_KINDS, type ContentKind } from '@banso/domain/content';
import { useRead } from '../../../data/query.ts';
import { listPath, schemasOf } from '../content-kind.ts';
import type { ContentName } from './condition-words.ts';

/** A content that a condition can ask for. */
export interface NamedContent {
  id: string;
  name: string;
  kind: ContentKind;
}

/** Every content of the workspace by name (200 of a kind at most), and the name by id: the id itself where it is gone. */
export function useContentNames(): { all: readonly NamedContent[]; nameOf: ContentName } {
  const reads = {
    checklist: useNames('checklist'),
    survey: useNames('survey'),
    resource: useNames('resource'),
  };
  const all = CONTENT_KINDS.flatMap((kind) => reads[kind].map(({ id, name }) => ({ id, name, kind })));
  return { all, nameOf: (id) => all.find((each) => each.id === id)?.name ?? id };
}

function useNames(kind: ContentKind): readonly { id: string; name: string }[] {
  return useRead(listPath(kind), common.page(schemasOf(kind).Summary), { limit: 200 }).data?.data.data ?? [];
}
