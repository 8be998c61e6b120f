import { TextArea } from '@banso/ui';
import { useId, useRef, useState } from 'preact/hooks';
import { writeInto } from '../contents/fields/write-into.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { type Calling, callingAt, type Colleague, matching, withCalled } from './mention-draft.ts';
import { noteTexts } from './texts.ts';

const MOST = 6;

/** Props of {@link NoteField}. */
export interface NoteFieldProps {
  label: string;
  value: string;
  onValue: (text: string) => void;
  colleagues: readonly Colleague[];
  /** Somebody was taken from the menu. */
  onCalled: (id: string) => void;
  onCommit: () => void;
  onLeave?: (() => void) | undefined;
  areaRef?: ((area: HTMLTextAreaElement | null) => void) | undefined;
}

/** Text of a note. An @ opens the list of colleagues: arrows choose, Enter or Tab take, Esc closes it. */
export function NoteField(props: NoteFieldProps) {
  const { label, value, onValue, colleagues, onCalled, onCommit, onLeave, areaRef } = props;
  const texts = textsOf(noteTexts);
  const id = useId();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const [calling, setCalling] = useState<Calling>();
  const [pointed, setPointed] = useState(0);
  const offered = calling ? matching(colleagues, calling.typed).slice(0, MOST) : [];
  const active = Math.min(pointed, offered.length - 1);
  const isOpen = offered.length > 0;

  const look = (element: HTMLTextAreaElement) => {
    const next = callingAt(element.value, element.selectionStart);
    if (next?.typed !== calling?.typed) setPointed(0);
    setCalling(next);
  };
  const take = (colleague: Colleague | undefined) => {
    if (!calling || !colleague) return;
    const next = withCalled(value, calling, colleague);
    if (area.current) writeInto(area.current, { text: next.text, start: next.caret, end: next.caret });
    onCalled(colleague.id);
    setCalling(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (!isOpen) {
      if (event.key === 'Escape' && onLeave) {
        event.preventDefault();
        onLeave();
      }
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setPointed((active + step + offered.length) % offered.length);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) take(offered[active]);
    else if (event.key === 'Tab') take(offered[active]);
    else if (event.key === 'Escape') setCalling(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="note-field">
      <TextArea
        aria-label={label}
        placeholder={texts.placeholder}
        maxLength={10_000}
        value={value}
        onValue={onValue}
        onInput={(event) => look(event.currentTarget)}
        onClick={(event) => look(event.currentTarget)}
        onKeyDown={onKeyDown}
        onBlur={() => setCalling(undefined)}
        onCommit={onCommit}
        aria-autocomplete="list"
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
        areaRef={(element) => {
          area.current = element;
          areaRef?.(element);
        }}
      />
      {isOpen && (
        <ul id={id} class="note-menu" role="listbox" aria-label={texts.colleagues}>
          {offered.map((colleague, index) => (
            <li
              key={colleague.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              class={index === active ? 'menu-i at' : 'menu-i'}
              // before the field loses the focus
              onMouseDown={(event) => {
                event.preventDefault();
                take(colleague);
              }}
              onMouseMove={() => setPointed(index)}
            >
              {colleague.name}
            </li>
          ))}
        </ul>
      )}
      <span class="vh" role="status">
        {isOpen ? texts.offered(offered.length) : ''}
      </span>
    </div>
  );
}
