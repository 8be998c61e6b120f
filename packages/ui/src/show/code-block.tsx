import type { ComponentChildren, JSX } from 'preact';
import { CopyButton } from './copy-button.tsx';
import { highlight } from './highlight.ts';
import type { CodeLanguage } from './highlight.ts';

/** Props of {@link CodeBlock}. */
export interface CodeBlockProps {
  code: string;
  /** What it is, for screen readers and the copy button: "Snippet". */
  label: string;
  /** In the head: a file name. Default: the label. */
  caption?: ComponentChildren;
  /** Default `text`. */
  language?: CodeLanguage | undefined;
}

/** Code of several lines with a button to copy it. Long lines scroll; the keyboard can scroll them, too. */
export function CodeBlock({ code, label, caption, language = 'text' }: CodeBlockProps): JSX.Element {
  return (
    <figure class="code">
      <figcaption class="row">
        <span class="mono muted grow trunc">{caption ?? label}</span>
        <CopyButton text={code} name={label} />
      </figcaption>
      <pre tabIndex={0} role="group" aria-label={label} dir="ltr" translate={false}>
        <code>
          {highlight(code, language).map((piece) =>
            piece.kind === undefined ? piece.text : <span class={`t-${piece.kind}`}>{piece.text}</span>,
          )}
        </code>
      </pre>
    </figure>
  );
}
