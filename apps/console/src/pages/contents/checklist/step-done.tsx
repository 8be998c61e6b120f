import type { ChecklistStep } from '@banso/domain/content';
import { FieldGroup, Icon, RadioSegment, RuleIcon, Select } from '@banso/ui';
import { ConditionInWords } from '../audience/condition-in-words.tsx';
import { StepTrait } from '../audience/loaded-conditions.tsx';
import { useKnownNames } from '../audience/use-known-names.ts';
import { NumberInput } from '../fields/number-input.tsx';
import { SuggestInput } from '../fields/suggest-input.tsx';
import { useEditor } from '../frame/editor-context.ts';
import { problemAt } from '../model/draft-problems.ts';
import { problemWords } from '../texts/problem-words.ts';
import { completeWhenFor, type DoneWay, doneWayOf } from './done-way.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** How a step becomes done: ticked by the person, done by the team, or by itself. */
export function StepDone({
  step,
  path,
  onChange,
}: {
  step: ChecklistStep;
  path: string;
  onChange: (to: Partial<ChecklistStep>) => void;
}) {
  const texts = wordsOf('checklist');
  const { model, readOnly } = useEditor();
  const way = doneWayOf(step);
  const problem = problemAt(model.problems.value, `${path}.completeWhen`);
  const ways: DoneWay[] = [
    'person',
    'event',
    'trait',
    'team',
    ...(way === 'other' ? ['other' as const] : []),
  ];
  const choose = (to: DoneWay) => {
    if (!readOnly)
      onChange({
        completeWhen: completeWhenFor(to, step.completeWhen),
        owner: to === 'team' ? 'team' : way === 'team' ? 'customer' : step.owner,
      });
  };
  return (
    <FieldGroup legend={texts.doneWhen} hint={texts.doneHint[way]} error={problem && problemWords(problem)}>
      <div class="cond-way">
        <RadioSegment
          label={texts.doneWhen}
          value={way}
          onChange={choose}
          options={ways.map((value) => ({ value, label: texts.way[value] }))}
        />
      </div>
      {step.completeWhen?.type === 'event' && (
        <EventFields step={step} path={`${path}.completeWhen`} onChange={onChange} />
      )}
      {step.completeWhen?.type === 'trait' && (
        <div class="cond">
          <StepTrait
            leaf={step.completeWhen}
            path={`${path}.completeWhen`}
            onLeaf={(completeWhen) => onChange({ completeWhen })}
          />
        </div>
      )}
      {way === 'other' && step.completeWhen && <ConditionInWords condition={step.completeWhen} />}
    </FieldGroup>
  );
}

function EventFields({
  step,
  path,
  onChange,
}: {
  step: ChecklistStep;
  path: string;
  onChange: (to: Partial<ChecklistStep>) => void;
}) {
  const texts = wordsOf('checklist');
  const { model } = useEditor();
  const names = useKnownNames();
  const event = step.completeWhen;
  if (event?.type !== 'event') return null;
  return (
    <div class="cond" data-path={path}>
      <Icon of={RuleIcon} />
      <SuggestInput
        label={texts.eventName}
        placeholder="member_invited"
        path={`${path}.name`}
        invalid={problemAt(model.problems.value, `${path}.name`) !== undefined}
        suggestions={names.events}
        maxLength={200}
        value={event.name}
        onValue={(name) => onChange({ completeWhen: { ...event, name: name.trim() } })}
      />
      <span class="muted">{texts.happensAtLeast}</span>
      <NumberInput
        label={texts.times}
        min={1}
        max={1_000_000}
        value={event.count}
        onNumber={(count) => count !== null && onChange({ completeWhen: { ...event, count } })}
      />
      <span class="muted">{texts.timesBy}</span>
      <Select
        aria-label={texts.byWhom}
        value={event.subject}
        onValue={(subject) => onChange({ completeWhen: { ...event, subject } })}
        options={[
          { value: 'contact', label: texts.byPerson },
          { value: 'account', label: texts.byAnyone },
        ]}
      />
    </div>
  );
}
