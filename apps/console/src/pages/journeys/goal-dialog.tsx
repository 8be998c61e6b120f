import { ActivationGoals, type OnboardingReport } from '@banso/contract/journey';
import { Button, Dialog, Field, Input, Notice, RadioSegment } from '@banso/ui';
import { useState } from 'preact/hooks';
import { forget } from '../../data/query.ts';
import { api } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { onboardingTexts } from './texts/onboarding.ts';

/** Chooses what counts as activated, after this checklist or after all that have nothing of their own. */
export function GoalDialog({ report, onClose }: { report: OnboardingReport; onClose: () => void }) {
  const texts = textsOf(onboardingTexts);
  const submit = useSubmit();
  const [event, setEvent] = useState(report.goal?.event ?? '');
  const [days, setDays] = useState(`${report.goal?.withinDays ?? 14}`);
  const [scope, setScope] = useState<'checklist' | 'workspace'>(
    report.goalFrom === 'checklist' ? 'checklist' : 'workspace',
  );
  const checklistId = scope === 'checklist' ? report.checklist.id : null;
  const put = async (goal: { event: string; withinDays: number } | null) => {
    const body = { checklistId, goal };
    const isDone = await submit.run(async () => {
      await api.call('PUT', '/v1/reports/onboarding/goals', { schema: ActivationGoals, body });
    });
    if (!isDone) return;
    forget('/v1/reports/onboarding');
    toaster.show({ message: goal ? texts.goalSaved : texts.goalRemoved });
    onClose();
  };
  const isSet = report.goalFrom === scope;
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.chooseGoal}
      actions={
        <>
          {isSet && (
            <Button variant="ghost" busy={submit.busy} onClick={() => void put(null)}>
              {texts.removeGoal}
            </Button>
          )}
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button
            variant="primary"
            busy={submit.busy}
            onClick={() => void put({ event: event.trim(), withinDays: Number(days) })}
          >
            {texts.save}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p class="muted">{texts.noGoalWhat}</p>
        <Field
          label={texts.event}
          hint={texts.eventHint}
          error={submit.errorAt('goal.event') && texts.eventWrong}
        >
          <Input mono value={event} onValue={setEvent} maxLength={200} />
        </Field>
        <Field label={texts.withinDays} error={submit.errorAt('goal.withinDays') && texts.daysWrong}>
          <Input type="number" min={1} max={365} value={days} onValue={setDays} />
        </Field>
        <RadioSegment
          label={texts.scope}
          value={scope}
          onChange={setScope}
          options={[
            { value: 'workspace', label: texts.scopes.workspace },
            { value: 'checklist', label: texts.scopes.checklist },
          ]}
        />
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {texts.notSaved}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
