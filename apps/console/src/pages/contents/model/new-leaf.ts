import type { LeafCondition, Subject } from '@banso/domain/targeting';

/** What a line of an audience can look at, as people choose it. */
export const LEAF_KINDS = ['account_trait', 'contact_trait', 'event', 'content', 'locale', 'sample'] as const;
export type LeafKind = (typeof LEAF_KINDS)[number];

/** What an existing line looks at. */
export function leafKindOf(leaf: LeafCondition): LeafKind {
  return leaf.type === 'trait' ? `${leaf.subject}_trait` : leaf.type;
}

/**
 * A line that is to be filled in.
 * @param contentId - The content to begin with; there is none without one.
 */
export function newLeaf(kind: LeafKind, contentId: string | undefined): LeafCondition | undefined {
  switch (kind) {
    case 'account_trait':
      return newTrait('account');
    case 'contact_trait':
      return newTrait('contact');
    case 'event':
      return { type: 'event', subject: 'contact', name: '', op: 'at_least', count: 1, withinDays: null };
    case 'content':
      return contentId === undefined
        ? undefined
        : { type: 'content', contentId, phase: 'completed', happened: true };
    case 'locale':
      return { type: 'locale', in: [] };
    case 'sample':
      // The salt decides who is in; a new line draws new people.
      return { type: 'sample', percent: 10, salt: crypto.randomUUID().slice(0, 8) };
    default:
      return kind satisfies never;
  }
}

const newTrait = (subject: Subject): LeafCondition => ({
  type: 'trait',
  subject,
  key: '',
  op: 'is',
  value: '',
});
