const WRITABLE =
  'textarea, select, iframe, input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio])';

/** Whether the person is in the middle of writing something, or inside a frame where we cannot see it. */
export function isTyping(): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && (active.isContentEditable || active.matches(WRITABLE));
}
