import type { TableSort } from '@banso/ui';
import type { ContentSummary } from '../model/content-draft.ts';

/** What the list can be ordered by. */
export const ORDERS = ['name', 'shown', 'reacted', 'completed', 'updated'] as const;
type Order = (typeof ORDERS)[number];

/** The order in the address: `name`, or `-updated` for largest first; `undefined`: as the server lists, newest first. */
export function sortOf(value: string | undefined): TableSort | undefined {
  const column = ORDERS.find((order) => order === value?.replace(/^-/, ''));
  return column && { column, direction: value?.startsWith('-') ? 'descending' : 'ascending' };
}

/** The order as the address holds it. */
export function addressOf({ column, direction }: TableSort): string {
  return direction === 'descending' ? `-${column}` : column;
}

/** How often customers reacted: answered a survey, opened anything else. */
export function reactionsOf({ id, last30Days }: ContentSummary): number {
  return id.startsWith('srv_') ? last30Days.answered : last30Days.opened;
}

/** The rows in another order; equal ones stay as they were. */
export function ordered(
  rows: readonly ContentSummary[],
  sort: TableSort | undefined,
  language: string,
): ContentSummary[] {
  if (!sort) return [...rows];
  const names = new Intl.Collator(language, { numeric: true });
  const compare: Readonly<Record<Order, (one: ContentSummary, other: ContentSummary) => number>> = {
    name: (one, other) => names.compare(one.name, other.name),
    shown: (one, other) => one.last30Days.shown - other.last30Days.shown,
    reacted: (one, other) => reactionsOf(one) - reactionsOf(other),
    completed: (one, other) => one.last30Days.completed - other.last30Days.completed,
    updated: (one, other) => (one.updatedAt < other.updatedAt ? -1 : one.updatedAt > other.updatedAt ? 1 : 0),
  };
  const by = compare[sort.column as Order];
  return rows.toSorted((one, other) => (sort.direction === 'descending' ? by(other, one) : by(one, other)));
}
