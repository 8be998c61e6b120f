import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';

/** A decorative picture of one path on a 20 px grid; what it means stands beside it in words. */
export const icon = (path: string, name?: string): TemplateResult =>
  html`<svg viewBox="0 0 20 20" class=${name ?? nothing} aria-hidden="true"><path d=${path}></path></svg>`;
