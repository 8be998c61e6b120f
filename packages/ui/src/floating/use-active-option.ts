import { useEffect, useRef, useState } from 'preact/hooks';

/** A list of options whose focus stays in one place, see {@link useActiveOption}. */
export interface ActiveOption {
  /** Index of the option that the keys point at. */
  active: number;
  setActive: (index: number) => void;
  /** Id for the option at an index; the element with the focus names it in `aria-activedescendant`. */
  optionId: (index: number) => string;
  /** For the element with the focus. */
  onKeyDown: (event: KeyboardEvent) => void;
}

/** What {@link useActiveOption} needs to know. */
export interface ActiveOptionInput {
  /** Prefix of the option ids. */
  id: string;
  count: number;
  /** When this changes, the first option becomes active again. */
  resetOn: unknown;
  onChoose: (index: number, event: KeyboardEvent) => void;
}

/** Arrows, Home, End, page keys and Enter over options, for combobox and listbox. Quiet during composition. */
export function useActiveOption({ id, count, resetOn, onChoose }: ActiveOptionInput): ActiveOption {
  // Kept together with what it belongs to, so that an old index never points into a new list.
  const [pointed, setPointed] = useState({ index: 0, resetOn });
  const byKey = useRef(false);
  const setActive = (index: number) => setPointed({ index, resetOn });
  const within = pointed.resetOn === resetOn ? Math.min(pointed.index, Math.max(count - 1, 0)) : 0;
  const optionId = (index: number) => `${id}-o${index}`;

  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    document.getElementById(optionId(within))?.scrollIntoView({ block: 'nearest' });
  }, [within]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || count === 0) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onChoose(within, event);
      return;
    }
    const to = {
      ArrowDown: (within + 1) % count,
      ArrowUp: (within - 1 + count) % count,
      PageDown: Math.min(within + 8, count - 1),
      PageUp: Math.max(within - 8, 0),
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    byKey.current = true;
    setActive(to);
  };

  return { active: within, setActive, optionId, onKeyDown };
}
