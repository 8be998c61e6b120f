import type * as z from 'zod';
import { ApiError } from '../../data/api.ts';
import type { Answer } from '../../data/api.ts';
import { forget, queries, useRead } from '../../data/query.ts';
import { api } from '../../data/session.ts';

/** One account or contact that is read, and changed under its ETag. */
export interface RecordAccess<T> {
  /** Undefined until it was read. */
  record: T | undefined;
  error: ApiError | null;
  isPending: boolean;
  isFetching: boolean;
  retry: () => void;
  current(): Answer<T>;
  reload(): Promise<Answer<T>>;
  patch(body: unknown, etag: string | undefined): Promise<Answer<T>>;
}

/** Reads a record and keeps what is on the screen equal to what the last change answered. `noun` is its list. */
export function useRecord<S extends z.ZodType>(
  noun: string,
  id: string,
  schema: S,
): RecordAccess<z.infer<S>> {
  type T = z.infer<S>;
  const path = `${noun}/${id}`;
  const read = useRead(path, schema);
  const filter = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[1] === path };
  const put = (answer: Answer<T>) => {
    queries.setQueriesData(filter, answer);
    forget(noun);
    return answer;
  };
  return {
    record: read.data?.data,
    error: read.error,
    isPending: read.isPending,
    isFetching: read.isFetching,
    retry: () => void read.refetch(),
    current() {
      const known = queries.getQueriesData<Answer<T>>(filter).find(([, answer]) => answer !== undefined)?.[1];
      if (!known) throw new Error(`${path} was changed before it was read`);
      return known;
    },
    reload: async () => put(await api.call('GET', path, { schema })),
    patch: async (body, etag) => put(await api.call('PATCH', path, { schema, body, etag })),
  };
}

/** True when the record is not there, rather than out of reach. */
export const isGone = (error: ApiError | null): boolean =>
  error instanceof ApiError && (error.status === 404 || error.status === 400);
