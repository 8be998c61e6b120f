import { account } from '@banso/contract';
import { HEALTH_LEVELS } from '@banso/domain/health';
import type { LeafCondition, Subject, TraitCondition } from '@banso/domain/targeting';

/** What a line of an audience can look at, as people choose it. */
export const LEAF_KINDS = [
  'segment',
  'account_trait',
  'contact_trait',
  'lifecycle',
  'health',
  'event',
  'content',
  'answer',
  'contact_list',
  'account_list',
  'locale',
  'sample',
] as const;
export type LeafKind = (typeof LEAF_KINDS)[number];

/** What the team keeps of accounts is asked for like a trait of them, with values of its own: how far they have come, and how they are. */
export const NAMED_TRAITS = { lifecycle: account.LIFECYCLES, health: HEALTH_LEVELS } as const;
/** One of {@link NAMED_TRAITS}. */
export type NamedTrait = keyof typeof NAMED_TRAITS;

/** Which of them a condition asks for; undefined: it is a trait as the product tells it. */
export function namedTraitOf({
  subject,
  key,
}: Pick<TraitCondition, 'subject' | 'key'>): NamedTrait | undefined {
  return subject === 'account' && (key === 'lifecycle' || key === 'health') ? key : undefined;
}

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
  const named = namedTraitOf(leaf);
  const isOneOf =
    named !== undefined && leaf.op === 'is' && NAMED_TRAITS[named].some((one) => one === leaf.value);
  return isOneOf ? named : `${leaf.subject}_trait`;
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
    case 'health':
      return { ...newTrait('account'), key: kind, value: NAMED_TRAITS[kind][0] };
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
