// What comes in one file: the texts of home, of the guides, and of the ways out of a checklist.
export { enGuides as guides } from './guides.ts';
export { enHome as home } from './home.ts';
export { enWaysOut as waysOut } from './ways-out.ts';
