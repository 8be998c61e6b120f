import { common } from '@banso/contract';
import type * as z from 'zod';
import type { Query } from '../../data/api.ts';
import { api } from '../../data/session.ts';

/** Every row of a list, page after page: for a file, which holds all of them. */
export async function readAll<S extends z.ZodType>(
  path: string,
  item: S,
  query: Query,
): Promise<z.infer<S>[]> {
  const schema = common.page(item);
  const rows: z.infer<S>[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await api.call('GET', path, { schema, query: { ...query, limit: 200, cursor } });
    rows.push(...data.data);
    cursor = data.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}
