import type * as decision from '@banso/contract/decision';
import type { TraitValue } from '@banso/domain/targeting';

/** What can be supposed in the form; a plan is the account's trait of that name. */
export const SUPPOSABLE = [
  'plan',
  'contact',
  'account',
  'locale',
  'event',
  'lastInterruptedAt',
  'asking',
  'verified',
] as const;

/** One row of the form, as it was typed. */
export interface Supposed {
  id: number;
  of: (typeof SUPPOSABLE)[number];
  /** Of a trait or an event. */
  name: string;
  value: string;
}

/** What stands in a new row, or in one that is about something else now. */
export const INITIAL: Readonly<Record<Supposed['of'], string>> = {
  plan: '',
  contact: '',
  account: '',
  locale: '',
  event: '0',
  lastInterruptedAt: '',
  asking: 'usual',
  verified: 'true',
};

/** The change that a row means; undefined while its name is missing. */
export function changeOf({ of, name, value }: Omit<Supposed, 'id'>): decision.WhatIfChange | undefined {
  switch (of) {
    case 'plan':
      return { fact: 'trait', subject: 'account', key: 'plan', value: traitOf(value, isText) };
    case 'contact':
    case 'account':
      if (name.trim() === '') return undefined;
      return { fact: 'trait', subject: of, key: name.trim(), value: traitOf(value) };
    case 'locale':
      return { fact: 'locale', value: value.trim() || null };
    case 'event':
      if (name.trim() === '') return undefined;
      return {
        fact: 'event',
        subject: 'contact',
        name: name.trim(),
        count: Math.max(0, Math.round(Number(value) || 0)),
      };
    case 'lastInterruptedAt':
      return { fact: 'lastInterruptedAt', value: value || null };
    case 'asking':
      return { fact: 'asking', value: value === 'less' || value === 'never' ? value : 'usual' };
    case 'verified':
      return { fact: 'verified', value: value === 'true' };
    default:
      return of satisfies never;
  }
}

const isText = true;

/** A number or a truth where it reads like one, as the product would send it; nothing is not known. */
function traitOf(typed: string, asText = false): TraitValue | null {
  const text = typed.trim();
  if (text === '') return null;
  if (asText) return text;
  if (text === 'true' || text === 'false') return text === 'true';
  return Number.isFinite(Number(text)) ? Number(text) : text;
}
