import { css } from './css.ts';

/** A bar across the top of the page, which pushes the page; a card in its corner; a word beside something; and reading it whole. */
export const announcement = css`
:host([surface=banner]) { all: initial !important; display: block !important; color-scheme: inherit !important; font-family: inherit !important }
.tag { background: var(--accent-soft); color: var(--accent-ink) }
.banner { padding: 4px 8px; padding-inline-start: 20px; gap: 12px; background: var(--accent-soft) }
.banner .tag { background: var(--paper-0) }
.banner :is(.text, .text > p) { display: inline }
.banner :is(b, .text) { margin-inline-end: 6px }
.banner b { color: var(--ink) }
.pop { gap: 10px; padding: 16px; overflow-y: auto }
:host([floating]) .pop { width: 320px }
.pop .ib { margin-block: -8px; margin-inline-end: -8px }
.read { display: grid; justify-items: start; gap: 12px; padding: 4px 20px 20px }
.read .text { font-size: inherit; color: inherit }
.xl { font-size: calc(20 * var(--px)); line-height: 1.35 }
em { font-style: italic }
blockquote { margin: 8px 0 0; padding-inline-start: 12px; border-inline-start: 3px solid var(--line) }
pre { margin: 8px 0 0; overflow-x: auto }
@media (max-width: 480px) {
  .banner { align-items: flex-start; padding-inline-start: 12px }
  .banner > :not(.ib) { margin-block: 11px }
}
@media (max-width: 480px), (max-height: 480px) { :host([floating]) .pop { width: 100%; padding-bottom: calc(16px + env(safe-area-inset-bottom, 0px)) } }
@media (forced-colors: active) { .banner { border-bottom: 1px solid } }
@media print { :host([surface=banner]) { display: none !important } }
`;
