import '../elements/banso-launcher.define.ts';
import type { Controller, Surface } from '../controller.ts';
import { mountHost } from './mount-host.ts';

export interface LauncherSurface extends Surface {
  /** The panel was opened or closed without the button. */
  refresh(): void;
  /** Resolves when the button can be seen. */
  readonly drawn: Promise<void>;
}

/**
 * Puts the launcher in the corner.
 * @param panel - What the button opens and closes; `soon` is called when the person is about to.
 */
export function mountLauncher(
  controller: Controller,
  panel: { toggle(): void; isOpen(): boolean; soon?(): void },
): LauncherSurface {
  const { element, remove } = mountHost('banso-launcher', controller);
  const refresh = () => {
    element.expanded = panel.isOpen();
  };
  const makeRoom = (room: boolean) => {
    const others = document.querySelectorAll('banso-panel[floating], banso-survey[floating]');
    for (const other of others) other.toggleAttribute('above', room);
  };
  element.addEventListener('banso-toggle', () => {
    panel.toggle();
    refresh();
  });
  for (const type of ['pointerenter', 'focusin']) element.addEventListener(type, () => panel.soon?.());
  makeRoom(true);
  refresh();
  return {
    refresh,
    drawn: element.updateComplete,
    destroy() {
      makeRoom(false);
      remove();
    },
  };
}
