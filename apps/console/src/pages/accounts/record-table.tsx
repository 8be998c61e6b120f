import { EmptyState, LoadMore, PageBody, Skeleton, Table } from '@banso/ui';
import type { TableColumn, TableSort } from '@banso/ui';
import { useLocation } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { usePages } from '../../data/query.ts';
import { useUrlState } from '../../data/url-state.ts';
import type { ApiError } from '../../data/api.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';

/** What a list of records says. */
export interface RecordTableWords {
  caption: string;
  failed: string;
  failedWhat: string;
  none: string;
  noneWhat: string;
}

/** What {@link RecordTable} shows. */
export interface RecordTableProps<Row extends { id: string }> {
  words: RecordTableWords;
  list: Pick<
    ReturnType<typeof usePages>,
    'isPending' | 'isFetching' | 'isFetchingNextPage' | 'hasNextPage' | 'isSuccess'
  > & {
    error: ApiError | null;
    refetch: () => unknown;
    fetchNextPage: () => unknown;
  };
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
  nameOf: (row: Row) => string;
  hrefOf: (row: Row) => string;
  /** The sort of the address: a column, with `-` before it for largest first. */
  sort: string;
  /** A filter or a search is on. */
  filtered: boolean;
  /** Takes the filters off. */
  clear: ComponentChildren;
  /** What stands here before the first record. */
  first: ComponentChildren;
}

/** Sort of the address as the table wants it. */
function tableSort(sort: string): TableSort {
  return sort.startsWith('-')
    ? { column: sort.slice(1), direction: 'descending' }
    : { column: sort, direction: 'ascending' };
}

/** A sortable list of records that fills itself as one scrolls; `j`, `k` and Enter work, and "back" finds the row again. */
export function RecordTable<Row extends { id: string }>(props: RecordTableProps<Row>) {
  const { words, list, rows, columns, nameOf, hrefOf, sort, filtered, clear, first } = props;
  const { route } = useLocation();
  const [query, change] = useUrlState();

  if (list.isPending)
    return (
      <PageBody>
        <Skeleton shape="table" count={10} />
      </PageBody>
    );
  if (list.error && rows.length === 0) {
    return (
      <PageBody>
        <ReadFailed of={list} title={words.failed}>
          {words.failedWhat}
        </ReadFailed>
      </PageBody>
    );
  }
  if (rows.length === 0) {
    return (
      <PageBody>
        {filtered ? (
          <EmptyState title={words.none} action={clear}>
            {words.noneWhat}
          </EmptyState>
        ) : (
          first
        )}
      </PageBody>
    );
  }
  return (
    <div class="records" aria-busy={list.isFetching}>
      <Table
        caption={words.caption}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowName={nameOf}
        sort={tableSort(sort)}
        onSort={({ column, direction }) =>
          change({ sort: direction === 'descending' ? `-${column}` : column, at: undefined })
        }
        onOpen={(row) => route(hrefOf(row))}
        active={query['at']}
        onActive={(at) => change({ at })}
      />
      {list.hasNextPage && <More shown={rows.length} list={list} />}
    </div>
  );
}

/** Loads the next page when one scrolls near the end; the button stays for everybody else. */
function More({ shown, list }: { shown: number; list: RecordTableProps<{ id: string }>['list'] }) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(list);
  latest.current = list;
  useEffect(() => {
    if (!place.current) return undefined;
    const watch = new IntersectionObserver(
      ([entry]) => {
        const { isFetchingNextPage, error, fetchNextPage } = latest.current;
        if (entry?.isIntersecting && !isFetchingNextPage && !error) void fetchNextPage();
      },
      { rootMargin: '600px' },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [shown]);
  return (
    <div ref={place}>
      <LoadMore shown={shown} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </div>
  );
}
