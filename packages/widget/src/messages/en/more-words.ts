// What comes in one file: the texts of home, guides, messages, and of the ways out of a checklist.
export { enGuides as guides } from './guides.ts';
export { enHome as home } from './home.ts';
export { enPlace as place } from './place.ts';
export { enMessages as messages } from './messages.ts';
export { enWaysOut as waysOut } from './ways-out.ts';
