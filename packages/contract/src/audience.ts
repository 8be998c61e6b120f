import type { Explanation as DomainExplanation } from '@banso/domain/targeting';
import * as z from 'zod';
import { ContactId, TraitValue } from './common.ts';
import { Condition, FACT_LEAVES, SegmentLeaf } from './condition.ts';

const outcome = z.enum(['match', 'no_match', 'unknown']);
/** What was found for one leaf; absent where it is not known. */
const found = { outcome, found: TraitValue.optional() };

/** A condition of the same shape with what each part says of one person; `unknown` where a fact that it needs is not known. */
export const Explanation: z.ZodType<DomainExplanation> = z
  .discriminatedUnion('type', [
    z.object({ type: z.enum(['all', 'any']), of: z.array(z.lazy(() => Explanation)), outcome }),
    z.object({ type: z.literal('not'), of: z.lazy(() => Explanation), outcome }),
    ...FACT_LEAVES.map((leaf) => leaf.extend(found)),
    SegmentLeaf.extend({
      ...found,
      /** What its parts say; absent where the segment is gone. */
      inside: z.lazy(() => Explanation).optional(),
    }),
  ])
  .meta({ id: 'Explanation' });

/** Asks who an audience is. */
export const AudienceQuestion = z.strictObject({
  condition: Condition,
  /** Only people for whom an identity token vouched at least once. */
  verifiedOnly: z.boolean().default(false),
  /** How many people of each side are told with the reason. */
  examples: z.int().min(0).max(20).default(5),
});

/** One person, and why they are in an audience or not. */
export const AudienceExample = z.object({
  id: ContactId,
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** The user id of the customer's product; null for an anonymous visitor. */
  externalId: z.string().nullable(),
  verified: z.boolean(),
  account: z.object({ id: z.string(), name: z.string() }).nullable(),
  explanation: Explanation,
});
export type AudienceExample = z.infer<typeof AudienceExample>;

/** An audience at this moment; who was here last comes first. */
export const AudienceAnswer = z.object({
  /** Everybody who is known. */
  people: z.int(),
  matching: z.int(),
  /** Accounts with at least one of them. */
  accounts: z.int(),
  /** Where all of several parts must hold: people who are left after each part, in order. Otherwise empty. */
  left: z.array(z.int()),
  matched: z.array(AudienceExample),
  others: z.array(AudienceExample),
});
export type AudienceAnswer = z.infer<typeof AudienceAnswer>;
