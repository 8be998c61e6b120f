import { useRef, useState } from 'preact/hooks';

/** Attributes for an input or text area, see {@link useComposed}. */
export interface Composed {
  value: string;
  onInput: (event: { currentTarget: { value: string } }) => void;
  onCompositionStart: () => void;
  onCompositionEnd: (event: { currentTarget: { value: string } }) => void;
}

/**
 * Ties a text to an input. While an input method is composing the text stays as it was: half a syllable is neither
 * checked nor stored nor shown to anybody.
 */
export function useComposed(value: string, onValue: (value: string) => void): Composed {
  const [composing, setComposing] = useState<string>();
  const active = useRef(false);
  return {
    value: composing ?? value,
    onInput({ currentTarget }) {
      if (active.current) setComposing(currentTarget.value);
      else onValue(currentTarget.value);
    },
    onCompositionStart() {
      active.current = true;
      setComposing(value);
    },
    onCompositionEnd({ currentTarget }) {
      active.current = false;
      setComposing(undefined);
      onValue(currentTarget.value);
    },
  };
}
