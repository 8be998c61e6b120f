/** A clock that stands still until the test moves it; fits wherever a `clock` with `now()` is asked for. */
export interface FakeClock {
  /** The present instant as ISO 8601 in UTC with milliseconds. */
  now(): string;
  /** Moves the clock; a negative number of milliseconds moves it back, as real clocks sometimes do. */
  advance(ms: number): void;
  /** Moves the clock to an ISO instant. */
  set(iso: string): void;
}

function millisOf(iso: string): number {
  const millis = Date.parse(iso);
  if (Number.isNaN(millis)) throw new RangeError(`Not an ISO instant: ${iso}`);
  return millis;
}

/**
 * @param startIso - The instant at which the clock stands at first.
 * @throws {RangeError} when an instant cannot be read, here and in `set`.
 */
export function fakeClock(startIso: string): FakeClock {
  let millis = millisOf(startIso);
  return {
    now: () => new Date(millis).toISOString(),
    advance(ms) {
      millis += ms;
    },
    set(iso) {
      millis = millisOf(iso);
    },
  };
}
