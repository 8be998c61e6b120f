import type { PublishedContent } from '@banso/contract';
import type { ContentKind } from '@banso/domain/content';
import { useMemo } from 'preact/hooks';
import * as z from 'zod';
import { listPath, schemasOf } from '../content-kind.ts';
import type { Draft } from '../model/content-draft.ts';
import { storingProblems } from '../model/draft-problems.ts';
import { type LiveAnswer, useAnswer } from './use-answer.ts';

// Only our own server draws previews; the widget's elements read the tree, not markup.
const Answer = z.object({
  content: z.custom<PublishedContent>(
    (value) => typeof value === 'object' && value !== null && 'kind' in value,
  ),
});

/**
 * A draft as the widget would get it in one language: the last one that could be drawn.
 * @param draft - Undefined: it is on its way.
 */
export function useRendered(
  kind: ContentKind,
  draft: Draft | undefined,
  locale: string,
): LiveAnswer<PublishedContent> {
  const body = useMemo(
    () =>
      draft === undefined || storingProblems(schemasOf(kind).Draft, draft).length > 0
        ? undefined
        : { draft, locale },
    [kind, draft, locale],
  );
  const { data, ...rest } = useAnswer(`${listPath(kind)}/preview`, Answer, body);
  return { data: data?.content, ...rest };
}
