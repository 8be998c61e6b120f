// What comes in one file: the texts of home, guides, messages, and of the ways out of a checklist.
export { koGuides as guides } from './guides.ts';
export { koHome as home } from './home.ts';
export { koPlace as place } from './place.ts';
export { koMessages as messages } from './messages.ts';
export { koWaysOut as waysOut } from './ways-out.ts';
