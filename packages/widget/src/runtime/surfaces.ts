import type { Controller, PanelSurface, Surface } from '../controller.ts';

/** Launcher and panel over the page, each fetched when it is wanted. */
export interface Surfaces {
  /** Puts the launcher there, or takes it away. */
  offer(wanted: boolean): void;
  /** False when the panel could not be had. */
  open(target?: string): Promise<boolean>;
  toggle(): void;
  close(): void;
  readonly isOpen: boolean;
  /** Takes everything off the page. */
  clear(): void;
}

/**
 * @param may - Whether anything may be drawn in this page; asked before code is fetched.
 * @param quietly - Runs work whose failure is nobody's concern but ours.
 */
export function createSurfaces(
  controller: Controller,
  may: () => boolean,
  quietly: (work: () => Promise<unknown>) => void,
): Surfaces {
  let launcher: (Surface & { refresh(): void }) | undefined;
  let panel: PanelSurface | undefined;
  let wanted = false;
  /** Grows whenever everything is taken away: what was on its way then is not put up any more. */
  let round = 0;

  const isOpen = () => panel?.isOpen ?? false;

  async function putLauncher(): Promise<void> {
    const started = round;
    const { mountLauncher } = await import('../surfaces/launcher.ts');
    if (started === round && wanted && !launcher) launcher = mountLauncher(controller, { toggle, isOpen });
  }

  async function open(target?: string): Promise<boolean> {
    if (!may()) return false;
    const started = round;
    const { mountPanel } = await import('../surfaces/panel.ts');
    if (started !== round) return false;
    panel ??= mountPanel(controller);
    panel.open(target);
    launcher?.refresh();
    return true;
  }

  function toggle(): void {
    if (isOpen()) panel?.close();
    else quietly(() => open());
  }

  return {
    offer(now) {
      wanted = now;
      if (wanted && !launcher && may()) quietly(putLauncher);
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
      round++;
      wanted = false;
      launcher?.destroy();
      panel?.close(); // gives the focus back
      panel?.destroy();
      launcher = panel = undefined;
    },
  };
}
