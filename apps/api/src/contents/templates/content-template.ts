import type { ContentBodies, ContentKind, Delivery, LocalizedText, Waves } from '@banso/domain/content';
import type { account } from '@banso/contract';
import type { Condition } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';

/** A content that somebody who knows customer success has written for a situation, ready to be published as it is. */
export interface ContentTemplate<K extends ContentKind = ContentKind> {
  /** Stays for ever: the API names a template by it. */
  id: string;
  kind: K;
  /** What the team calls it. */
  name: LocalizedText;
  /** When to reach for it, in one sentence. */
  purpose: LocalizedText;
  /** What a team has to look at before publishing: names of events, links, dates. */
  adjust: LocalizedText;
  /** Minutes that a customer spends on all of it. */
  minutes: number;
  /** @param at - When it is made; dates in it are counted from then. */
  body: (at: Instant) => ContentBodies[K];
  /** What differs from the delivery of a new content. */
  delivery?: Partial<Delivery>;
  /** Asked in waves that begin on the day on which it is made. */
  waves?: Omit<Waves, 'from'>;
  /** Days after which it is no longer shown, counted like the dates of the body; absent: it stays. */
  endsAfterDays?: number;
}

/** People of accounts in one of these stages. */
export const inStage = (...stages: account.Lifecycle[]): Condition => ({
  type: 'trait',
  subject: 'account',
  key: 'lifecycle',
  op: 'in',
  value: stages,
});

/** The people of the account have done this at least so often, ever. */
export const teamDid = (name: string, count = 1): Condition => ({ ...did(name, count), subject: 'account' });

/** The person has done this at least so often, within these days or ever. */
export const did = (name: string, count = 1, withinDays: number | null = null) =>
  ({ type: 'event', subject: 'contact', name, op: 'at_least', count, withinDays }) as const;

/** The person has not done this within these days, or never. */
export const didNot = (name: string, withinDays: number | null = null): Condition => ({
  type: 'event',
  subject: 'contact',
  name,
  op: 'at_most',
  count: 0,
  withinDays,
});

export const both = (...of: Condition[]): Condition => ({ type: 'all', of });
