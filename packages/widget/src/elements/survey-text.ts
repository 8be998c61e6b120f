import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { PublishedWords } from '@banso/contract';
import { composes } from './composes.ts';

/** A text area that grows. Enter makes a line; Ctrl or ⌘ with Enter sends. */
export function textField(
  question: PublishedWords,
  draft: string,
  wrong: boolean,
  hint: string,
  on: { write(text: string): void; submit(): void },
): TemplateResult {
  const typed = (event: Event) => on.write((event.target as HTMLTextAreaElement).value);
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || composes(event)) return;
    event.preventDefault();
    on.submit();
  };
  return html`
    <label class="l lab" for="field">${question.text}</label>
    <textarea
      class="f"
      id="field"
      data-heading
      maxlength="10000"
      placeholder=${hint}
      .value=${draft}
      aria-required=${question.required}
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${wrong ? 'error' : nothing}
      @input=${typed}
      @keydown=${pressed}
    ></textarea>`;
}
