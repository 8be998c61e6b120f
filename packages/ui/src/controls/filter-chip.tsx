import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { classNames } from '../class-names.ts';
import { useActiveOption } from '../floating/use-active-option.ts';
import { usePopover } from '../floating/use-popover.ts';
import { CheckIcon, CloseIcon, DownIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';
import type { IconShape } from '../show/icon.tsx';
import { useUiTexts } from '../texts/ui-texts.ts';

/** One value that a filter can have. */
export interface FilterChoice {
  value: string;
  label: string;
  lang?: string | undefined;
  /** How many rows have it. */
  count?: number | undefined;
}

/** Props of {@link FilterChip}. */
export interface FilterChipProps {
  /** The field: "Owner". */
  label: string;
  /** What the chip says when nothing is chosen: "everyone". */
  anyLabel: string;
  choices: readonly FilterChoice[];
  /** Values that are on; empty means any. */
  selected: readonly string[];
  onChange: (selected: readonly string[]) => void;
  /** Several values at once; then the list stays open. Default `false`. */
  multiple?: boolean | undefined;
  /** A search box over the list. Default: from nine choices on. */
  searchable?: boolean | undefined;
  icon?: IconShape | undefined;
  /** Takes the whole filter off the bar. */
  onRemove?: (() => void) | undefined;
}

/** A filter that reads "Field **value**" and opens its choices. Works with arrows, Enter, letters and Esc. */
export function FilterChip(props: FilterChipProps): JSX.Element {
  const { label, anyLabel, choices, selected, icon, onRemove } = props;
  const texts = useUiTexts();
  const popover = usePopover('listbox', (panel) => panel.querySelector<HTMLElement>('[data-focus]')?.focus());
  const on = choices.filter((choice) => selected.includes(choice.value));
  const [first] = on;

  return (
    <span class={classNames('chip filter', onRemove && 'has-x')}>
      <button type="button" class="chip-b" {...popover.trigger}>
        {icon && <Icon of={icon} size="s" />}
        {label} <b lang={first?.lang}>{first?.label ?? anyLabel}</b>
        {on.length > 1 && <b>+{on.length - 1}</b>}
        <Icon of={DownIcon} size="s" />
      </button>
      {onRemove && (
        <button type="button" class="chip-x" aria-label={texts.remove(label)} onClick={onRemove}>
          <Icon of={CloseIcon} size="s" />
        </button>
      )}
      <div {...popover.attributes} class="menu choices">
        {popover.open && <Choices {...props} onDone={popover.hide} />}
      </div>
    </span>
  );
}

function Choices(props: FilterChipProps & { onDone: () => void }): JSX.Element {
  const {
    label,
    choices,
    selected,
    multiple = false,
    searchable = choices.length > 8,
    onChange,
    onDone,
  } = props;
  const texts = useUiTexts();
  const id = useId();
  const [query, setQuery] = useState('');
  const shown = choices.filter((choice) => fold(choice.label).includes(fold(query)));

  const choose = (index: number) => {
    const value = shown[index]?.value;
    if (value === undefined) return;
    if (!multiple) {
      onChange(selected.includes(value) ? [] : [value]);
      onDone();
    } else
      onChange(selected.includes(value) ? selected.filter((one) => one !== value) : [...selected, value]);
  };
  const options = useActiveOption({ id, count: shown.length, resetOn: query, onChoose: choose });
  const pointed = shown.length > 0 ? options.optionId(options.active) : undefined;

  const onListKey = (event: KeyboardEvent) => {
    const letter = fold(event.key);
    if (event.key === ' ') {
      event.preventDefault();
      choose(options.active);
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const after = shown.findIndex(
        (one, index) => index > options.active && fold(one.label).startsWith(letter),
      );
      const any = shown.findIndex((one) => fold(one.label).startsWith(letter));
      if (any >= 0) options.setActive(after >= 0 ? after : any);
    } else options.onKeyDown(event);
  };

  return (
    <>
      {searchable && (
        <input
          class="input choices-q"
          role="combobox"
          data-focus=""
          autocomplete="off"
          aria-label={`${texts.search}: ${label}`}
          placeholder={texts.search}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={id}
          aria-activedescendant={pointed}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={options.onKeyDown}
        />
      )}
      <ul
        id={id}
        role="listbox"
        aria-label={label}
        aria-multiselectable={multiple ? 'true' : undefined}
        {...(!searchable && {
          tabIndex: 0,
          'data-focus': '',
          'aria-activedescendant': pointed,
          onKeyDown: onListKey,
        })}
      >
        {shown.map((choice, index) => (
          <li
            key={choice.value}
            id={options.optionId(index)}
            role="option"
            class={classNames('menu-i', index === options.active && 'at')}
            aria-selected={selected.includes(choice.value)}
            lang={choice.lang}
            onMouseMove={() => options.setActive(index)}
            onClick={() => choose(index)}
          >
            <span class={classNames('tick', !multiple && 'one')}>
              {selected.includes(choice.value) && <Icon of={CheckIcon} size="s" />}
            </span>
            <span class="grow trunc">{choice.label}</span>
            {choice.count !== undefined && (
              <span class="muted xs">{choice.count.toLocaleString(texts.locale)}</span>
            )}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p class="menu-h">{texts.nothingFound}</p>}
      {multiple && selected.length > 0 && (
        <button type="button" class="menu-i line" onClick={() => onChange([])}>
          {texts.clear}
        </button>
      )}
    </>
  );
}

/** For looking things up: no case, no full-width letters. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
