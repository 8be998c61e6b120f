// What comes in one file: the texts of home, guides, messages, and of the ways out of a checklist.
export { jaGuides as guides } from './guides.ts';
export { jaHome as home } from './home.ts';
export { jaPlace as place } from './place.ts';
export { jaMessages as messages } from './messages.ts';
export { jaWaysOut as waysOut } from './ways-out.ts';
