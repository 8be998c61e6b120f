import { EditorPage } from './frame/editor-page.tsx';
import { ChecklistForm } from './checklist/checklist-form.tsx';

/** The editor of one checklist; the id comes from the address. */
export function ChecklistEditorPage({ id }: { id: string }) {
  return <EditorPage kind="checklist" id={id} form={ChecklistForm} />;
}
