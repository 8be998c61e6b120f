import { AnnouncementForm } from './announcement/announcement-form.tsx';
import { EditorPage } from './frame/editor-page.tsx';

/** The editor of one announcement; the id comes from the address. */
export function AnnouncementEditorPage({ id }: { id: string }) {
  return <EditorPage kind="announcement" id={id} form={AnnouncementForm} />;
}
