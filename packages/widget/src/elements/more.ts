import '../styles/rows.ts';
import '../styles/home.ts';
import '../styles/guides.ts';
import '../styles/ways-out.ts';
import './banso-resources.define.ts';

// What comes in one file, the second time that something is opened.
export { ChecklistWays } from './checklist-ways.ts';
export { sections } from './panel-sections.ts';
export { PanelHome } from './panel-home.ts';
