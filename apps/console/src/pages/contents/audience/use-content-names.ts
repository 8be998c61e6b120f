import { common } from '@banso/contract';
import { CONTENT_KINDS, type ContentKind } from '@banso/domain/content';
import { useRead } from '../../../data/query.ts';
import { listPath, schemasOf } from '../content-kind.ts';
import { useFormFrame } from '../frame/form-frame.ts';
import { conditionsIn, contentIdsIn } from '../model/content-ids.ts';
import type { ContentName } from './condition-words.ts';
import { type NamedSegment, useSegmentNames } from './use-segment-names.ts';

/** A content that a condition can ask for. */
export interface NamedContent {
  id: string;
  name: string;
  kind: ContentKind;
}

const PREFIXES = { checklist: 'chk_', survey: 'srv_', resource: 'res_', announcement: 'ann_' } as const;

/**
 * Contents of the workspace by name (200 of a kind at most; archived ones only where the draft asks for one), and the
 * name by id, of saved segments too: the id itself where there is none.
 */
export function useContentNames(): {
  all: readonly NamedContent[];
  segments: readonly NamedSegment[];
  nameOf: ContentName;
} {
  const { draft, audience } = useFormFrame();
  const wanted = contentIdsIn(draft ? conditionsIn(draft) : [audience.condition]);
  const segments = useSegmentNames();
  const named = {
    checklist: useNames('checklist', wanted),
    survey: useNames('survey', wanted),
    resource: useNames('resource', wanted),
    announcement: useNames('announcement', wanted),
  };
  const all = CONTENT_KINDS.flatMap((kind) => named[kind].map(({ id, name }) => ({ id, name, kind })));
  const nameOf = (id: string) => [...all, ...segments].find((each) => each.id === id)?.name ?? id;
  return { all, segments, nameOf };
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
