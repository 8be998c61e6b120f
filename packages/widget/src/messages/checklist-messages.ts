import type { ChecklistMessages } from './en/checklist.ts';
import { catalogues } from './load.ts';

/** Texts of a checklist. */
export const loadChecklistMessages = catalogues<ChecklistMessages>(
  new Map([
    ['en', () => import('./en/checklist.ts').then((module) => module.enChecklist)],
    ['ja', () => import('./ja/checklist.ts').then((module) => module.jaChecklist)],
    ['ko', () => import('./ko/checklist.ts').then((module) => module.koChecklist)],
  ]),
);
