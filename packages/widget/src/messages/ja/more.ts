// What comes in one file: the texts of the guides and of the ways out of a checklist.
export { jaGuides as guides } from './guides.ts';
export { jaWaysOut as waysOut } from './ways-out.ts';
