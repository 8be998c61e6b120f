/** Two-sided 95 % point of the normal distribution, as `definitions.md` fixes it for every interval. */
export const Z_95 = 1.959964;
