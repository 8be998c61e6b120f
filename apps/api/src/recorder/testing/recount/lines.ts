/** A row as the database has it. */
export type Row = Readonly<Record<string, string | number | null>>;

/** A fact of the log. */
export interface LogEntry {
  id: string;
  type: string;
  contact_id: string;
  account_id: string | null;
  content_id: string;
  at: string;
  received_at: string;
  /** The key of a server; null: a page. */
  sent_by: string | null;
  said: Readonly<Record<string, unknown>>;
}

/** The projections as something comparable: every row as text, sorted. */
export type Projections = Readonly<Record<string, readonly string[]>>;

/** Parts of a row as one text. */
export const line = (...parts: unknown[]) => parts.map((part) => String(part)).join(' | ');
/** The UTC day of a time. */
export const day = (at: string) => at.slice(0, 10);
/** The UTC hour of a time. */
export const hour = (at: string) => `${at.slice(0, 13)}:00:00.000Z`;

/** Every row as text, sorted. */
export const lines = (rows: readonly Row[], of: (row: Row) => string) => rows.map(of).toSorted();
/** Counts as text, sorted. */
export const tally = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([key, count]) => line(key, count)).toSorted();

/** Counts one more. */
export function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
