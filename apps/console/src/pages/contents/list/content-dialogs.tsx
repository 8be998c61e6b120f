import { LoadedDialog } from '../frame/loaded-dialog.tsx';
import type { ContentMenu } from './use-content-menu.ts';

const load = () => import('./question-dialog.tsx').then((part) => part.QuestionDialog);

/** The questions of a content menu, loaded with the first. */
export function ContentDialogs({ menu }: { menu: ContentMenu }) {
  const { question } = menu;
  return question ? <LoadedDialog load={load} props={{ menu, question, onClose: menu.leave }} /> : null;
}
