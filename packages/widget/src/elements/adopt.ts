import type { CSSResult, LitElement } from 'lit';

/** Adds style sheets to an element that is already drawn, for parts of it that loaded later. */
export function adopt(element: LitElement, styles: readonly CSSResult[]): void {
  const root = element.renderRoot as ShadowRoot;
  const sheets = styles.map((style) => style.styleSheet).filter((sheet) => sheet !== undefined);
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
}
