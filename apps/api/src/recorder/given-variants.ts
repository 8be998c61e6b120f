import { variantFor, type VariantKey } from '@banso/domain/experiment';
import type { Facts } from '@banso/domain/targeting';
import type { GivenVariants, LiveContent } from '../published-contents.ts';
import { liveVariant } from '../published-contents.ts';
import type { LiveChecklist } from './catalogue.ts';
import type { Actor } from './ledger.ts';
import { progressKey, sharedAccountOf, subjectOf, unitKey } from './ledger.ts';
import type { Known } from './situation.ts';

type KnownGiven = Pick<Known, 'catalogue' | 'arms' | 'progressAt'>;

/** Which variant a person gets of each live content that has some. Undefined: none has. */
export function givenVariants(known: KnownGiven, actor: Actor, facts: Facts): GivenVariants | undefined {
  const { varied } = known.catalogue;
  if (varied.length === 0) return undefined;
  return new Map(varied.map((content) => [content.id, variantGiven(known, actor, facts, content)]));
}

/** A live checklist as this person has it. */
export function checklistFor(
  known: KnownGiven,
  actor: Actor,
  facts: Facts,
  content: LiveChecklist,
): LiveChecklist {
  return liveVariant(content, variantGiven(known, actor, facts, content));
}

function variantGiven(
  { arms, progressAt }: KnownGiven,
  actor: Actor,
  facts: Facts,
  content: LiveContent,
): VariantKey | null {
  const { candidate, id, kind } = content;
  const { experiment } = candidate;
  if (!experiment?.variants) return null;
  const begun =
    kind === 'checklist' ? progressAt(progressKey(subjectOf(content.body, actor), id))?.variant : undefined;
  const unitId = experiment.unit === 'contact' ? actor.contactId : sharedAccountOf(actor);
  const arm = unitId === null ? undefined : arms.get(unitKey({ experiment: id, unitId }));
  return variantFor(candidate, facts, { begun, arm });
}
