import type { ContentBodies, ContentKind } from '@banso/domain/content';
import type { VariantKey } from '@banso/domain/experiment';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EditorModel } from '../model/editor-model.ts';

/** The parts of an editor, as the address names them. */
export const EDITOR_TABS = ['content', 'audience', 'delivery', 'languages', 'experiment', 'results'] as const;
export type EditorTab = (typeof EDITOR_TABS)[number];

/** Where in an editor somebody is; all of it lives in the address. */
export interface EditorPlace {
  tab: EditorTab;
  /** The language in which texts are edited. */
  locale: string;
  /** Key of the step that is open; undefined: the whole checklist. */
  step: string | undefined;
  /** The variant that is shown; undefined: the base. */
  variant: VariantKey | undefined;
}

/** What every part of an editor shares. */
export interface Editor<K extends ContentKind = ContentKind> {
  model: EditorModel<K>;
  place: EditorPlace;
  go: (to: Partial<EditorPlace>) => void;
  /** Opens the field at a path of the draft and puts the focus there. */
  goToField: (path: string) => void;
  /** Opens the tab, the step and the language in which a field is; the focus stays where it is. */
  showField: (path: string) => void;
  /** This member may not edit; fields are shown and cannot be changed. */
  readOnly: boolean;
}

/** Read it by {@link useEditor}. */
export const EditorContext = createContext<Editor | undefined>(undefined);

/** Gives an editor to everything inside. */
export const EditorProvider = EditorContext.Provider;

/**
 * The editor around this component.
 * @throws {Error} outside of an editor: a mistake of ours.
 */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('Not inside an editor');
  return editor;
}

/** The body being edited, and how to change it, in a form of this kind. */
export function useBody<K extends ContentKind>(
  kind: K,
): { body: ContentBodies[K]; edit: (change: (body: ContentBodies[K]) => ContentBodies[K]) => void } {
  const { model } = useEditor();
  if (model.kind !== kind) throw new Error(`This edits a ${kind}, not a ${model.kind}`);
  const own = model as unknown as EditorModel<K>;
  return { body: own.draft.value.body, edit: own.editBody };
}
