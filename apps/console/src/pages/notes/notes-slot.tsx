import { LoadedPart } from '../contents/frame/loaded-part.tsx';
import type { NotesPanelProps } from './notes-panel.tsx';

const loadPanel = () => import('./notes-panel.tsx').then((part) => part.NotesPanel);

/** Internal notes, whose code is loaded when they are shown. */
export function NotesSlot(props: NotesPanelProps) {
  return <LoadedPart load={loadPanel} props={props} shape="text" />;
}
