// What comes in one file: the texts of the guides and of the ways out of a checklist.
export { enGuides as guides } from './guides.ts';
export { enWaysOut as waysOut } from './ways-out.ts';
