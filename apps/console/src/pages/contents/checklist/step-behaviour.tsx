import type { ComponentProps } from 'preact';
import { StepDone } from './step-done.tsx';
import { StepRules } from './step-rules.tsx';

/** When a step is done, and what else holds of it: below its words, so that its code comes after theirs. */
export function StepBehaviour(props: ComponentProps<typeof StepDone> & ComponentProps<typeof StepRules>) {
  return (
    <>
      <StepDone {...props} />
      <StepRules {...props} />
    </>
  );
}
