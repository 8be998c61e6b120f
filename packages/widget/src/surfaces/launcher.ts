import '../elements/banso-launcher.define.ts';
import type { Controller, Surface } from '../controller.ts';
import { mountHost } from './mount-host.ts';

/**
 * Puts the launcher in the corner.
 * @param panel - What the button opens and closes; `refresh` tells the launcher that it did so without the button.
 */
export function mountLauncher(
  controller: Controller,
  panel: { toggle(): void; isOpen(): boolean },
): Surface & { refresh(): void } {
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
  makeRoom(true);
  refresh();
  return {
    refresh,
    destroy() {
      makeRoom(false);
      remove();
    },
  };
}
