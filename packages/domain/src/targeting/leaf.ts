import { compareAnswer, foundInAnswer } from './answer.ts';
import { compareTrait } from './compare-trait.ts';
import type { AnswerCondition, LeafCondition, SegmentCondition, TraitValue } from './condition.ts';
import type { FactView } from './fact-view.ts';
import type { Outcome } from './outcome.ts';
import { idOnList, listOutcome } from './on-list.ts';
import { known } from './outcome.ts';
import { inSample, sampleBucket } from './sample.ts';

/** A leaf that looks at a fact itself; what a saved segment looks at stands in the segment. */
export type FactCondition = Exclude<LeafCondition, SegmentCondition>;

/** What one leaf says of a person. */
export function leafOutcome(leaf: FactCondition, view: FactView): Outcome {
  switch (leaf.type) {
    case 'trait':
      return compareTrait(leaf, view.trait(leaf.subject, leaf.key));
    case 'event': {
      if (!view.facts[leaf.subject]) return 'unknown';
      const count = view.eventCount(leaf.subject, leaf.name, leaf.withinDays);
      return known(leaf.op === 'at_least' ? count >= leaf.count : count <= leaf.count);
    }
    case 'content':
      return known((view.happenedAt(leaf.contentId, leaf.phase) !== undefined) === leaf.happened);
    case 'answer':
      return compareAnswer(leaf, answerTo(leaf, view));
    case 'list':
      return listOutcome(leaf, view.facts);
    case 'locale': {
      const reads = view.reads(leaf.in);
      return reads === undefined ? 'unknown' : known(reads);
    }
    case 'sample':
      return known(inSample(leaf.percent, leaf.salt, view.facts.contact.id));
    default:
      return leaf satisfies never;
  }
}

/**
 * The fact that a leaf looked at: the trait's value, the count of events, the instant of the last time with a content,
 * the answer, the id on the list, the locale, the person's place in the sample (0–100). Undefined: not known, or never.
 */
export function foundBy(leaf: FactCondition, view: FactView): TraitValue | undefined {
  switch (leaf.type) {
    case 'trait':
      return view.trait(leaf.subject, leaf.key);
    case 'event':
      return view.facts[leaf.subject] && view.eventCount(leaf.subject, leaf.name, leaf.withinDays);
    case 'content':
      return view.happenedAt(leaf.contentId, leaf.phase);
    case 'answer':
      return foundInAnswer(leaf, answerTo(leaf, view));
    case 'list':
      return idOnList(leaf, view.facts);
    case 'locale':
      return view.facts.contact.locale;
    case 'sample':
      return sampleBucket(leaf.salt, view.facts.contact.id);
    default:
      return leaf satisfies never;
  }
}

const answerTo = ({ surveyId, question, withinDays }: AnswerCondition, view: FactView) =>
  view.answerTo(surveyId, question, withinDays);
