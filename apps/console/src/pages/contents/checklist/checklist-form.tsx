import { Pane, Panes } from '@banso/ui';
import { PreviewPane } from '../frame/preview-pane.tsx';
import { useBody, useEditor } from '../frame/editor-context.ts';
import { StepForm } from './step-form.tsx';
import { StepsPane } from './steps-pane.tsx';
import { WholeForm } from './whole-form.tsx';
import { wordsOf } from '../texts/editor-words.ts';

/** Steps, the form of the step that is open, and the widget beside them. */
export function ChecklistForm() {
  const texts = wordsOf('checklist');
  const { place } = useEditor();
  const { body } = useBody('checklist');
  const index = body.steps.findIndex(({ key }) => key === place.step);
  const step = body.steps[index];
  return (
    <Panes layout="editor" class="ed">
      <Pane label={texts.steps} soft class="ed-list">
        <StepsPane />
      </Pane>
      <Pane label={step ? texts.stepOf(index + 1) : texts.whole} class="ed-form">
        {step ? <StepForm key={step.key} step={step} index={index} /> : <WholeForm />}
      </Pane>
      <PreviewPane />
    </Panes>
  );
}
