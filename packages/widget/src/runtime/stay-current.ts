/** What the team publishes or writes reaches an open page within a minute, and not all pages at one moment. */
const EVERY_MS = 45_000;
const SPREAD_MS = 10_000;

/** What staying current needs of its surroundings. */
export interface CurrentDeps {
  /** Asks what is on offer now. */
  ask(): void;
  /** False: asking would open a session, which counts as the person being here. */
  hasSession(): boolean;
  quietly(work: () => unknown): void;
  gone: AbortSignal;
}

/**
 * Asks once in a while what is on offer, while the page is in view. Once the session is over it waits until the person does
 * something: a page that nobody looks at is no visit.
 */
export function stayCurrent({ ask, hasSession, quietly, gone }: CurrentDeps): void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function later(): void {
    timer = setTimeout(() => quietly(look), EVERY_MS + Math.random() * SPREAD_MS);
  }
  function look(): void {
    if (hasSession()) {
      if (!document.hidden && navigator.onLine) ask();
      return later();
    }
    const isHere = new AbortController();
    const back = () => {
      isHere.abort();
      quietly(ask);
      later();
    };
    for (const sign of ['pointerdown', 'keydown'])
      addEventListener(sign, back, { capture: true, passive: true, signal: isHere.signal });
    gone.addEventListener('abort', () => isHere.abort(), { signal: isHere.signal });
  }

  later();
  gone.addEventListener('abort', () => clearTimeout(timer));
}
