/** How long a page has been in view, by the browser's own clock, which no change of the device's time moves. */
export interface ViewClock {
  /** Milliseconds so far. Asked whenever the page comes into view or leaves it, or it counts on. */
  ms(): number;
  /** Another page: the time starts anew. */
  restart(): void;
}

/** A clock that starts when it is first asked in view. */
export function viewClock(): ViewClock {
  let seenMs = 0;
  let since: number | undefined;
  return {
    ms() {
      const now = performance.now();
      if (since !== undefined) seenMs += now - since;
      since = document.hidden ? undefined : now;
      return seenMs;
    },
    restart() {
      seenMs = 0;
      since = undefined;
    },
  };
}
