import { common } from '@banso/contract';
import type { SubjectRef } from '@banso/contract/subject';
import { Task } from '@banso/contract/task';
import { AddIcon, Button, List, LoadMore, Skeleton, useShortcut } from '@banso/ui';
import { useState } from 'preact/hooks';
import { usePages, useRead } from '../../data/query.ts';
import { may } from '../../data/session.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { textsOf } from '../../texts/use-texts.ts';
import { TASKS_PATH } from './send-change.ts';
import { TaskDialog, type TaskDialogProps } from './task-dialog.tsx';
import { TaskRow } from './task-row.tsx';
import { taskTexts } from './texts.ts';

/** Props of {@link TasksPanel}. */
export interface TasksPanelProps {
  /** What a new one is about. */
  subject: SubjectRef;
  /** Whose tasks are shown, wherever they were written down. */
  of: { contactId: string } | { accountId: string };
  /** The key that adds one; undefined: none does here. */
  addKey?: string | undefined;
}

const DONE_SHOWN = 20;

/** What is to be done for somebody, the nearest day first, what was done behind a press, and the way to add more. */
export function TasksPanel({ subject, of, addKey = '' }: TasksPanelProps) {
  const texts = textsOf(taskTexts);
  const [editing, setEditing] = useState<TaskDialogProps['of']>();
  const [withDone, setWithDone] = useState(false);
  const open = usePages(TASKS_PATH, Task, { ...of, limit: 20 });
  const done = useRead(TASKS_PATH, common.page(Task), { ...of, view: 'done', limit: DONE_SHOWN }).data?.data;
  const rows = open.data?.pages.flatMap((page) => page.data) ?? [];
  const doneRows = done?.data ?? [];
  const shown = withDone ? [...rows, ...doneRows] : rows;
  const add = () => setEditing({ subject });
  useShortcut(addKey, add, { enabled: addKey !== '' && may('write') && editing === undefined });

  return (
    <div class="tk-panel" role="group" aria-label={texts.title}>
      {open.isPending && <Skeleton shape="text" />}
      {open.error && rows.length === 0 && (
        <ReadFailed of={open} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {shown.length > 0 && (
        <List label={texts.title}>
          {shown.map((task) => (
            <TaskRow key={task.id} task={task} onEdit={() => setEditing({ task })} />
          ))}
        </List>
      )}
      {open.hasNextPage && (
        <LoadMore
          shown={rows.length}
          busy={open.isFetchingNextPage}
          onMore={() => void open.fetchNextPage()}
        />
      )}
      <div class="row wrap">
        {open.isSuccess && shown.length === 0 && <span class="muted">{texts.noneHere}</span>}
        {may('write') && (
          <Button small icon={AddIcon} onClick={add}>
            {texts.add}
          </Button>
        )}
        {doneRows.length > 0 && (
          <Button small variant="ghost" aria-expanded={withDone} onClick={() => setWithDone(!withDone)}>
            {withDone ? texts.hideDone : texts.showDone(doneRows.length, done?.nextCursor != null)}
          </Button>
        )}
      </div>
      {editing && <TaskDialog of={editing} onClose={() => setEditing(undefined)} />}
    </div>
  );
}
