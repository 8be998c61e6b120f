/** One row before and after the facts of a group. */
export interface RowChange<T> {
  key: string;
  /** Undefined: the row is new. */
  before: T | undefined;
  after: T;
}

/** Rows of one kind by their key: as they were loaded and as the facts leave them. Rows are values, replaced as a whole. */
export class Rows<T extends object> {
  readonly #loaded = new Map<string, T>();
  readonly #current = new Map<string, T>();

  /** Takes a row as the database has it. */
  load(key: string, row: T): void {
    this.#loaded.set(key, row);
    this.#current.set(key, row);
  }

  get(key: string): T | undefined {
    return this.#current.get(key);
  }

  /** @throws {RangeError} when the row was not loaded: a bug of the loader. */
  need(key: string): T {
    const row = this.#current.get(key);
    if (!row) throw new RangeError(`Not loaded: ${key}`);
    return row;
  }

  set(key: string, row: T): void {
    this.#current.set(key, row);
  }

  values(): IterableIterator<T> {
    return this.#current.values();
  }

  /** The row as the database has it; undefined when it is new. */
  before(key: string): T | undefined {
    return this.#loaded.get(key);
  }

  /** Rows that are new or no longer what was loaded, by ascending key: every process writes in the same order. */
  changes(): RowChange<T>[] {
    const changes: RowChange<T>[] = [];
    for (const [key, after] of this.#current) {
      const before = this.#loaded.get(key);
      if (before !== after) changes.push({ key, before, after });
    }
    return changes.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  }
}
