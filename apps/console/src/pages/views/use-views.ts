import { View } from '@banso/contract/view';
import * as z from 'zod';
import { forget, useRead } from '../../data/query.ts';
import { api } from '../../data/session.ts';

export const VIEWS_PATH = '/v1/views';
const Views = z.object({ data: z.array(View) });

/** The views of a list that this member sees: own and shared ones. While they are on their way there are none. */
export function useViews(page: View['page']): readonly View[] {
  return useRead(VIEWS_PATH, Views, { page }).data?.data.data ?? [];
}

/** Saves a view. @throws {ApiError} */
export async function createView(view: Pick<View, 'page' | 'name' | 'query' | 'shared'>): Promise<View> {
  const { data } = await api.call('POST', VIEWS_PATH, { schema: View, body: view });
  forget(VIEWS_PATH);
  return data;
}

/** Changes a view. @throws {ApiError} */
export async function changeView(
  id: string,
  change: Partial<Pick<View, 'name' | 'query' | 'shared'>>,
): Promise<void> {
  await api.call('PATCH', `${VIEWS_PATH}/${id}`, { schema: View, body: change });
  forget(VIEWS_PATH);
}

/** Deletes a view. @throws {ApiError} */
export async function removeView(id: string): Promise<void> {
  await api.call('DELETE', `${VIEWS_PATH}/${id}`, { schema: z.undefined() });
  forget(VIEWS_PATH);
}
