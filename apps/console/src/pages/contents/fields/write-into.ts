/**
 * Puts other text into a text area as if somebody had typed it: the browser's undo takes it back, and whoever listens for
 * input hears of it. Only what differs is replaced.
 */
export function writeInto(
  area: HTMLTextAreaElement,
  next: { text: string; start: number; end: number },
): void {
  const { value } = area;
  let from = 0;
  while (from < value.length && from < next.text.length && value[from] === next.text[from]) from += 1;
  let same = 0;
  while (
    same < Math.min(value.length, next.text.length) - from &&
    value.at(-1 - same) === next.text.at(-1 - same)
  )
    same += 1;
  const words = next.text.slice(from, next.text.length - same);
  area.focus();
  area.setSelectionRange(from, value.length - same);
  if (!typed(words)) {
    area.setRangeText(words);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  area.setSelectionRange(next.start, next.end);
}

/** The one way in which a script's change can be undone; every browser still has it, under a name that is called old. */
function typed(words: string): boolean {
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else leaves the change to the browser's undo
    return words === '' ? document.execCommand('delete') : document.execCommand('insertText', false, words);
  } catch {
    return false; // then it is written without undo
  }
}
