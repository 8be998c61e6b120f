import { useEffect, useRef, useState } from 'preact/hooks';
import type * as z from 'zod';
import { api } from '../../../data/session.ts';

/** What the server makes of what is being edited. */
export interface LiveAnswer<T> {
  /** The last answer that came. */
  data: T | undefined;
  /** `asking`: what is shown is older than what is typed. */
  status: 'ready' | 'asking' | 'failed';
  retry: () => void;
}

/** A pause in typing of this length asks anew. */
const PAUSE_MS = 350;

/**
 * Asks the server about what is being edited whenever typing pauses, and again when the network is back.
 * @param body - Undefined: there is nothing to ask at the moment. Asked again when it is another object.
 */
export function useAnswer<S extends z.ZodType>(
  path: string,
  schema: S,
  body: object | undefined,
): LiveAnswer<z.infer<S>> {
  const [answer, setAnswer] = useState<Pick<LiveAnswer<z.infer<S>>, 'data' | 'status'>>({
    data: undefined,
    status: 'asking',
  });
  const [tries, setTries] = useState(0);
  const retry = () => setTries((n) => n + 1);
  const first = useRef(true);

  useEffect(() => {
    if (!body) return undefined;
    const abort = new AbortController();
    const ask = async () => {
      try {
        const { data } = await api.call('POST', path, { schema, body, signal: abort.signal });
        setAnswer({ data, status: 'ready' });
      } catch {
        // said beside what was answered before; the next edit asks again, and so does a network that is back
        if (!abort.signal.aborted) setAnswer((old) => ({ ...old, status: 'failed' }));
      }
    };
    setAnswer((old) => ({ ...old, status: 'asking' }));
    const timer = setTimeout(() => void ask(), first.current ? 0 : PAUSE_MS);
    first.current = false;
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [path, body, tries]);

  const failed = answer.status === 'failed';
  useEffect(() => {
    if (!failed) return undefined;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [failed]);

  return { ...answer, retry };
}
