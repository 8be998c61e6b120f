// What comes in one file: the texts of launcher, panel and checklist.
export { enChecklist as checklist } from './checklist.ts';
export { enLauncher as launcher } from './launcher.ts';
export { enPanel as panel } from './panel.ts';
