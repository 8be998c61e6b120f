import { useEffect, useRef, useState } from 'preact/hooks';

/** What came of the last press; goes back to `idle` after four seconds. */
export type CopyState = 'idle' | 'copied' | 'failed';

const BACK_MS = 4_000;

/** Puts text on the clipboard and says how it went. Browsers refuse it outside HTTPS and without a press. */
export function useCopy(): { state: CopyState; copy: (text: string) => void } {
  const [state, setState] = useState<CopyState>('idle');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const settle = (next: CopyState) => {
    setState(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('idle'), BACK_MS);
  };
  const copy = (text: string) => {
    // `clipboard` is missing on plain HTTP, whatever the types say.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!clipboard) settle('failed');
    else
      clipboard.writeText(text).then(
        () => settle('copied'),
        () => settle('failed'),
      );
  };
  return { state, copy };
}
