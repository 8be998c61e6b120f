import type { ChecklistStep } from '@banso/domain/content';
import { FieldGroup, RadioSegment } from '@banso/ui';
import { StepEvent, StepTrait, StepWords } from '../audience/loaded-conditions.tsx';
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
        <StepEvent
          event={step.completeWhen}
          path={`${path}.completeWhen`}
          onEvent={(completeWhen) => onChange({ completeWhen })}
        />
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
      {way === 'other' && step.completeWhen && <StepWords condition={step.completeWhen} />}
    </FieldGroup>
  );
}
