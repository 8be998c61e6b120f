import type { SubjectRef } from '@banso/contract/subject';
import { Task, type TaskChange } from '@banso/contract/task';
import { Button, Chip, Dialog, Field, Input, Notice, Select } from '@banso/ui';
import { useState } from 'preact/hooks';
import { api, me } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { useMembers } from '../accounts/members.ts';
import { changeTasks } from './change-tasks.ts';
import { forgetTasks, TASKS_PATH } from './send-change.ts';
import { nextDays } from './task-words.ts';
import { taskTexts } from './texts.ts';

/** Props of {@link TaskDialog}. */
export interface TaskDialogProps {
  /** The one to change, or what a new one is about; null: nothing in particular. */
  of: { task: Task } | { subject: SubjectRef | null };
  onClose: () => void;
}

const MOST = 200;

/** Asks what is to be done, until when and by whom. Of a task only what was changed here is sent. */
export function TaskDialog({ of, onClose }: TaskDialogProps) {
  const texts = textsOf(taskTexts);
  // what stood there when it was opened is what is changed
  const [task] = useState(() => ('task' in of ? of.task : undefined));
  const own = me.value?.member.id ?? '';
  const [title, setTitle] = useState(task?.title ?? '');
  const [dueOn, setDueOn] = useState(task?.dueOn ?? '');
  const [ownerId, setOwnerId] = useState(task ? (task.owner?.id ?? '') : own);
  const [tried, setTried] = useState(false);
  const members = useMembers().filter(({ role, id }) => role !== 'viewer' || id === ownerId);
  const submit = useSubmit();
  const days = nextDays();
  const words = title.trim();

  const add = async (subject: SubjectRef | null) => {
    const body = { title: words, subject, dueOn: dueOn || null, ownerId: ownerId || null };
    await api.call('POST', TASKS_PATH, { schema: Task, body });
    toaster.show({ message: texts.added });
    forgetTasks();
    onClose();
  };
  const change = async (before: Task) => {
    const to: TaskChange = {
      ...(words !== before.title && { title: words }),
      ...(dueOn !== (before.dueOn ?? '') && { dueOn: dueOn || null }),
      ...(ownerId !== (before.owner?.id ?? '') && { ownerId: ownerId || null }),
    };
    if (Object.keys(to).length === 0 || (await changeTasks([before], to))) onClose();
  };
  const send = () => {
    setTried(true);
    if (words === '') return;
    void submit.run(() => (task ? change(task) : add('subject' in of ? of.subject : null)));
  };

  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={send}
      title={task ? texts.editTask : texts.newTask}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {task ? texts.save : texts.add}
          </Button>
        </>
      }
    >
      <div class="fields">
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {submit.problem.status === 410 ? texts.erasedWhat : texts.notSaved}
          </Notice>
        )}
        <Field
          label={texts.what}
          hint={texts.whatHint}
          error={tried && words === '' ? texts.whatMissing : submit.errorAt('title')}
        >
          <Input value={title} onValue={setTitle} maxLength={MOST} required />
        </Field>
        <Field label={texts.day} optional hint={texts.dayHint} error={submit.errorAt('dueOn')}>
          <Input type="date" value={dueOn} onValue={setDueOn} />
        </Field>
        <div class="row wrap" role="group" aria-label={texts.day}>
          {(Object.keys(days) as (keyof typeof days)[]).map((name) => (
            <Chip key={name} pressed={dueOn === days[name]} onClick={() => setDueOn(days[name])}>
              {texts.days[name]}
            </Chip>
          ))}
          <Chip pressed={dueOn === ''} onClick={() => setDueOn('')}>
            {texts.days.none}
          </Chip>
        </div>
        <Field label={texts.owner} error={submit.errorAt('ownerId')}>
          <Select
            value={ownerId}
            onValue={setOwnerId}
            options={[
              { value: '', label: texts.nobody },
              ...members.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
      </div>
    </Dialog>
  );
}
