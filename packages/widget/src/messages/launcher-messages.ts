import type { LauncherMessages } from './en/launcher.ts';
import { catalogues } from './load.ts';

/** Texts of the launcher. */
export const loadLauncherMessages = catalogues<LauncherMessages>(
  new Map([
    ['en', () => import('./en/launcher.ts').then((module) => module.enLauncher)],
    ['ja', () => import('./ja/launcher.ts').then((module) => module.jaLauncher)],
    ['ko', () => import('./ko/launcher.ts').then((module) => module.koLauncher)],
  ]),
);
