import { TaskBulkChanged, type TaskChange } from '@banso/contract/task';
import { forget } from '../../data/query.ts';
import { api } from '../../data/session.ts';

/** Where tasks are read and written. */
export const TASKS_PATH = '/v1/tasks';

/** Tasks are read again wherever they are on the screen. */
export function forgetTasks(): void {
  forget(TASKS_PATH);
  forget('/v1/my-day');
}

/** Changes tasks by their ids. @throws {ApiError} when nothing was changed. */
export async function sendChange(ids: readonly string[], change: TaskChange) {
  const { data } = await api.call('POST', `${TASKS_PATH}/bulk`, {
    schema: TaskBulkChanged,
    body: { tasks: ids, change },
  });
  return data;
}
