export { start } from './runtime/start.ts';
