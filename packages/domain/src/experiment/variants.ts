import { sampleBucket } from '../targeting/sample.ts';

/** Alternatives to the body of a content, beside the base. */
export const VARIANTS = ['b', 'c', 'd'] as const;

/** One of {@link VARIANTS}. */
export type VariantKey = (typeof VARIANTS)[number];

/** What a variant is called, and how many get it beside the others: twice the weight is twice the people. */
export interface VariantShare {
  name: string;
  weight: number;
}

/** Two to four variants of one content; the base is its body. */
export type VariantPlan = { base: VariantShare } & { [K in VariantKey]?: VariantShare | undefined };

/** The variants of a plan in their order, the base first as null. */
export function variantsIn(plan: VariantPlan | undefined): (VariantKey | null)[] {
  return [null, ...VARIANTS.filter((key) => plan?.[key] !== undefined)];
}

/** What is planned for a variant; null is the base. */
export function shareOf(plan: VariantPlan, variant: VariantKey | null): VariantShare | undefined {
  return plan[variant ?? 'base'];
}

/**
 * The variant that chance gives to a unit; null is the base. Each variant draws a number for the unit that depends on nothing but
 * content, variant and unit, and the smallest `−ln(u) / weight` wins (weighted rendezvous hashing, Thaler and Ravishankar 1998; Schindelhauer
 * and Schomaker 2005). So with a new variant only those move who get it, with a removed one only those who had it, and with
 * another weight units move only to or from the variant that has it.
 *
 * @param of - The content's id.
 * @param id - Of a person or an account.
 */
export function drawnVariant(plan: VariantPlan, of: string, id: string): VariantKey | null {
  const [first, ...others] = variantsIn(plan).map((variant) => ({
    variant,
    cost: costOf(shareOf(plan, variant)?.weight ?? 0, `variant ${variant ?? 'base'} ${of}`, id),
  }));
  const best = others.reduce<{ variant: VariantKey | null; cost: number }>(
    (least, one) => (one.cost < least.cost ? one : least),
    first ?? { variant: null, cost: 0 },
  );
  return best.variant;
}

/** The bucket is one of 2³² places; its middle is never 0, whose logarithm is no number. */
function costOf(weight: number, salt: string, id: string): number {
  return -Math.log(sampleBucket(salt, id) / 100 + 2 ** -33) / weight;
}
