import {
  type InfiniteData,
  QueryClient,
  type QueryKey,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/preact-query';
import * as z from 'zod';
import { type Answer, ApiError, type Query } from './api.ts';
import { api, workspace } from './session.ts';

/** Keeps what was read; a failed read is tried again only when the server could not be reached. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => error instanceof ApiError && error.status === 0 && failures < 3,
    },
  },
});

const keyOf = (path: string, query: Query | undefined) => [workspace.peek()?.id, path, query ?? {}] as const;

/** How something is read. */
interface Reading {
  enabled?: boolean;
  /** The state of what it is about: with another one it is read again. */
  of?: string | number | null | undefined;
}

/** Reads one thing of the current workspace. */
export function useRead<S extends z.ZodType>(
  path: string,
  schema: S,
  query?: Query,
  { of, ...options }: Reading = {},
) {
  return useQuery<Answer<z.infer<S>>, ApiError>({
    queryKey: [...keyOf(path, query), of],
    queryFn: ({ signal }) => api.call('GET', path, { schema, ...(query && { query }), signal }),
    ...options,
  });
}

/** Reads a list page by page. */
export function usePages<S extends z.ZodType>(
  path: string,
  item: S,
  query?: Query,
  { of }: Pick<Reading, 'of'> = {},
) {
  const schema = z.object({ data: z.array(item), nextCursor: z.string().nullable() });
  type Page = z.infer<typeof schema>;
  return useInfiniteQuery<Page, ApiError, InfiniteData<Page>, QueryKey, string | undefined>({
    queryKey: [...keyOf(path, query), of, 'pages'],
    queryFn: async ({ pageParam, signal }) =>
      (await api.call('GET', path, { schema, query: { ...query, cursor: pageParam }, signal })).data,
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

/**
 * What was read under this path is out of date: read it again where it is on the screen. What is read for the first time just
 * now may have been answered before the change; it is shown, and read once more.
 */
export function forget(path: string): void {
  const predicate = ({ queryKey }: { queryKey: QueryKey }) =>
    typeof queryKey[1] === 'string' && queryKey[1].startsWith(path);
  for (const query of queries.getQueryCache().findAll({ predicate })) {
    const { queryKey, state, promise } = query;
    if (state.fetchStatus === 'idle' || state.data !== undefined) continue;
    promise?.then(
      // unless another change has seen to it
      () => query.state.fetchStatus === 'idle' && void queries.invalidateQueries({ queryKey, exact: true }),
      () => undefined, // it could not be read: the page says so
    );
  }
  void queries.invalidateQueries({ predicate });
}
