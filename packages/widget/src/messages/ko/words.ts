// What comes in one file: the texts of launcher, panel and checklist.
export { koChecklist as checklist } from './checklist.ts';
export { koLauncher as launcher } from './launcher.ts';
export { koPanel as panel } from './panel.ts';
