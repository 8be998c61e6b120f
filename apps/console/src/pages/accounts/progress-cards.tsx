import { account } from '@banso/contract';
import {
  Card,
  CheckIcon,
  ChecklistIcon,
  EmptyState,
  Icon,
  LockIcon,
  ProgressBar,
  Skeleton,
  Status,
} from '@banso/ui';
import * as z from 'zod';
import { useRead } from '../../data/query.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatDay, formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { recordTexts } from './record-texts.ts';

type Progress = z.infer<typeof account.ChecklistProgress>;
type Step = Progress['progress']['steps'][number];

const Answer = z.object({ data: z.array(account.ChecklistProgress) });
const DAY_MS = 86_400_000;

/** How far along each checklist is; `none` is what belongs there when none has begun. */
export function ProgressCards({ of, none }: { of: string; none: string }) {
  const texts = textsOf(recordTexts);
  const read = useRead(`${of}/progress`, Answer);
  const all = read.data?.data.data;
  if (read.isPending)
    return (
      <Card title={texts.progress} busy>
        <Skeleton shape="text" />
      </Card>
    );
  if (!all) {
    return (
      <Card title={texts.progress}>
        <ReadFailed of={read} title={texts.noProgressFailed}>
          {texts.failedWhat}
        </ReadFailed>
      </Card>
    );
  }
  if (all.length === 0) {
    return (
      <Card title={texts.progress}>
        <EmptyState icon={ChecklistIcon} title={texts.noProgress}>
          {none}
        </EmptyState>
      </Card>
    );
  }
  return (
    <>
      {all.map((each) => (
        <OneChecklist key={each.checklist.id} each={each} />
      ))}
    </>
  );
}

function OneChecklist({ each }: { each: Progress }) {
  const texts = textsOf(recordTexts);
  const { checklist, progress, startedAt } = each;
  const finished = progress.completedAt;
  const amount = texts.doneOf(progress.done, progress.total);
  const steps = (
    <ol class="plan">
      {progress.steps.map((step, index) => (
        <OneStep key={step.key} step={step} number={index + 1} titles={each.titles} />
      ))}
    </ol>
  );
  return (
    <Card
      title={<a href={`/console/checklists/${checklist.id}`}>{checklist.name}</a>}
      meta={finished ? texts.finished(formatDay(finished)) : texts.begun(formatDay(startedAt))}
      actions={
        <>
          <span class="muted xs">{amount}</span>
          <span class="plan-bar">
            <ProgressBar
              kind="measure"
              label={checklist.name}
              value={progress.done}
              max={progress.total}
              valueText={amount}
              tone={finished ? 'good' : undefined}
            />
          </span>
        </>
      }
    >
      {finished ? (
        <details class="plan-more">
          <summary class="link">{texts.showSteps}</summary>
          {steps}
        </details>
      ) : (
        steps
      )}
    </Card>
  );
}

function OneStep({ step, number, titles }: { step: Step; number: number; titles: Progress['titles'] }) {
  const texts = textsOf(recordTexts);
  const { state, current } = step;
  const titleOf = (key: string) => titles[key] ?? key;
  return (
    <li class={state} aria-current={current ? 'step' : undefined}>
      <span class="plan-n" aria-hidden="true">
        {state === 'done' ? (
          <Icon of={CheckIcon} size="s" />
        ) : state === 'locked' ? (
          <Icon of={LockIcon} size="s" />
        ) : (
          number
        )}
      </span>
      <span class="grow">
        <span class="vh">{texts.step[state]}: </span>
        {titleOf(step.key)}
        {state === 'locked' && step.lockedBy.length > 0 && (
          <span class="muted xs plan-why">{texts.after(step.lockedBy.map(titleOf).join(', '))}</span>
        )}
      </span>
      {step.doneBy !== undefined && <span class="muted desk">{texts.doneBy(step.doneBy)}</span>}
      <Due step={step} />
    </li>
  );
}

function Due({ step: { state, doneAt, dueAt } }: { step: Step }) {
  const texts = textsOf(recordTexts);
  if (state === 'done')
    return doneAt === undefined ? null : <span class="muted nowrap">{formatDay(doneAt)}</span>;
  if (dueAt === undefined) return null;
  const daysLate = Math.floor((Date.now() - Date.parse(dueAt)) / DAY_MS);
  if (daysLate >= 1) return <Status tone="bad" label={texts.late(daysLate)} />;
  return <span class="muted nowrap">{texts.due(formatNear(dueAt))}</span>;
}
