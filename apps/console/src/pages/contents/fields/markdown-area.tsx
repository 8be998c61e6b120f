import { IconButton, type IconShape, TextArea, type TextAreaProps } from '@banso/ui';
import { Bold, Heading2, Italic, Link, List, ListOrdered } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { type Mark, marked } from '../model/markdown-marks.ts';
import { wordsOf } from '../texts/editor-words.ts';

const MARKS: readonly { mark: Mark; icon: IconShape; key?: string }[] = [
  { mark: 'strong', icon: Bold, key: 'b' },
  { mark: 'emphasis', icon: Italic, key: 'i' },
  { mark: 'link', icon: Link },
  { mark: 'list', icon: List },
  { mark: 'numbers', icon: ListOrdered },
  { mark: 'heading', icon: Heading2 },
];

/** Props of {@link MarkdownArea}. */
export type MarkdownAreaProps = TextAreaProps & {
  /** The text after a press on the toolbar. */
  onMark: (text: string) => void;
};

/** Text in the Markdown subset of the widget, with buttons for its marks; Ctrl-B and Ctrl-I (⌘ on Apple) work too. */
export function MarkdownArea({ onMark, ...rest }: MarkdownAreaProps) {
  const texts = wordsOf('editor');
  const area = useRef<HTMLTextAreaElement | null>(null);
  const mark = (which: Mark) => {
    const element = area.current;
    if (!element || element.readOnly) return;
    const next = marked(
      { text: element.value, start: element.selectionStart, end: element.selectionEnd },
      which,
    );
    // At once, so that the selection can be set; the same text comes back through the model.
    element.value = next.text;
    element.focus();
    element.setSelectionRange(next.start, next.end);
    onMark(next.text);
  };
  return (
    <div class="md">
      <div class="md-bar" role="group" aria-label={texts.marks}>
        {MARKS.map(({ mark: which, icon }) => (
          <IconButton
            key={which}
            icon={icon}
            label={texts.mark[which]}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => mark(which)}
          />
        ))}
      </div>
      <TextArea
        {...rest}
        areaRef={(element) => {
          area.current = element;
        }}
        onKeyDown={(event) => {
          const shortcut = MARKS.find(({ key }) => key === event.key.toLowerCase());
          if (!shortcut || event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          mark(shortcut.mark);
        }}
      />
    </div>
  );
}
