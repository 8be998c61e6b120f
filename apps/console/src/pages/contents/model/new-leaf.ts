import { account } from '@banso/contract';
import type { LeafCondition, Subject, TraitCondition } from '@banso/domain/targeting';

/** What a line of an audience can look at, as people choose it. */
export const LEAF_KINDS = [
  'segment',
  'account_trait',
  'contact_trait',
  'lifecycle',
  'event',
  'content',
  'answer',
  'contact_list',
  'account_list',
  'locale',
  'sample',
] as const;
export type LeafKind = (typeof LEAF_KINDS)[number];

/** How far an account has come is a trait of it, with stages of its own. */
const LIFECYCLE = 'lifecycle';
const STAGES: readonly string[] = account.LIFECYCLES;

/** Things to begin a line with; there is no such line where there is none. */
export interface Beginning {
  content?: string | undefined;
  survey?: string | undefined;
  segment?: string | undefined;
}

/** What an existing line looks at. */
export function leafKindOf(leaf: LeafCondition): LeafKind {
  if (leaf.type === 'list') return `${leaf.subject}_list`;
  if (leaf.type !== 'trait') return leaf.type;
  const isStage = leaf.op === 'is' && STAGES.some((stage) => stage === leaf.value);
  return leaf.subject === 'account' && leaf.key === LIFECYCLE && isStage
    ? 'lifecycle'
    : `${leaf.subject}_trait`;
}

/** A line that is to be filled in; undefined where there is nothing to begin with. */
export function newLeaf(kind: LeafKind, { content, survey, segment }: Beginning): LeafCondition | undefined {
  switch (kind) {
    case 'account_trait':
      return newTrait('account');
    case 'contact_trait':
      return newTrait('contact');
    case 'event':
      return { type: 'event', subject: 'contact', name: '', op: 'at_least', count: 1, withinDays: null };
    case 'content':
      return content === undefined
        ? undefined
        : { type: 'content', contentId: content, phase: 'completed', happened: true };
    case 'answer':
      return survey === undefined
        ? undefined
        : { type: 'answer', surveyId: survey, question: null, op: 'answered', withinDays: null };
    case 'segment':
      return segment === undefined ? undefined : { type: 'segment', segmentId: segment };
    case 'contact_list':
      return { type: 'list', subject: 'contact', ids: [] };
    case 'account_list':
      return { type: 'list', subject: 'account', ids: [] };
    case 'lifecycle':
      return { ...newTrait('account'), key: LIFECYCLE, value: account.LIFECYCLES[0] };
    case 'locale':
      return { type: 'locale', in: [] };
    case 'sample':
      // The salt decides who is in; a new line draws new people.
      return { type: 'sample', percent: 10, salt: crypto.randomUUID().slice(0, 8) };
    default:
      return kind satisfies never;
  }
}

const newTrait = (subject: Subject): TraitCondition => ({
  type: 'trait',
  subject,
  key: '',
  op: 'is',
  value: '',
});
