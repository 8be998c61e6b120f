import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** A decorative picture of one path on a 20 px grid; what it means stands beside it in words. */
export const icon = (path: string, name?: string): TemplateResult =>
  html`<svg viewBox="0 0 20 20" class=${name ?? nothing} aria-hidden="true"><path d=${path}></path></svg>`;

export const CROSS = 'M6 6l8 8M14 6l-8 8';
export const CHECK = 'M5.5 10.5l3 3 6-6.5';
export const CLOCK = 'M3.2 10a6.8 6.8 0 1013.6 0a6.8 6.8 0 10-13.6 0M10 6.5V10l2.3 1.6';
export const WARNING = 'M10 3.8l7 12.4H3zM10 8.5v3.6M10 14.2v.1';
export const BOOK =
  'M10 5.6C8.4 4.4 6.3 4 3.5 4v11c2.8 0 4.9.4 6.5 1.6 1.6-1.2 3.7-1.6 6.5-1.6V4c-2.8 0-4.9.4-6.5 1.6zM10 5.6v11';
