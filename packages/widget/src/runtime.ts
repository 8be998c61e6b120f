import './styles/contract.ts';
import './styles/frame.ts';
export { start } from './runtime/start.ts';
