import type { ContentKind } from '@banso/domain/content';
import type { Experiment, VariantKey, VariantShare } from '@banso/domain/experiment';
import { VARIANTS, variantsIn } from '@banso/domain/experiment';
import type { Draft } from './content-draft.ts';

/** What the first variants are called until somebody says it better. */
export interface FirstNames {
  base: string;
  another: (key: VariantKey) => string;
}

/** The key that a new variant would get; undefined: there are as many as there can be. */
export function freeKey({ delivery }: Pick<Draft, 'delivery'>): VariantKey | undefined {
  return VARIANTS.find((key) => delivery.experiment?.variants?.[key] === undefined);
}

/** Adds a variant as a copy of the base, as likely as the base. */
export function withVariant<K extends ContentKind>(
  draft: Draft<K>,
  experiment: Experiment,
  names: FirstNames,
): Draft<K> {
  const key = freeKey(draft);
  if (key === undefined) return draft;
  const plan = experiment.variants ?? { base: { name: names.base, weight: 1 } };
  const variants = { ...plan, [key]: { name: names.another(key), weight: plan.base.weight } };
  return {
    ...draft,
    delivery: { ...draft.delivery, experiment: { ...experiment, variants } },
    variants: { ...draft.variants, [key]: structuredClone(draft.body) },
  };
}

/** Takes a variant away, with its body; without another one nothing is left but the control group. */
export function withoutVariant<K extends ContentKind>(draft: Draft<K>, key: VariantKey): Draft<K> {
  const { experiment } = draft.delivery;
  if (!experiment?.variants) return draft;
  const { [key]: _plan, ...plan } = experiment.variants;
  const { [key]: _body, ...bodies } = draft.variants ?? {};
  if (variantsIn(plan).length > 1)
    return {
      ...draft,
      delivery: { ...draft.delivery, experiment: { ...experiment, variants: plan } },
      variants: bodies,
    };
  const { variants: _all, ...alone } = experiment;
  const controlPercent = alone.controlPercent === 0 ? 10 : alone.controlPercent;
  return {
    ...withoutBodies(draft),
    delivery: { ...draft.delivery, experiment: { ...alone, controlPercent } },
  };
}

/** Ends the experiment with all that belongs to it; the base stays. */
export function withoutExperiment<K extends ContentKind>(draft: Draft<K>): Draft<K> {
  const { experiment: _, ...delivery } = draft.delivery;
  return { ...withoutBodies(draft), delivery };
}

/** Changes the name or the weight of one variant; null is the base. */
export function withShare<K extends ContentKind>(
  draft: Draft<K>,
  key: VariantKey | null,
  change: Partial<VariantShare>,
): Draft<K> {
  const { experiment } = draft.delivery;
  const share = experiment?.variants?.[key ?? 'base'];
  if (!experiment?.variants || !share) return draft;
  const variants = { ...experiment.variants, [key ?? 'base']: { ...share, ...change } };
  return { ...draft, delivery: { ...draft.delivery, experiment: { ...experiment, variants } } };
}

function withoutBodies<K extends ContentKind>({ variants: _, ...draft }: Draft<K>): Draft<K> {
  return draft;
}
