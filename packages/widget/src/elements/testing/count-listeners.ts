import { onTestFinished } from 'vitest';

/**
 * Counts what is listening on the document and the window from here to the end of the test. Returns the number of listeners
 * that were added, and of those that are left.
 */
export function countListeners(): () => { added: number; left: number } {
  const targets = [document, window, window.visualViewport].filter((target) => target !== null);
  let added = 0;
  let left = 0;
  for (const target of targets) {
    target.addEventListener = (...args: Parameters<EventTarget['addEventListener']>) => {
      const [, , options] = args;
      const signal = typeof options === 'object' ? options.signal : undefined;
      added += 1;
      left += 1;
      signal?.addEventListener('abort', () => (left -= 1));
      EventTarget.prototype.addEventListener.apply(target, args);
    };
    target.removeEventListener = (...args: Parameters<EventTarget['removeEventListener']>) => {
      left -= 1;
      EventTarget.prototype.removeEventListener.apply(target, args);
    };
  }
  onTestFinished(() => {
    for (const target of targets) {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    }
  });
  return () => ({ added, left });
}
