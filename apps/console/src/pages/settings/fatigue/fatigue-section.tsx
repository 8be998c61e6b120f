import { ButtonLink, Card, Skeleton } from '@banso/ui';
import { may } from '../../../data/session.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { textsOf } from '../../../texts/use-texts.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { useWorkspace } from '../use-workspace.ts';
import { EditForm } from '../workspace/edit-form.tsx';
import { useWorkspaceEdit } from '../workspace/use-workspace-edit.ts';
import { BudgetRules } from './budget-rules.tsx';
import { Experience } from './experience.tsx';
import './fatigue.css';
import { problemsOf } from './rules.ts';
import { fatigueTexts } from './texts.ts';

/** How often anybody may be interrupted. */
export function FatigueSection() {
  const texts = textsOf(fatigueTexts);
  const read = useWorkspace();
  if (read.isPending) return <Skeleton shape="cards" count={2} />;
  if (!read.data) {
    return (
      <ReadFailed of={read} title={texts.failed}>
        {texts.failedWhat}
      </ReadFailed>
    );
  }
  return <Form read={read.data} />;
}

function Form({ read }: { read: NonNullable<ReturnType<typeof useWorkspace>['data']> }) {
  const texts = textsOf(fatigueTexts);
  const edit = useWorkspaceEdit(read);
  const budget = edit.value.fatigue;
  const wrong = problemsOf(budget);
  const isFine = Object.keys(wrong).length === 0;
  return (
    <div class="set-col">
      {!may('administer') && <NeedsAdmin of="workspace" />}
      <p class="muted">{texts.what}</p>
      <EditForm edit={edit} fine={isFine} conflictWhat={texts.conflictWhat}>
        <BudgetRules budget={budget} wrong={wrong} onBudget={(fatigue) => edit.set({ fatigue })} />
      </EditForm>
      {isFine && <Experience budget={budget} />}
      <Card title={texts.ahead}>
        <div class="row wrap">
          <p class="grow">{texts.aheadWhat}</p>
          <ButtonLink href="/console/reports/listening">{texts.ahead}</ButtonLink>
        </div>
      </Card>
    </div>
  );
}
