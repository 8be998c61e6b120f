import { useLayoutEffect, useRef } from 'preact/hooks';
import { isTyping } from './is-typing.ts';

/** Options of {@link useShortcut}. */
export interface ShortcutOptions {
  /** Default `true`. */
  enabled?: boolean | undefined;
  /** Works while somebody types in a field, too. Default: only combinations with `mod+`. */
  whileTyping?: boolean | undefined;
}

/**
 * Runs `run` on a key anywhere in the page. `combination` is a key as `KeyboardEvent.key` names it, in lower case,
 * optionally after `mod+` (⌘ or Ctrl) or `shift+`: `'j'`, `'?'`, `'mod+k'`, `'mod+enter'`. The key is then used up.
 */
export function useShortcut(
  combination: string,
  run: (event: KeyboardEvent) => void,
  options: ShortcutOptions = {},
): void {
  const latest = useRef(run);
  latest.current = run;
  const needsMod = combination.includes('mod+');
  const { enabled = true, whileTyping = needsMod } = options;

  useLayoutEffect(() => {
    if (!enabled) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !matches(event, combination)) return;
      if (!whileTyping && isTyping(event)) return;
      event.preventDefault();
      latest.current(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [combination, enabled, whileTyping]);
}

function matches(event: KeyboardEvent, combination: string): boolean {
  const key = combination.replace(/^(?:mod\+|shift\+)+/, '');
  const wantsMod = combination.includes('mod+');
  if (event.altKey || wantsMod !== (event.metaKey || event.ctrlKey)) return false;
  // Shift is part of how "?" is typed, so it only counts where it was asked for or with a letter.
  const wantsShift = combination.includes('shift+');
  if (event.shiftKey !== wantsShift && (wantsShift || /^[a-z]$/.test(key))) return false;
  return event.key.toLowerCase() === key;
}
