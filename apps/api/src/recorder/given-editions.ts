import { type Edition, variantFor } from '@banso/domain/experiment';
import { versionHad } from '@banso/domain/onboarding';
import type { Facts } from '@banso/domain/targeting';
import type { GivenEditions, LiveContent } from '../published-contents.ts';
import { liveEdition } from '../published-contents.ts';
import type { LiveChecklist } from './catalogue.ts';
import type { Actor } from './ledger.ts';
import { progressKey, sharedAccountOf, subjectOf, unitKey } from './ledger.ts';
import type { KeptProgress } from './projections/checklist-progress.ts';
import type { Known } from './situation.ts';

type KnownGiven = Pick<Known, 'catalogue' | 'arms' | 'progressAt'>;

/** Which edition a person has of each live content of which there are several. Undefined: there is none such. */
export function givenEditions(known: KnownGiven, actor: Actor, facts: Facts): GivenEditions | undefined {
  const { manifold } = known.catalogue;
  if (manifold.length === 0) return undefined;
  return new Map(manifold.map((content) => [content.id, editionGiven(known, actor, facts, content)]));
}

/** A live checklist as this person has it. */
export function checklistFor(
  known: KnownGiven,
  actor: Actor,
  facts: Facts,
  content: LiveChecklist,
): LiveChecklist {
  return liveEdition(content, editionGiven(known, actor, facts, content));
}

/** The edition that somebody has of a checklist who has begun it. */
export function editionBegun(
  { version, staying = [] }: LiveContent,
  begun: Pick<KeptProgress, 'version' | 'variant'>,
): Edition {
  const standing = { version, staying: staying.map((each) => each.version) };
  return { version: versionHad(standing, begun.version), variant: begun.variant };
}

function editionGiven(
  { arms, progressAt }: KnownGiven,
  actor: Actor,
  facts: Facts,
  content: LiveContent,
): Edition {
  const { candidate, id, kind, version } = content;
  const { experiment } = candidate;
  const begun =
    kind === 'checklist' ? progressAt(progressKey(subjectOf(content.body, actor), id)) : undefined;
  const kept = begun && editionBegun(content, begun);
  if (kept && kept.version !== version) return kept;
  if (!experiment?.variants) return { version, variant: null };
  const unitId = experiment.unit === 'contact' ? actor.contactId : sharedAccountOf(actor);
  const arm = unitId === null ? undefined : arms.get(unitKey({ experiment: id, unitId }));
  return { version, variant: variantFor(candidate, facts, { begun: begun?.variant, arm }) };
}
