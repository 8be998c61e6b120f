import { mountLauncher } from '../surfaces/launcher.ts';
import { mountPanel } from '../surfaces/panel.ts';
import type { Controller, PanelSurface, Surface } from '../controller.ts';

/** Launcher and panel over the page, each made when it is wanted. */
export interface Surfaces {
  /** Puts the launcher there, or takes it away. */
  offer(wanted: boolean): void;
  /** False when the panel could not be had. */
  open(target?: string): boolean;
  toggle(): void;
  close(): void;
  readonly isOpen: boolean;
  /** Takes everything off the page. */
  clear(): void;
}

/**
 * @param may - Whether anything may be drawn in this page; asked before anything is.
 * @param quietly - Runs work whose failure is nobody's concern but ours.
 */
export function createSurfaces(
  controller: Controller,
  may: () => boolean,
  quietly: (work: () => unknown) => void,
): Surfaces {
  let launcher: (Surface & { refresh(): void }) | undefined;
  let panel: PanelSurface | undefined;
  let wanted = false;

  const isOpen = () => panel?.isOpen ?? false;

  function open(target?: string): boolean {
    if (!may()) return false;
    panel ??= mountPanel(controller);
    panel.open(target);
    launcher?.refresh();
    return true;
  }

  function toggle(): void {
    if (isOpen()) panel?.close();
    else quietly(open);
  }

  return {
    offer(now) {
      wanted = now;
      if (wanted && !launcher && may())
        quietly(() => (launcher = mountLauncher(controller, { toggle, isOpen })));
      if (!wanted && !isOpen()) {
        launcher?.destroy();
        launcher = undefined;
      }
    },
    open,
    toggle,
    close: () => panel?.close(),
    get isOpen() {
      return isOpen();
    },
    clear() {
      wanted = false;
      launcher?.destroy();
      panel?.close(); // gives the focus back
      panel?.destroy();
      launcher = panel = undefined;
    },
  };
}
