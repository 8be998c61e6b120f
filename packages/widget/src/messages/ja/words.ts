// What comes in one file: the texts of launcher, panel and checklist.
export { jaChecklist as checklist } from './checklist.ts';
export { jaLauncher as launcher } from './launcher.ts';
export { jaPanel as panel } from './panel.ts';
