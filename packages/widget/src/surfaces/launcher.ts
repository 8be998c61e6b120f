import '../elements/banso-launcher.define.ts';
import type { Controller, Surface } from '../controller.ts';
import { keptPlace } from './kept-place.ts';
import { mountHost, moved } from './mount-host.ts';

export interface LauncherSurface extends Surface {
  /** The panel was opened or closed without the button. */
  refresh(): void;
  /** Resolves when the button can be seen. */
  readonly drawn: Promise<unknown>;
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
  const gone = new AbortController();
  let movable: Promise<void> | undefined;
  /** Fetches what lets the person move it, when they come near; without it the button stays in its corner. */
  async function beMovable(begun?: Event): Promise<void> {
    movable ??= import('./launcher-place.ts').then(({ makeMovable }) =>
      makeMovable(element, controller, gone.signal, begun),
    );
    await movable.catch(() => (movable = undefined));
    element.hidden = false;
  }
  const makeRoom = (room: boolean) => {
    const others = document.querySelectorAll<HTMLElement>(
      ':is(banso-panel,banso-survey,banso-announcement)[floating]',
    );
    for (const other of others) {
      other.toggleAttribute('above', room);
      moved.settle?.(other);
    }
  };
  element.addEventListener('banso-toggle', () => {
    panel.toggle();
    refresh();
  });
  for (const type of ['pointerenter', 'focusin'])
    element.addEventListener(type, (event) => {
      panel.soon?.();
      void beMovable(event);
    });
  makeRoom(true);
  refresh();
  // Where it was put it stands from the first moment.
  element.hidden = keptPlace() !== undefined;
  const placed = element.hidden ? beMovable() : undefined;
  return {
    refresh,
    drawn: Promise.all([placed, element.updateComplete]),
    destroy() {
      gone.abort();
      makeRoom(false);
      remove();
    },
  };
}
