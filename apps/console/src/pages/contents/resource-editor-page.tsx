import { EditorPage } from './frame/editor-page.tsx';
import { ResourceForm } from './resource/resource-form.tsx';

/** The editor of one resource; the id comes from the address. */
export function ResourceEditorPage({ id }: { id: string }) {
  return <EditorPage kind="resource" id={id} form={ResourceForm} />;
}
