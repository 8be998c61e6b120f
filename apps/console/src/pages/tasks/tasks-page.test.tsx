import type { Task, TaskChange } from '@banso/contract/task';
import { addDays } from '@banso/domain/time';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { today } from '../../data/session.ts';
import { onPage, toast } from '../accounts/testing/on-page.tsx';
import { anId } from '../accounts/testing/records.ts';
import { pageOf, problem, standIn } from '../accounts/testing/stand-in.ts';
import { TasksPage } from './tasks-page.tsx';
import { TasksPanel } from './tasks-panel.tsx';

const AT = '2026-01-05T10:00:00.000Z';
const haruka = {
  id: anId('mem', 7),
  name: 'Haruka',
  email: 'haruka@example.com',
  role: 'member',
  overrides: { read_texts: null, reply: null },
  permissions: ['read', 'write', 'publish', 'read_texts', 'reply'],
  createdAt: AT,
  lastSeenAt: null,
};

const aTask = (n: number, title: string, over: Partial<Task> = {}): Task => ({
  id: anId('tsk', n),
  title,
  subject: null,
  contact: null,
  account: null,
  owner: { id: haruka.id, name: haruka.name },
  dueOn: null,
  doneAt: null,
  doneBy: null,
  createdAt: AT,
  createdBy: { id: haruka.id, name: haruka.name },
  ...over,
});

function aServer(tasks: Task[]) {
  const change = (id: string, { title, ownerId, dueOn, done }: TaskChange) => {
    const at = tasks.findIndex((one) => one.id === id);
    const before = tasks[at]!;
    tasks[at] = {
      ...before,
      ...(title !== undefined && { title }),
      ...(ownerId !== undefined && { owner: ownerId === null ? null : { id: ownerId, name: 'Haruka' } }),
      ...(dueOn !== undefined && { dueOn }),
      ...(done !== undefined && { doneAt: done ? AT : null, doneBy: done ? before.createdBy : null }),
    };
  };
  const asked = standIn({
    'GET /v1/members': () => pageOf([haruka]),
    'GET /v1/views': () => ({ body: { data: [] } }),
    'GET /v1/accounts': () => pageOf([]),
    'GET /v1/tasks': ({ query }) =>
      pageOf(tasks.filter(({ doneAt }) => (doneAt !== null) === (query.get('view') === 'done'))),
    'POST /v1/tasks': ({ body }) => {
      const { title, dueOn, subject } = body as Pick<Task, 'title' | 'dueOn' | 'subject'>;
      if (title === 'refuse') return problem(503, 'unavailable');
      const made = aTask(90 + tasks.length, title, { dueOn, subject });
      tasks.push(made);
      return { status: 201, body: made };
    },
    'POST /v1/tasks/bulk': ({ body }) => {
      const { tasks: ids, change: to } = body as { tasks: string[]; change: TaskChange };
      for (const id of ids) change(id, to);
      return { body: { changed: ids, missing: [] } };
    },
    'DELETE /v1/tasks/:id': (_, id) => {
      tasks.splice(
        tasks.findIndex((one) => one.id === id),
        1,
      );
      return { status: 204 };
    },
  });
  return { asked, tasks };
}

const tick = (title: string) => page.getByRole('checkbox', { name: `Done: ${title}` });
const dialog = page.getByRole('dialog');

describe('tasks', () => {
  test('say how late they are, are ticked off with one press, and come back', async () => {
    const { tasks } = aServer([
      aTask(1, 'Call Yuna', { dueOn: addDays(today(), -2) }),
      aTask(2, 'Send the plan', { dueOn: today() }),
      aTask(3, 'Some time', { owner: null }),
    ]);
    onPage(<TasksPage />, { path: '/console/tasks?view=everybody' });
    const rows = page.getByRole('list', { name: 'List of tasks' }).getByRole('listitem');
    await expect.element(rows.nth(0).getByText('2 days late')).toBeVisible();
    await expect.element(rows.nth(1).getByText('Due today')).toBeVisible();
    await expect.element(rows.nth(2).getByText('No day')).toBeVisible();
    await tick('Call Yuna').click();
    await expect.element(toast('Task done.')).toBeVisible();
    await expect.element(tick('Call Yuna')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(tick('Call Yuna')).toBeVisible();
    expect(tasks[0]?.doneAt).toBeNull();
  });

  test('are changed together, by keys too', async () => {
    const { tasks } = aServer([aTask(1, 'One'), aTask(2, 'Two', { dueOn: today() })]);
    onPage(<TasksPage />, { path: '/console/tasks' });
    await page.getByRole('checkbox', { name: 'Select: One' }).click();
    await page.getByRole('checkbox', { name: 'Select: Two' }).click();
    await expect.element(page.getByText('2 selected')).toBeVisible();
    await page.getByRole('button', { name: 'Until' }).click();
    await page.getByRole('menuitem', { name: 'Tomorrow' }).click();
    await expect.element(toast('2 tasks changed.')).toBeVisible();
    expect(tasks.map(({ dueOn }) => dueOn)).toEqual([addDays(today(), 1), addDays(today(), 1)]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => tasks.map(({ dueOn }) => dueOn)).toEqual([null, today()]);
    await userEvent.keyboard('j');
    await userEvent.keyboard('e');
    await expect.element(tick('Two')).not.toBeInTheDocument();
  });

  test('are added with a day, keep what was typed when it was not saved, and are changed and deleted', async () => {
    const { tasks, asked } = aServer([]);
    onPage(<TasksPage />, { path: '/console/tasks' });
    await expect.element(page.getByText('Nothing is planned')).toBeVisible();
    await page.getByRole('button', { name: 'Add task' }).first().click();
    const title = dialog.getByRole('textbox', { name: 'What is to be done' });
    await dialog.getByRole('button', { name: 'Add task' }).click();
    await title.fill('refuse');
    await dialog.getByRole('button', { name: 'Tomorrow' }).click();
    await dialog.getByRole('button', { name: 'Add task' }).click();
    await expect.element(dialog.getByText(/was not saved/)).toBeVisible();
    await expect.element(title).toHaveValue('refuse');
    await title.fill('Call Yuna');
    await dialog.getByRole('button', { name: 'Add task' }).click();
    await expect.element(tick('Call Yuna')).toBeVisible();
    expect(tasks[0]).toMatchObject({ title: 'Call Yuna', dueOn: addDays(today(), 1) });

    await page.getByRole('button', { name: 'Call Yuna', exact: true }).click();
    await dialog.getByRole('textbox', { name: 'What is to be done' }).fill('Write to Yuna');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.element(tick('Write to Yuna')).toBeVisible();
    // only what was changed is sent: a colleague may have changed the rest
    expect(asked.findLast(({ path }) => path === '/v1/tasks/bulk')?.body).toMatchObject({
      change: { title: 'Write to Yuna' },
    });
    await page.getByRole('button', { name: 'More: Write to Yuna' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect.element(toast('Task deleted.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect.element(tick('Write to Yuna')).toBeVisible();
  });

  test('of a person show what was done behind a press, and a new one is about what is open', async () => {
    const subject = { kind: 'response', id: anId('rsp', 1) } as const;
    const { tasks } = aServer([aTask(1, 'Old', { doneAt: AT, doneBy: { id: null, name: 'A key' } })]);
    onPage(<TasksPanel subject={subject} of={{ contactId: anId('con', 1) }} addKey="a" />);
    await page.getByRole('button', { name: 'Show 1 done' }).click();
    await expect.element(tick('Old')).toBeChecked();
    await userEvent.keyboard('a');
    await dialog.getByRole('textbox', { name: 'What is to be done' }).fill('Call back');
    await userEvent.keyboard('{Enter}');
    await expect.element(tick('Call back')).toBeVisible();
    expect(tasks.at(-1)?.subject).toEqual(subject);
  });
});
