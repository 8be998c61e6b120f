/** Gives one thing to one user at a time, first come first served. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;

  /**
   * Resolves when it is the caller's turn, which lasts until `end`.
   * @param waitMs - How long to wait at most.
   * @throws {Error} when the turn did not come: somebody keeps it, or waits inside it for another one.
   */
  async take(waitMs: number): Promise<void> {
    if (!this.#isTaken) {
      this.#isTaken = true;
      return;
    }
    await new Promise<void>((given, refused) => {
      const turn = () => {
        clearTimeout(timer);
        given();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1);
        refused(new Error(`The database was busy for ${waitMs} ms`));
      }, waitMs);
      this.#waiting.push(turn);
    });
  }

  /** Hands the turn to whoever waits longest. */
  end(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
  }
}
