import * as z from 'zod';

/** What stands in place of a text for somebody who may not read what customers write. */
export const Withheld = z.strictObject({ withheld: z.literal(true) });
export type Withheld = z.infer<typeof Withheld>;
export const WITHHELD: Withheld = Object.freeze({ withheld: true });

/** The word in the schema of a text that needs the permission `read_texts`. */
export const NEEDS_READ_TEXTS = 'x-needs-read-texts';

/**
 * What a customer wrote, what the team wrote to them, or noted about it. Whoever lacks the permission `read_texts` gets
 * `Withheld` in its place; the API puts it there for every schema that holds one of these.
 */
export const CustomerText = z
  .union([z.string(), Withheld])
  .meta({ id: 'CustomerText', [NEEDS_READ_TEXTS]: true });
export type CustomerText = z.infer<typeof CustomerText>;

/** True where a text is there that the reader may not read. */
export const isWithheld = (text: unknown): text is Withheld =>
  typeof text === 'object' && text !== null && 'withheld' in text;

/** The words, where the reader may read them; null: there are none, or they are withheld. */
export const readable = (text: CustomerText | null): string | null =>
  typeof text === 'string' ? text : null;
