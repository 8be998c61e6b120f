import * as z from 'zod';

const Email = z.email().max(254);

/** True for what the API takes as an e-mail address. */
export const isEmail = (text: string): boolean => Email.safeParse(text.trim()).success;
