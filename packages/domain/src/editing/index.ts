export { valueAt, withValueAt } from './at-path.ts';
export { unsafeLinks } from './unsafe-links.ts';
