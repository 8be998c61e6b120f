import './banso-resources.define.ts';

// What comes in one file, the second time that something is opened.
export { ChecklistWays } from './checklist-ways.ts';
export { PanelHome } from './panel-home.ts';
