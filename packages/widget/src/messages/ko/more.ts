// What comes in one file: the texts of the guides and of the ways out of a checklist.
export { koGuides as guides } from './guides.ts';
export { koWaysOut as waysOut } from './ways-out.ts';
