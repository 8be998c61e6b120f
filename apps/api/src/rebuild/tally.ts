import type { CounterRow, CounterTable } from '@banso/database';
import { counters } from '@banso/database';

/** A sum that is not what it should be. */
export interface WrongSum extends Pick<CounterRow, 'table' | 'key'> {
  /** Which sum of the row. */
  column: string;
  is: number;
  should: number;
}

/** Sums of the tables of counters, counted anew. */
export class Tally {
  readonly #rows = new Map<string, { row: CounterRow; sums: number[] }>();

  add(table: CounterTable, key: CounterRow['key'], ...sums: readonly number[]): void {
    const name = nameOf({ table, key });
    const known = this.#rows.get(name);
    if (known) sums.forEach((sum, at) => (known.sums[at] = (known.sums[at] ?? 0) + sum));
    else this.#rows.set(name, { row: { table, key, sums }, sums: [...sums] });
  }

  /** What has to be added to the rows that are kept, so that they hold what was counted; nothing where they do. */
  missingIn(kept: readonly CounterRow[]): CounterRow[] {
    const left = new Map(this.#rows);
    const missing: CounterRow[] = [];
    const note = ({ table, key }: CounterRow, sums: number[]) => {
      if (sums.some((sum) => sum !== 0)) missing.push({ table, key, sums });
    };
    for (const row of kept) {
      const should = left.get(nameOf(row))?.sums ?? [];
      left.delete(nameOf(row));
      note(
        row,
        row.sums.map((is, at) => (should[at] ?? 0) - is),
      );
    }
    for (const { row, sums } of left.values()) note(row, sums);
    return missing;
  }
}

/** Says of rows that are missing what is there and what should be. */
export function wrongSums(missing: readonly CounterRow[], kept: readonly CounterRow[]): WrongSum[] {
  const there = new Map(kept.map((row) => [nameOf(row), row.sums]));
  return missing.flatMap((row) => {
    const { table, key, sums } = row;
    return sums.flatMap((by, at): WrongSum[] => {
      const is = there.get(nameOf(row))?.[at] ?? 0;
      const column = counters.COUNTERS[table].sums[at] ?? '';
      return by === 0 ? [] : [{ table, key, column, is, should: is + by }];
    });
  });
}

const nameOf = ({ table, key }: Pick<CounterRow, 'table' | 'key'>): string => JSON.stringify([table, ...key]);
