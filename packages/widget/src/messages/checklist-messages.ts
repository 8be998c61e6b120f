import { enChecklist } from './en/checklist.ts';
import type { ChecklistMessages } from './en/checklist.ts';
import { catalogues } from './load.ts';

/** Texts of a checklist. */
export const loadChecklistMessages = catalogues<ChecklistMessages>(
  enChecklist,
  new Map([
    ['ja', () => import('./ja/checklist.ts').then((module) => module.jaChecklist)],
    ['ko', () => import('./ko/checklist.ts').then((module) => module.koChecklist)],
  ]),
);
