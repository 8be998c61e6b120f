import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from '../class-names.ts';
import { Chip } from '../controls/chip.tsx';
import { SearchIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';
import type { IconShape } from '../show/icon.tsx';
import { KeyHint } from '../show/key-hint.tsx';
import { Marked } from '../show/marked.tsx';
import { useUiTexts } from '../texts/ui-texts.ts';
import { useActiveOption } from './use-active-option.ts';
import { useModal } from './use-modal.ts';

/** One line of the palette. */
export interface PaletteItem {
  id: string;
  label: string;
  lang?: string | undefined;
  /** Grey words after the label. */
  detail?: ComponentChildren;
  icon?: IconShape | undefined;
  /** Instead of an icon, such as an `Avatar`. */
  leading?: ComponentChildren;
  /** Only for a shortcut that works outside the palette. */
  keys?: readonly string[] | undefined;
}

/** Lines of one kind under a name. */
export interface PaletteGroup {
  id: string;
  label: ComponentChildren;
  items: readonly PaletteItem[];
}

/** Props of {@link CommandPalette}. */
export interface CommandPaletteProps {
  open: boolean;
  onClose: () => void;
  /** Name of the dialog, and of the box: "Search or run a command". */
  label: string;
  query: string;
  onQuery: (query: string) => void;
  groups: readonly PaletteGroup[];
  /** `newTab` with ⌘ or Ctrl. The owner closes the palette. */
  onRun: (item: PaletteItem, newTab: boolean) => void;
  /** Kinds to look in, with how many were found. */
  scopes?: readonly { id: string; label: string; count?: number | undefined }[] | undefined;
  scope?: string | undefined;
  onScope?: ((id: string) => void) | undefined;
  /** Results are on their way. */
  busy?: boolean | undefined;
  /** Said when there are no lines; default "Nothing found". */
  emptyText?: ComponentChildren;
  /** At the end of the foot. */
  footer?: ComponentChildren;
}

/** A box to find and do anything: combobox with a list of options in groups. Knows nothing about what it lists. */
export function CommandPalette(props: CommandPaletteProps): JSX.Element | null {
  return props.open ? <OpenPalette {...props} /> : null;
}

function OpenPalette(props: CommandPaletteProps): JSX.Element {
  const { onClose, label, query, onQuery, groups, onRun, busy, emptyText, footer } = props;
  const texts = useUiTexts();
  const id = useId();
  const modal = useModal(onClose, { closeOnBackdrop: true });
  const items = groups.flatMap((group) => group.items);
  const options = useActiveOption({
    id,
    count: items.length,
    resetOn: `${query}\n${props.scope ?? ''}`,
    onChoose: (index, event) => {
      const item = items[index];
      if (item) onRun(item, event.metaKey || event.ctrlKey);
    },
  });

  return (
    <dialog {...modal} class="pal" aria-label={label}>
      <div class="pq">
        <Icon of={SearchIcon} />
        <input
          role="combobox"
          autofocus
          aria-label={label}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={id}
          aria-activedescendant={items.length > 0 ? options.optionId(options.active) : undefined}
          aria-busy={busy ? 'true' : undefined}
          autocomplete="off"
          spellcheck={false}
          placeholder={label}
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={options.onKeyDown}
        />
        <button type="button" class="pal-x" onClick={onClose}>
          <span class="vh">{texts.close} </span>
          <kbd>Esc</kbd>
        </button>
      </div>
      <Scopes {...props} />
      <div class="pl" id={id} role="listbox" aria-label={label}>
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${id}-g-${group.id}`}>
            <p class="pg" id={`${id}-g-${group.id}`}>
              {group.label}
            </p>
            {group.items.map((item) => {
              const index = items.indexOf(item);
              return (
                <Option
                  key={item.id}
                  item={item}
                  query={query}
                  id={options.optionId(index)}
                  active={index === options.active}
                  onPoint={() => options.setActive(index)}
                  onRun={(newTab) => onRun(item, newTab)}
                />
              );
            })}
          </div>
        ))}
      </div>
      {items.length === 0 && !busy && <p class="pal-e">{emptyText ?? texts.nothingFound}</p>}
      <span class="vh" role="status">
        {busy ? texts.loading : texts.resultCount(items.length)}
      </span>
      <div class="ph">
        <KeyHint keys={['up', 'down']}>{texts.paletteMove}</KeyHint>
        <KeyHint keys={['enter']}>{texts.paletteOpen}</KeyHint>
        <KeyHint keys={['mod', 'enter']}>{texts.paletteNewTab}</KeyHint>
        {footer !== undefined && <span class="right row">{footer}</span>}
      </div>
    </dialog>
  );
}

function Scopes({ scopes, scope, onScope, label }: CommandPaletteProps): JSX.Element | null {
  if (!scopes || !onScope) return null;
  return (
    <div class="pf" role="group" aria-label={label}>
      {scopes.map((one) => (
        <Chip key={one.id} pressed={one.id === scope} onClick={() => onScope(one.id)}>
          {one.label} {one.count}
        </Chip>
      ))}
    </div>
  );
}

interface OptionProps {
  item: PaletteItem;
  query: string;
  id: string;
  active: boolean;
  onPoint: () => void;
  onRun: (newTab: boolean) => void;
}

function Option({ item, query, id, active, onPoint, onRun }: OptionProps): JSX.Element {
  return (
    // The keys belong to the box above, which names this option in aria-activedescendant.
    <div
      id={id}
      role="option"
      class={classNames('po', active && 'at')}
      aria-selected={active}
      tabIndex={-1}
      onMouseMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onRun(event.metaKey || event.ctrlKey)}
    >
      {item.leading ?? (item.icon && <Icon of={item.icon} />)}
      <span class="trunc med" lang={item.lang}>
        <Marked text={item.label} query={query} />
      </span>
      {item.detail !== undefined && <span class="muted xs trunc">{item.detail}</span>}
      <span class="right">
        {item.keys && <KeyHint keys={item.keys} />}
        {active && !item.keys && <KeyHint keys={['enter']} />}
      </span>
    </div>
  );
}
