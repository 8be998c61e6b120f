const WRITABLE =
  'banso-survey, textarea, select, iframe, input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio])';

/** Whether the person is in the middle of writing something or of a survey, or inside a frame where we cannot see it. */
export function isOccupied(): boolean {
  for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null)
    if (at.matches(WRITABLE) || (at as HTMLElement).isContentEditable) return true;
  return false;
}
