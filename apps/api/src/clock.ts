import { uuidv7 } from 'uuidv7';
import type { Clock, NewId } from './app-env.ts';

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/** Ids of the machine's clock and randomness; each is greater than the one before. */
export const newId: NewId = (prefix) => (prefix === undefined ? uuidv7() : `${prefix}_${uuidv7()}`);
