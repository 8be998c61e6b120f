import type { Block, Inline, RichText } from '@banso/domain/text';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Controller } from '../controller.ts';
import { followLink } from './follow-link.ts';

/** A rich text as DOM. Everything in it is text; addresses go through the gate for links, and one that fails leaves its words. */
export function richText(text: RichText, source: Controller | undefined): TemplateResult {
  return html`${text.map((block) => blockOf(block, source))}`;
}

function blockOf(block: Block, source: Controller | undefined): TemplateResult | typeof nothing {
  switch (block.type) {
    case 'paragraph':
      return html`<p>${inlinesOf(block.of, source)}</p>`;
    case 'heading':
      return block.level === 2
        ? html`<h3>${inlinesOf(block.of, source)}</h3>`
        : html`<h4>${inlinesOf(block.of, source)}</h4>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${richText(item, source)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'quote':
      return html`<blockquote>${richText(block.of, source)}</blockquote>`;
    case 'code':
      return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
    default:
      block satisfies never;
      return nothing;
  }
}

const inlinesOf = (inlines: readonly Inline[], source: Controller | undefined): unknown =>
  inlines.map((inline) => inlineOf(inline, source));

function inlineOf(inline: Inline, source: Controller | undefined): unknown {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'strong':
      return html`<b>${inlinesOf(inline.of, source)}</b>`;
    case 'emphasis':
      return html`<em>${inlinesOf(inline.of, source)}</em>`;
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'link': {
      const words = inlinesOf(inline.of, source);
      return followLink(source, inline.href, 'link', words) ?? words;
    }
    case 'break':
      return html`<br>`;
    default:
      inline satisfies never;
      return nothing;
  }
}
