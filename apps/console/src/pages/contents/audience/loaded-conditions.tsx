import type { Condition } from '@banso/domain/targeting';
import { LoadedPart } from '../frame/loaded-part.tsx';
import type { ConditionEditorProps } from './condition-editor.tsx';
import type { EventFieldsProps } from './event-fields.tsx';
import type { TraitFieldsProps } from './trait-fields.tsx';

const loadEditor = () => import('./condition-editor.tsx').then((part) => part.ConditionEditor);
const loadTrait = () => import('./trait-fields.tsx').then((part) => part.TraitFields);
const loadEvent = () => import('./event-fields.tsx').then((part) => part.EventFields);
const loadWords = () => import('./condition-in-words.tsx').then((part) => part.ConditionInWords);

/** Conditions inside of a step: few steps have them, so the code comes with the first. */
export function StepCondition(props: ConditionEditorProps) {
  return <LoadedPart load={loadEditor} props={props} shape="text" />;
}

/** The trait that a step waits for. */
export function StepTrait(props: TraitFieldsProps) {
  return <LoadedPart load={loadTrait} props={props} shape="text" />;
}

/** The event that a step waits for. */
export function StepEvent(props: EventFieldsProps) {
  return <LoadedPart load={loadEvent} props={props} shape="text" />;
}

/** What a step waits for, where that can only be read here. */
export function StepWords(props: { condition: Condition }) {
  return <LoadedPart load={loadWords} props={props} shape="text" />;
}
