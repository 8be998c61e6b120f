import { HAS_COMMAND_KEY, IconButton, type IconShape } from '@banso/ui';
import { Bold, Code, Heading2, Italic, Link, List, ListOrdered } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { type Mark, marked } from '../model/markdown-marks.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { writeInto } from './write-into.ts';

const MARKS: readonly { mark: Mark; icon: IconShape; key?: string }[] = [
  { mark: 'strong', icon: Bold, key: 'b' },
  { mark: 'emphasis', icon: Italic, key: 'i' },
  { mark: 'link', icon: Link, key: 'k' },
  { mark: 'list', icon: List },
  { mark: 'numbers', icon: ListOrdered },
  { mark: 'heading', icon: Heading2 },
  { mark: 'code', icon: Code },
];

const keyName = (key: string) => `${HAS_COMMAND_KEY ? '⌘' : 'Ctrl+'}${key.toUpperCase()}`;

/** Buttons for the marks of the Markdown subset; while the area has the focus Ctrl or ⌘ with B, I and K work, too. */
export function MarkdownBar({ area }: { area: () => HTMLTextAreaElement | null }) {
  const texts = wordsOf('editor');
  const mark = (which: Mark) => {
    const element = area();
    if (!element || element.readOnly) return;
    const { value: text, selectionStart: start, selectionEnd: end } = element;
    writeInto(element, marked({ text, start, end }, which));
  };
  useEffect(() => {
    const element = area();
    const onKey = (event: KeyboardEvent) => {
      const wanted = MARKS.find(({ key }) => key === event.key.toLowerCase());
      if (!wanted || event.isComposing || event.altKey || event.shiftKey) return;
      if (!event.ctrlKey && !event.metaKey) return;
      // Used up here: elsewhere ⌘K looks for things.
      event.preventDefault();
      mark(wanted.mark);
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div class="md-bar" role="group" aria-label={texts.marks}>
      {MARKS.map(({ mark: which, icon, key }) => (
        <IconButton
          key={which}
          icon={icon}
          label={texts.mark[which]}
          {...(key && {
            title: texts.shortcut(texts.mark[which], keyName(key)),
            'aria-keyshortcuts': `Control+${key.toUpperCase()} Meta+${key.toUpperCase()}`,
          })}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => mark(which)}
        />
      ))}
    </div>
  );
}
