import type { ComponentChildren } from 'preact';

/** A column of a {@link Table}. */
export interface TableColumn<Row> {
  id: string;
  header: string;
  /** Drawn in place of the header, which is then only for screen readers: a scale, an icon. */
  head?: ComponentChildren;
  /** The header is only for screen readers. */
  hideHeader?: boolean | undefined;
  cell: (row: Row) => ComponentChildren;
  /** `end` for figures; they are tabular. Default `start`. */
  align?: 'start' | 'end' | undefined;
  /** The header becomes a button. */
  sortable?: boolean | undefined;
  /** First direction on a press; figures usually start with the largest. Default `ascending`. */
  firstSort?: SortDirection | undefined;
  /** Names the row: `<th scope="row">`. One column at most. */
  rowHeader?: boolean | undefined;
  /** A CSS width for a column that must not grow with its content. */
  width?: string | undefined;
  /** Where it stands when a row becomes two lines on a phone. Default `hide`, for the row header `title`. */
  phone?: 'title' | 'end' | 'below' | 'below-end' | 'full' | 'hide' | undefined;
  /** Not worth its space below 1180 px. */
  wideOnly?: boolean | undefined;
}

/** Smallest first or largest first. */
export type SortDirection = 'ascending' | 'descending';

/** By which column a table is sorted. The owner sorts; best kept in the URL. */
export interface TableSort {
  column: string;
  direction: SortDirection;
}
