import type { ContentBodies, ContentKind, Delivery } from '@banso/domain/content';
import { withValueAt } from '@banso/domain/editing';
import { computed, type ReadonlySignal } from '@preact/signals';
import type * as z from 'zod';
import { type Autosave, createAutosave } from './autosave.ts';
import type { ContentApi } from './content-api.ts';
import type { Draft, Stored } from './content-draft.ts';
import { type DraftProblem, draftProblems, storingProblems } from './draft-problems.ts';
import type { DraftKeeper } from './kept-draft.ts';

/** What {@link createEditorModel} stands on. */
export interface EditorModelInput<K extends ContentKind> {
  kind: K;
  stored: Stored<K>;
  api: ContentApi<K>;
  keeper: DraftKeeper<K>;
  /** What the server can store. */
  schema: z.ZodType<Draft<K>>;
}

/** One content being edited. Knows the API by its shape and never touches the page. */
export interface EditorModel<K extends ContentKind = ContentKind> extends Autosave<K> {
  kind: K;
  api: ContentApi<K>;
  problems: ReadonlySignal<readonly DraftProblem[]>;
  /** Problems that keep it from being published, those that keep it from being stored included. */
  blocking: ReadonlySignal<readonly DraftProblem[]>;
  /** Texts that readers of another language do not have yet. */
  untranslated: ReadonlySignal<readonly DraftProblem[]>;
  /** Writes one text at a path of the body, such as `steps.0.title`. */
  setText: (path: string, locale: string, text: string) => void;
  editBody: (change: (body: ContentBodies[K]) => ContentBodies[K]) => void;
  editDelivery: (change: Partial<Delivery>) => void;
}

/** Opens a content for editing: what was typed and not stored when the tab was left comes back. */
export function createEditorModel<K extends ContentKind>({
  kind,
  stored,
  api,
  keeper,
  schema,
}: EditorModelInput<K>): EditorModel<K> {
  const autosave = createAutosave<K>({
    stored,
    store: api,
    keeper,
    isStorable: (draft) => storingProblems(schema, draft).length === 0,
  });
  const { draft, edit } = autosave;
  const problems = computed(() => draftProblems(kind, draft.value, schema));
  return {
    ...autosave,
    kind,
    api,
    problems,
    blocking: computed(() => problems.value.filter(({ stops }) => stops !== 'translation')),
    untranslated: computed(() => problems.value.filter(({ stops }) => stops === 'translation')),
    setText: (path, locale, text) =>
      edit((now) => ({ ...now, body: withValueAt(now.body, `${path}.${locale}`, text) })),
    editBody(change) {
      edit((now) => {
        const body = change(now.body);
        return body === now.body ? now : { ...now, body };
      });
    },
    editDelivery: (change) => edit((now) => ({ ...now, delivery: { ...now.delivery, ...change } })),
  };
}
