import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';

/** The progress ring around whatever stands in it. Decorative: the words beside it say the same. */
export function ring(done: number, total: number, inside: unknown): TemplateResult {
  const share = total > 0 ? (done / total) * 100 : 0;
  return html`
    <span class="ring" aria-hidden="true">
      <svg viewBox="0 0 44 44">
        <circle cx="22" cy="22" r="19"></circle>
        <circle
          cx="22"
          cy="22"
          r="19"
          pathLength="100"
          stroke-dasharray="${share} 100"
          visibility=${done ? nothing : 'hidden'}
        ></circle>
      </svg>
      ${inside}
    </span>`;
}
