import { common } from '@banso/contract';
import { CONTENT_KINDS, type ContentKind } from '@banso/domain/content';
import { FilterChip } from '@banso/ui';
import { useRead } from '../../data/query.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { listPath, schemasOf } from '../contents/content-kind.ts';
import { decisionTexts } from './texts.ts';

/** A content that decisions are about. */
export interface NamedContent {
  id: string;
  name: string;
}

/** The contents of the workspace, 200 of a kind at most. */
export function useContents(): readonly NamedContent[] {
  const named = {
    checklist: useKind('checklist'),
    survey: useKind('survey'),
    resource: useKind('resource'),
    announcement: useKind('announcement'),
  };
  return CONTENT_KINDS.flatMap((kind) => named[kind]);
}

function useKind(kind: ContentKind): readonly NamedContent[] {
  const read = useRead(listPath(kind), common.page(schemasOf(kind).Summary), { limit: 200 });
  return read.data?.data.data ?? [];
}

/** Chooses one content. */
export function ContentFilter(props: {
  contents: readonly NamedContent[];
  contentId: string | undefined;
  onChange: (values: readonly string[]) => void;
}) {
  const { contents, contentId, onChange } = props;
  const texts = textsOf(decisionTexts);
  return (
    <FilterChip
      label={texts.content}
      anyLabel={texts.anyContent}
      choices={contents.map(({ id, name }) => ({ value: id, label: name }))}
      selected={contentId === undefined ? [] : [contentId]}
      onChange={onChange}
    />
  );
}
