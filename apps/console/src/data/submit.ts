import { useRef, useState } from 'preact/hooks';
import { ApiError } from './api.ts';

export interface Submit {
  busy: boolean;
  /** What is wrong as a whole; undefined when a field is to blame or nothing is wrong. */
  problem: ApiError | undefined;
  /** Everything that the server names as wrong. */
  refused: ApiError['errors'];
  /** What is wrong with one field, by its path in the request. */
  errorAt(path: string): string | undefined;
  /** Runs it; a second press while it runs does nothing. Resolves true when it worked. */
  run(work: () => Promise<void>): Promise<boolean>;
}

/** The state of a form that is sent: busy, and the server's refusal beside the field that it names. */
export function useSubmit(): Submit {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  const running = useRef(false);
  return {
    busy,
    problem: failure && failure.errors.length === 0 ? failure : undefined,
    refused: failure?.errors ?? [],
    errorAt: (path) => failure?.errors.find((error) => error.path === path)?.message,
    async run(work) {
      if (running.current) return false;
      running.current = true;
      setBusy(true);
      setFailure(undefined);
      try {
        await work();
        return true;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        setFailure(error);
        return false;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
  };
}
