import type { PublishedContent } from '@banso/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import * as z from 'zod';
import { api } from '../../../data/session.ts';
import { listPath, schemasOf } from '../content-kind.ts';
import { storingProblems } from '../model/draft-problems.ts';
import type { EditorModel } from '../model/editor-model.ts';

/** A draft as the widget would get it. */
export interface Rendered {
  /** The last one that could be drawn. */
  content: PublishedContent | undefined;
  /** What is shown is older than what is typed. */
  status: 'ready' | 'drawing' | 'failed';
}

/** A pause in typing of this length draws anew. */
const PAUSE_MS = 350;

// Only our own server draws previews; the widget's elements read the tree, not markup.
const Answer = z.object({
  content: z.custom<PublishedContent>(
    (value) => typeof value === 'object' && value !== null && 'kind' in value,
  ),
});

/** Has the server draw the draft in one language whenever typing pauses. */
export function useRendered(model: EditorModel, locale: string): Rendered {
  const [rendered, setRendered] = useState<Rendered>({ content: undefined, status: 'drawing' });
  const draft = model.draft.value;
  const [tries, setTries] = useState(0);
  const first = useRef(true);

  useEffect(() => {
    const { Draft } = schemasOf(model.kind);
    if (storingProblems(Draft, draft).length > 0) return undefined;
    const abort = new AbortController();
    const draw = async () => {
      try {
        const { data } = await api.call('POST', `${listPath(model.kind)}/preview`, {
          schema: Answer,
          body: { draft, locale },
          signal: abort.signal,
        });
        setRendered({ content: data.content, status: 'ready' });
      } catch {
        // said beside the preview; the next edit tries again, and so does a network that is back
        if (!abort.signal.aborted) setRendered((old) => ({ ...old, status: 'failed' }));
      }
    };
    const timer = setTimeout(() => void draw(), first.current ? 0 : PAUSE_MS);
    first.current = false;
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [draft, locale, tries]);

  const failed = rendered.status === 'failed';
  useEffect(() => {
    if (!failed) return undefined;
    const again = () => setTries((n) => n + 1);
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [failed]);

  return rendered;
}
