import { LoadedPart } from '../frame/loaded-part.tsx';
import type { ConditionEditorProps } from './condition-editor.tsx';
import type { TraitFieldsProps } from './trait-fields.tsx';

const loadEditor = () => import('./condition-editor.tsx').then((part) => part.ConditionEditor);
const loadTrait = () => import('./trait-fields.tsx').then((part) => part.TraitFields);

/** Conditions inside of a step: few steps have them, so the code comes with the first. */
export function StepCondition(props: ConditionEditorProps) {
  return <LoadedPart load={loadEditor} props={props} shape="text" />;
}

/** The trait that a step waits for. */
export function StepTrait(props: TraitFieldsProps) {
  return <LoadedPart load={loadTrait} props={props} shape="text" />;
}
