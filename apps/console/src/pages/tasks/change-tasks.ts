import { Task, type TaskChange } from '@banso/contract/task';
import * as z from 'zod';
import { ApiError } from '../../data/api.ts';
import { api } from '../../data/session.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { forgetTasks, sendChange, TASKS_PATH } from './send-change.ts';
import { taskTexts } from './texts.ts';

/** Changes tasks in the same way and says so, with the way back. @returns whether it was done. */
export async function changeTasks(tasks: readonly Task[], change: TaskChange): Promise<boolean> {
  const texts = textsOf(taskTexts);
  try {
    const { changed, missing } = await sendChange(
      tasks.map(({ id }) => id),
      change,
    );
    const before = tasks.filter(({ id }) => changed.includes(id));
    const words = [
      ...(changed.length > 0 ? [saidOf(change, changed.length)] : []),
      ...(missing.length > 0 ? [texts.missing(missing.length)] : []),
    ];
    toaster.show({
      message: words.join(' '),
      ...(changed.length > 0 && { undo: () => void takeBack(before, change) }),
    });
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    toaster.show({ message: texts.notDone });
    return false;
  } finally {
    forgetTasks();
  }
}

function saidOf({ done }: TaskChange, n: number): string {
  const texts = textsOf(taskTexts);
  if (done === undefined) return texts.changed(n);
  return done ? texts.finished(n) : texts.reopened(n);
}

/** What brings a task back to what it was before a change. */
const backOf = (task: Task, change: TaskChange): TaskChange => ({
  ...(change.title !== undefined && { title: task.title }),
  ...(change.ownerId !== undefined && { ownerId: task.owner?.id ?? null }),
  ...(change.dueOn !== undefined && { dueOn: task.dueOn }),
  ...(change.done !== undefined && { done: task.doneAt !== null }),
});

/** Brings each task back to what it was: those that were alike, together. */
async function takeBack(tasks: readonly Task[], change: TaskChange): Promise<void> {
  const ways = Map.groupBy(tasks, (task) => JSON.stringify(backOf(task, change)));
  try {
    for (const [back, its] of ways)
      await sendChange(
        its.map(({ id }) => id),
        JSON.parse(back) as TaskChange,
      );
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    toaster.show({ message: textsOf(taskTexts).notDone });
  } finally {
    forgetTasks();
  }
}

/** Deletes a task, with the way back: then it is a new one. */
export async function removeTask(task: Task): Promise<void> {
  const texts = textsOf(taskTexts);
  const { title, subject, owner, dueOn, doneAt } = task;
  const again = async () => {
    try {
      const body = { title, subject, dueOn, ownerId: owner?.id ?? null };
      const { data } = await api.call('POST', TASKS_PATH, { schema: Task, body });
      if (doneAt !== null) await sendChange([data.id], { done: true });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      toaster.show({ message: texts.notDone });
    } finally {
      forgetTasks();
    }
  };
  try {
    await api.call('DELETE', `${TASKS_PATH}/${task.id}`, { schema: z.undefined() });
    toaster.show({ message: texts.removed, undo: () => void again() });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    toaster.show({ message: texts.notDone });
  } finally {
    forgetTasks();
  }
}
