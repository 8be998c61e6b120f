// What comes in one file: the texts of home, of the guides, and of the ways out of a checklist.
export { jaGuides as guides } from './guides.ts';
export { jaHome as home } from './home.ts';
export { jaWaysOut as waysOut } from './ways-out.ts';
