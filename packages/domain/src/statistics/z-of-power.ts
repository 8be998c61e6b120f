/** One-sided points of the normal distribution for the chance of seeing a change that is there. */
export const Z_OF_POWER = { 0.8: 0.841621, 0.9: 1.281552 };

/** Chance of detecting a difference that is real. */
export type Power = keyof typeof Z_OF_POWER;
