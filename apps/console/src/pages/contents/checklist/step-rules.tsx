import { type ChecklistStep, textIn } from '@banso/domain/content';
import { Checkbox, FieldGroup, Switch } from '@banso/ui';
import { useRef } from 'preact/hooks';
import { StepCondition } from '../audience/loaded-conditions.tsx';
import { NumberInput } from '../fields/number-input.tsx';
import { useBody, useEditor } from '../frame/editor-context.ts';
import { problemAt } from '../model/draft-problems.ts';
import { EVERYBODY } from '@banso/domain/targeting';
import { problemWords } from '../texts/problem-words.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** When a step is due, whether it can be skipped, what has to be done before it, and who sees it. */
export function StepRules({
  step,
  path,
  onChange,
}: {
  step: ChecklistStep;
  path: string;
  onChange: (to: Partial<ChecklistStep>) => void;
}) {
  const texts = wordsOf('checklist');
  const { model, place, readOnly } = useEditor();
  const { body } = useBody('checklist');
  const lastCondition = useRef(step.visibleWhen);
  if (step.visibleWhen !== null) lastCondition.current = step.visibleWhen;
  const others = body.steps.filter(({ key }) => key !== step.key);
  const problem = (field: string) => {
    const found = problemAt(model.problems.value, `${path}.${field}`);
    return found && problemWords(found);
  };
  const toggle = (key: string, on: boolean) => {
    if (!readOnly)
      onChange({ requires: on ? [...step.requires, key] : step.requires.filter((each) => each !== key) });
  };

  return (
    <>
      <div class="opts">
        <div class="opt-row">
          <Switch
            label={texts.due}
            hint={texts.dueHint}
            checked={step.dueInDays !== null}
            onChange={(on) => onChange({ dueInDays: on ? 7 : null })}
            disabledReason={readOnly ? texts.readOnly : undefined}
          />
          {step.dueInDays !== null && (
            <span class="row opt-more">
              <NumberInput
                label={texts.dueDays}
                min={0}
                max={3_650}
                path={`${path}.dueInDays`}
                value={step.dueInDays}
                onNumber={(dueInDays) => onChange({ dueInDays })}
              />
              <span class="muted">{texts.daysAfterStart}</span>
            </span>
          )}
        </div>
        <div class="opt-row" data-path={`${path}.optional`}>
          <Switch
            label={texts.optional}
            hint={texts.optionalHint}
            checked={step.optional}
            onChange={(optional) => onChange({ optional })}
            disabledReason={readOnly ? texts.readOnly : undefined}
          />
        </div>
        <div class="opt-row">
          <Switch
            label={texts.visible}
            hint={texts.visibleHint}
            checked={step.visibleWhen !== null}
            onChange={(on) => onChange({ visibleWhen: on ? (lastCondition.current ?? EVERYBODY) : null })}
            disabledReason={readOnly ? texts.readOnly : undefined}
          />
          {step.visibleWhen !== null && (
            <StepCondition
              condition={step.visibleWhen}
              path={`${path}.visibleWhen`}
              label={texts.visible}
              onCondition={(visibleWhen) => onChange({ visibleWhen })}
              error={problem('visibleWhen')}
            />
          )}
        </div>
      </div>
      {others.length > 0 && (
        <FieldGroup
          legend={texts.lockedUntil}
          hint={body.ordered ? texts.lockedOrdered : texts.lockedHint}
          error={problem('requires')}
        >
          <div class="checks" data-path={`${path}.requires`}>
            {others.map((other) => (
              <Checkbox
                key={other.key}
                label={
                  textIn(other.title, place.locale, model.draft.value.defaultLocale) ||
                  wordsOf('editor').untitled
                }
                checked={step.requires.includes(other.key)}
                onChange={(on) => toggle(other.key, on)}
              />
            ))}
          </div>
        </FieldGroup>
      )}
    </>
  );
}
