import type { Controller, PanelSurface } from '../controller.ts';
import type { LauncherSurface } from '../surfaces/launcher.ts';
import { painted } from '../surfaces/painted.ts';

/** Launcher and panel over the page: each one's code is fetched, and the element made, when it is wanted. */
export interface Surfaces {
  /** Puts the launcher there, or takes it away. */
  offer(wanted: boolean): void;
  /** Resolves with true once the panel is open; false when it could not be had, or was closed before it came. */
  open(target?: string): Promise<boolean>;
  toggle(): unknown;
  close(): void;
  readonly isOpen: boolean;
  /** The panel is open, or on its way. */
  readonly isWanted: boolean;
  /** Resolves when all that is on its way to the screen has been painted. */
  readonly drawn: Promise<unknown>;
  /** Takes everything off the page. */
  clear(): void;
}

/** Fetches the panel. */
export const panelCode = () => import('../surfaces/panel.ts');
/** Fetches the launcher. */
export const launcherCode = () => import('../surfaces/launcher.ts');

/**
 * @param may - Whether anything may be drawn in this page; asked before anything is.
 * @param quietly - Runs work whose failure is nobody's concern but ours.
 */
export function createSurfaces(
  controller: Controller,
  may: () => boolean,
  quietly: (work: () => unknown) => void,
): Surfaces {
  let launcher: LauncherSurface | undefined;
  let panel: PanelSurface | undefined;
  let wanted = false;
  let launching = false;
  let drawn: Promise<unknown> = Promise.resolve();
  /** Counts what the panel was told to do: the last thing holds. */
  let turn = 0;
  let opening = false;

  const isOpen = () => panel?.isOpen ?? false;

  /** Whatever comes late waits for this work. */
  function draws<T>(work: Promise<T>): Promise<T> {
    drawn = Promise.allSettled([drawn, work.then(painted)]);
    return work;
  }

  async function launch(): Promise<void> {
    launching = true;
    try {
      const { mountLauncher } = await launcherCode();
      if (!wanted) return;
      launcher = mountLauncher(controller, { toggle, isOpen, soon: () => quietly(panelCode) });
      await launcher.drawn;
    } finally {
      launching = false;
    }
  }

  async function open(target?: string): Promise<boolean> {
    if (!may()) return false;
    const mine = ++turn;
    opening = true;
    try {
      const { mountPanel } = await panelCode();
      if (mine !== turn) return false;
      panel ??= mountPanel(controller);
      const opened = panel.open(target);
      launcher?.refresh();
      await opened;
      return true;
    } finally {
      if (mine === turn) opening = false;
    }
  }

  function close(): void {
    turn++;
    opening = false;
    panel?.close();
  }

  function toggle(): void {
    if (isOpen()) close();
    else quietly(() => draws(open()));
  }

  return {
    offer(now) {
      wanted = now;
      if (wanted && !launcher && !launching && may()) quietly(() => draws(launch()));
      if (!wanted && !isOpen()) {
        launcher?.destroy();
        launcher = undefined;
      }
    },
    open: (target) => draws(open(target)),
    toggle,
    close,
    get isOpen() {
      return isOpen();
    },
    get isWanted() {
      return opening || isOpen();
    },
    get drawn() {
      return drawn;
    },
    clear() {
      wanted = false;
      launcher?.destroy();
      close(); // gives the focus back
      panel?.destroy();
      launcher = panel = undefined;
    },
  };
}
