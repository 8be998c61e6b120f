import type { Condition } from '@banso/domain/targeting';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Draft } from '../model/content-draft.ts';
import type { DraftProblem } from '../model/draft-problems.ts';
import { EditorContext } from './editor-context.ts';

/** What fields of a condition need to know of the form that they stand in. */
export interface FormFrame {
  /** Fields are shown and cannot be changed. */
  readOnly: boolean;
  problems: readonly DraftProblem[];
  /** The draft in an editor of a content; elsewhere there is the audience alone. */
  draft?: Draft | undefined;
  /** The audience as a whole, and where its problems are. */
  audience: { condition: Condition; verifiedOnly: boolean; path: string };
}

const FormContext = createContext<FormFrame | undefined>(undefined);

/** Gives a form that is no content's editor to the fields inside. */
export const FormProvider = FormContext.Provider;

/**
 * The form around these fields: the editor of a content, where nothing else is said.
 * @throws {Error} outside of a form: a mistake of ours.
 */
export function useFormFrame(): FormFrame {
  const own = useContext(FormContext);
  const editor = useContext(EditorContext);
  if (own) return own;
  if (!editor) throw new Error('Not inside a form');
  const { model, readOnly } = editor;
  const draft = model.draft.value;
  const { audience: condition, verifiedOnly } = draft.delivery;
  return {
    readOnly,
    problems: model.problems.value,
    draft,
    audience: { condition, verifiedOnly, path: 'delivery.audience' },
  };
}
