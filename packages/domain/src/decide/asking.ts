/** How often a person lets us open something by itself. */
export const ASKING = ['usual', 'less', 'never'] as const;

/** One of {@link ASKING}; `less`: see {@link LESS_DAYS}. */
export type Asking = (typeof ASKING)[number];

/** Who asked to be asked less has so many days between any two interruptions, or more where the workspace wants more. */
export const LESS_DAYS = 90;
