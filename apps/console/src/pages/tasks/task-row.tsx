import type { Task } from '@banso/contract/task';
import { Checkbox, Clock, IconButton, ListRow, Menu, MoreIcon, type RowProps } from '@banso/ui';
import { may } from '../../data/session.ts';
import { subjectHref } from '../../shell/subject-href.ts';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { textLanguage } from '../accounts/text-language.ts';
import { changeTasks, removeTask } from './change-tasks.ts';
import { dueWords } from './task-words.ts';
import './tasks.css';
import { taskTexts } from './texts.ts';

/** Props of {@link TaskRow}. */
export interface TaskRowProps {
  task: Task;
  onEdit: () => void;
  /** Says whom and what it is about; not where that is plain. */
  showsAbout?: boolean | undefined;
  /** Where several can be changed together. */
  select?: { picked: boolean; onPick: (picked: boolean) => void } | undefined;
  active?: boolean | undefined;
  rowProps?: RowProps | undefined;
}

/** One task: ticked off with one press, opened by its name. */
export function TaskRow({ task, onEdit, showsAbout, select, active, rowProps }: TaskRowProps) {
  const texts = textsOf(taskTexts);
  const { title, owner, doneAt, doneBy } = task;
  const isDone = doneAt !== null;
  const due = dueWords(task.dueOn);
  const about = aboutOf(task);
  const name = (
    <span class={isDone ? 'tk-done' : undefined} lang={textLanguage(title)}>
      {title}
    </span>
  );
  return (
    <ListRow
      active={active}
      rowProps={rowProps}
      leading={
        may('write') && (
          <span class="row tk-checks">
            {select && (
              <Checkbox
                label={texts.select(title)}
                hideLabel
                checked={select.picked}
                onChange={select.onPick}
              />
            )}
            <Checkbox
              kind="done"
              label={texts.markDone(title)}
              hideLabel
              checked={isDone}
              onChange={(done) => void changeTasks([task], { done })}
            />
          </span>
        )
      }
      title={
        may('write') ? (
          <button type="button" class="tk-open" onClick={onEdit}>
            {name}
          </button>
        ) : (
          name
        )
      }
      reasons={[
        isDone ? (
          texts.doneOn(formatNear(doneAt), doneBy?.name ?? '')
        ) : (
          <Clock tone={due.tone}>{due.words}</Clock>
        ),
        owner?.name ?? texts.nobody,
        ...(showsAbout && about !== undefined
          ? [
              task.subject ? (
                <a class="link" href={subjectHref(task.subject.kind, task.subject.id)}>
                  {about}
                </a>
              ) : (
                about
              ),
            ]
          : []),
      ]}
      actions={
        may('write') && (
          <Menu
            label={texts.actionsOf(title)}
            align="end"
            sections={[
              {
                id: 'own',
                items: [
                  { id: 'edit', label: texts.edit, onSelect: onEdit },
                  {
                    id: 'done',
                    label: isDone ? texts.setOpen : texts.setDone,
                    onSelect: () => void changeTasks([task], { done: !isDone }),
                  },
                  { id: 'remove', label: texts.remove, danger: true, onSelect: () => void removeTask(task) },
                ],
              },
            ]}
            trigger={(props) => <IconButton {...props} icon={MoreIcon} label={texts.actionsOf(title)} />}
          />
        )
      }
    />
  );
}

function aboutOf({ contact, account }: Task): string | undefined {
  const names = [contact?.name, account?.name].filter((one) => one != null);
  return names.length > 0 ? names.join(', ') : undefined;
}
