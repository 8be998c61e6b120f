// What comes in one file: the texts of home, of the guides, and of the ways out of a checklist.
export { koGuides as guides } from './guides.ts';
export { koHome as home } from './home.ts';
export { koWaysOut as waysOut } from './ways-out.ts';
