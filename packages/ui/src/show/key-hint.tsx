import type { ComponentChildren, JSX } from 'preact';

/** Props of {@link KeyHint}. */
export interface KeyHintProps {
  /** Keys in the order they are pressed; `mod` is drawn as ⌘ on Apple machines and Ctrl elsewhere. */
  keys: readonly string[];
  /** Words after the caps: "move". */
  children?: ComponentChildren;
}

/** Whether this machine has a ⌘ key. */
export const HAS_COMMAND_KEY: boolean = /mac|iphone|ipad/i.test(globalThis.navigator?.userAgent ?? '');

const CAPS: Readonly<Record<string, string>> = {
  mod: HAS_COMMAND_KEY ? '⌘' : 'Ctrl',
  enter: '↵',
  up: '↑',
  down: '↓',
  esc: 'Esc',
  shift: '⇧',
};

/** Key caps. Drawn only for a shortcut that works; the control itself says it through `aria-keyshortcuts`. */
export function KeyHint({ keys, children }: KeyHintProps): JSX.Element {
  return (
    <span class="keys">
      {keys.map((key) => (
        <kbd key={key} aria-hidden={children === undefined ? 'true' : undefined}>
          {CAPS[key.toLowerCase()] ?? key}
        </kbd>
      ))}
      {children}
    </span>
  );
}
