import { enLauncher } from './en/launcher.ts';
import type { LauncherMessages } from './en/launcher.ts';
import { catalogues } from './load.ts';

/** Texts of the launcher. */
export const loadLauncherMessages = catalogues<LauncherMessages>(
  enLauncher,
  new Map([
    ['ja', () => import('./ja/launcher.ts').then((module) => module.jaLauncher)],
    ['ko', () => import('./ko/launcher.ts').then((module) => module.koLauncher)],
  ]),
);
