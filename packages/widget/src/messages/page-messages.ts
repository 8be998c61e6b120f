import type { ChecklistMessages } from './en/checklist.ts';
import type { LauncherMessages } from './en/launcher.ts';
import type { PanelMessages } from './en/panel.ts';
import { catalogues, partOf } from './load.ts';

interface PageMessages {
  checklist: ChecklistMessages;
  launcher: LauncherMessages;
  panel: PanelMessages;
}

const load = catalogues<PageMessages>(
  new Map([
    ['en', () => import('./en/words.ts')],
    ['ja', () => import('./ja/words.ts')],
    ['ko', () => import('./ko/words.ts')],
  ]),
);

/** Texts of the launcher. */
export const loadLauncherMessages = partOf(load, 'launcher');
/** Texts of the panel's frame. */
export const loadPanelMessages = partOf(load, 'panel');
/** Texts of a checklist. */
export const loadChecklistMessages = partOf(load, 'checklist');
