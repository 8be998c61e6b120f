import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { classNames } from '../class-names.ts';
import { CheckIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';
import type { IconShape } from '../show/icon.tsx';
import { KeyHint } from '../show/key-hint.tsx';
import { usePopover } from './use-popover.ts';
import type { PopoverTrigger } from './use-popover.ts';

/** One line of a menu. With `href` it is a link, otherwise `onSelect` runs; the menu closes either way. */
export interface MenuItem {
  id: string;
  label: string;
  icon?: IconShape | undefined;
  /** Grey words at the end of the line. */
  hint?: string | undefined;
  /** Key caps at the end of the line; only for a shortcut that works. */
  keys?: readonly string[] | undefined;
  href?: string | undefined;
  onSelect?: (() => void) | undefined;
  danger?: boolean | undefined;
  /** `undefined` for a plain action; otherwise the item shows and says whether it is on. */
  checked?: boolean | undefined;
  /** Why it cannot be chosen now; shown in place of the hint. */
  disabledReason?: string | undefined;
  lang?: string | undefined;
}

/** Items that belong together, under a name or only behind a line. */
export interface MenuSection {
  id: string;
  heading?: string | undefined;
  items: readonly MenuItem[];
}

/** Attributes for the button that opens the menu. */
export type MenuTriggerProps = PopoverTrigger & { onKeyDown: (event: KeyboardEvent) => void };

/** Props of {@link Menu}. */
export interface MenuProps {
  /** Name of the menu for screen readers. */
  label: string;
  sections: readonly MenuSection[];
  /** Draws the button; spread what is given on `Button`, `IconButton` or a native button. */
  trigger: (props: MenuTriggerProps) => JSX.Element;
  /** Default `start`. */
  align?: 'start' | 'end' | undefined;
  /** Default `below`. */
  side?: 'below' | 'above' | undefined;
}

/** A menu on a native popover: arrow keys, Home, End, first letters, Esc; the focus goes back to the button. */
export function Menu({ label, sections, trigger, align, side }: MenuProps): JSX.Element {
  const typed = useRef({ text: '', at: 0 });
  const popover = usePopover('menu', (menu) => focusAt(menu, 0), { align, side });

  const onMenuKey = (event: KeyboardEvent) => {
    const menu = event.currentTarget;
    if (!(menu instanceof HTMLElement)) return;
    const items = itemsOf(menu);
    const at = items.findIndex((item) => item === document.activeElement);
    if (event.key === 'Tab') popover.hide();
    else if (event.key === ' ' && document.activeElement instanceof HTMLAnchorElement) {
      event.preventDefault();
      document.activeElement.click();
    } else if (
      event.key.length === 1 &&
      event.key !== ' ' &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey
    ) {
      const fresh = event.timeStamp - typed.current.at > TYPE_AHEAD_MS;
      typed.current = {
        text: (fresh ? '' : typed.current.text) + event.key.toLowerCase(),
        at: event.timeStamp,
      };
      focusMatch(items, at, typed.current.text);
    } else {
      const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      focusAt(menu, to);
    }
  };

  const onTriggerKey = (event: KeyboardEvent) => {
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || popover.open) return;
    event.preventDefault();
    popover.show();
  };

  return (
    <>
      {trigger({ ...popover.trigger, onKeyDown: onTriggerKey })}
      <div {...popover.attributes} class="menu" role="menu" aria-label={label} onKeyDown={onMenuKey}>
        {popover.open &&
          sections.map((section) => (
            <div key={section.id} role="group" aria-label={section.heading}>
              {section.heading !== undefined && (
                <p class="menu-h" aria-hidden="true">
                  {section.heading}
                </p>
              )}
              {section.items.map((item) => (
                <Line key={item.id} item={item} onDone={popover.hide} />
              ))}
            </div>
          ))}
      </div>
    </>
  );
}

/** Letters typed within this time belong to one word, in milliseconds. */
const TYPE_AHEAD_MS = 600;

function Line({ item, onDone }: { item: MenuItem; onDone: () => void }): JSX.Element {
  const { disabledReason, checked } = item;
  const attributes = {
    class: classNames('menu-i', item.danger && 'danger'),
    role: checked === undefined ? ('menuitem' as const) : ('menuitemcheckbox' as const),
    'aria-checked': checked,
    'aria-disabled': disabledReason === undefined ? undefined : true,
    tabIndex: -1,
    lang: item.lang,
    onClick: (event: Event) => {
      if (disabledReason !== undefined) {
        event.preventDefault();
        return;
      }
      onDone();
      item.onSelect?.();
    },
    onMouseMove: (event: MouseEvent) => {
      if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
    },
  };
  const inside = (
    <>
      {item.icon && <Icon of={item.icon} />}
      <span class="grow trunc">{item.label}</span>
      {(disabledReason ?? item.hint) !== undefined && (
        <span class="muted xs">{disabledReason ?? item.hint}</span>
      )}
      {item.keys && <KeyHint keys={item.keys} />}
      {checked === true && <Icon of={CheckIcon} />}
    </>
  );
  return item.href === undefined ? (
    <button type="button" {...attributes}>
      {inside}
    </button>
  ) : (
    <a href={item.href} {...attributes}>
      {inside}
    </a>
  );
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('.menu-i')];
}

function focusAt(menu: HTMLElement, index: number): void {
  const items = itemsOf(menu);
  items.at(index % Math.max(items.length, 1))?.focus();
}

/** One letter repeated walks through the items that start with it; several letters look for a beginning. */
function focusMatch(items: readonly HTMLElement[], at: number, text: string): void {
  const repeated = text === text[0]?.repeat(text.length);
  const wanted = repeated ? (text[0] ?? '') : text;
  const order = [...items.slice(at + (repeated ? 1 : 0)), ...items.slice(0, Math.max(at, 0) + 1)];
  order.find((item) => item.textContent.trim().toLowerCase().startsWith(wanted))?.focus();
}
