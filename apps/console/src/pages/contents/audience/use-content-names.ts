import { common } from '@banso/contract';
import { CONTENT_KINDS, type ContentKind } from '@banso/domain/content';
import { useRead } from '../../../data/query.ts';
import { listPath, schemasOf } from '../content-kind.ts';
import { useEditor } from '../frame/editor-context.ts';
import { contentIdsIn } from '../model/content-ids.ts';
import type { ContentName } from './condition-words.ts';

/** A content that a condition can ask for. */
export interface NamedContent {
  id: string;
  name: string;
  kind: ContentKind;
}

const PREFIXES = { checklist: 'chk_', survey: 'srv_', resource: 'res_' } as const;

/**
 * Contents of the workspace by name (200 of a kind at most; archived ones only where the draft asks for one), and the
 * name by id: the id itself where the content is gone.
 */
export function useContentNames(): { all: readonly NamedContent[]; nameOf: ContentName } {
  const { model } = useEditor();
  const wanted = contentIdsIn(model.draft.value);
  const named = {
    checklist: useNames('checklist', wanted),
    survey: useNames('survey', wanted),
    resource: useNames('resource', wanted),
  };
  const all = CONTENT_KINDS.flatMap((kind) => named[kind].map(({ id, name }) => ({ id, name, kind })));
  return { all, nameOf: (id) => all.find((each) => each.id === id)?.name ?? id };
}

function useNames(kind: ContentKind, wanted: readonly string[]): readonly { id: string; name: string }[] {
  const schema = common.page(schemasOf(kind).Summary);
  const live = useRead(listPath(kind), schema, { limit: 200 }).data?.data.data;
  const isMissing = wanted.some(
    (id) => id.startsWith(PREFIXES[kind]) && !live?.some((each) => each.id === id),
  );
  const archived = useRead(
    listPath(kind),
    schema,
    { limit: 200, status: 'archived' },
    { enabled: live !== undefined && isMissing },
  );
  return [...(live ?? []), ...(archived.data?.data.data ?? [])];
}
