// Apart from the index, so that only the parts of the console that need it carry it.
import * as z from 'zod';

/** What can be worth a look at a link. */
const LINK_CODES = ['gone', 'unreachable', 'private', 'insecure', 'wrong_type', 'too_large'] as const;
export type LinkCode = (typeof LINK_CODES)[number];

/** What is behind the addresses of a draft. */
export const LinkReport = z.object({
  /** `off`: this installation looks at nothing outside. */
  state: z.enum(['checked', 'off']),
  /** Links that were looked at. */
  checked: z.int(),
  /** Links that were not, because there were too many or they took too long. */
  unchecked: z.int(),
  findings: z.array(
    z.object({
      /** The field; of a text with its language: `body.ja`. */
      path: z.string(),
      href: z.string(),
      /** `gone`: 404 or 410. `private`: it leads into a private network. `wrong_type`: behind a video or an image is something else. */
      code: z.enum(LINK_CODES),
    }),
  ),
});
export type LinkReport = z.infer<typeof LinkReport>;
