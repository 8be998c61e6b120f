import { Card } from '@banso/ui';
import { LoadedPart } from '../contents/frame/loaded-part.tsx';
import type { TasksPanelProps } from './tasks-panel.tsx';
import { tasksTitle } from './tasks-title.ts';

const loadPanel = () => import('./tasks-panel.tsx').then((part) => part.TasksPanel);

/** Tasks in a pane, whose code is loaded when they are shown. */
export function TasksSlot(props: TasksPanelProps) {
  return <LoadedPart load={loadPanel} props={props} shape="text" />;
}

/** Tasks on the page of a record. */
export function TasksCard(props: TasksPanelProps) {
  return (
    <Card title={tasksTitle()}>
      <TasksSlot key={props.subject.id} {...props} />
    </Card>
  );
}
