import type { JSX } from 'preact';
import { SearchIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';
import { HAS_COMMAND_KEY } from '../show/key-hint.tsx';

/** Props of {@link FinderButton}. */
export interface FinderButtonProps {
  /** "Search or jump to". */
  label: string;
  onOpen: () => void;
}

/** Looks like a search box and opens the command palette; shows ⌘K or Ctrl K, which the owner has to wire. */
export function FinderButton({ label, onOpen }: FinderButtonProps): JSX.Element {
  return (
    <button class="finder" type="button" onClick={onOpen} aria-keyshortcuts="Meta+K Control+K" title={label}>
      <Icon of={SearchIcon} />
      <span class="tx grow trunc">{label}</span>
      <kbd aria-hidden="true">{HAS_COMMAND_KEY ? '⌘K' : 'Ctrl K'}</kbd>
    </button>
  );
}
