import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../class-names.ts';
import { CloseIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';
import type { IconShape } from '../show/icon.tsx';
import { useUiTexts } from '../texts/ui-texts.ts';

/** `on` is for "on", "edited" and "new" only; good, warn and bad carry meaning, never decoration. */
export type ChipTone = 'line' | 'solid' | 'on' | 'good' | 'warn' | 'bad';

/** Props of {@link Chip}. */
export interface ChipProps {
  /** Default `line`. */
  tone?: ChipTone | undefined;
  icon?: IconShape | undefined;
  /** 28 px high, as in a row of filters. */
  large?: boolean | undefined;
  href?: string | undefined;
  onClick?: (() => void) | undefined;
  /** With `onClick`: whether it is switched on; then it looks `on`. */
  pressed?: boolean | undefined;
  /** Shows a small cross. `removeName` says what is removed. */
  onRemove?: (() => void) | undefined;
  removeName?: string | undefined;
  lang?: string | undefined;
  children: ComponentChildren;
}

/** A small word in a frame: a tag, a state, a quick filter. */
export function Chip(props: ChipProps): JSX.Element {
  const { tone = 'line', icon, large, href, onClick, pressed, onRemove, removeName, lang, children } = props;
  const texts = useUiTexts();
  const shownTone = pressed ? 'on' : tone;
  const look = classNames('chip', shownTone !== 'line' && shownTone, large && 'filter');
  const inside = (
    <>
      {icon && <Icon of={icon} size="s" />}
      {children}
    </>
  );
  if (href !== undefined) {
    return (
      <a class={look} href={href} lang={lang}>
        {inside}
      </a>
    );
  }
  if (onClick) {
    return (
      <button class={look} type="button" onClick={onClick} aria-pressed={pressed} lang={lang}>
        {inside}
      </button>
    );
  }
  return (
    <span class={look} lang={lang}>
      {inside}
      {onRemove && (
        <button class="chip-x" type="button" onClick={onRemove} aria-label={texts.remove(removeName ?? '')}>
          <Icon of={CloseIcon} size="s" />
        </button>
      )}
    </span>
  );
}
