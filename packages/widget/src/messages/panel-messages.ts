import type { PanelMessages } from './en/panel.ts';
import { catalogues } from './load.ts';

/** Texts of the panel and its home view. */
export const loadPanelMessages = catalogues<PanelMessages>(
  new Map([
    ['en', () => import('./en/panel.ts').then((module) => module.enPanel)],
    ['ja', () => import('./ja/panel.ts').then((module) => module.jaPanel)],
    ['ko', () => import('./ko/panel.ts').then((module) => module.koPanel)],
  ]),
);
