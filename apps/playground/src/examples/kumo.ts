import { findCustomer } from '../customers.ts';
import { publishableKey, tokenOf } from '../embed.ts';
import { TERN } from '../notes/tern.ts';

/** Places of the small product, with what is listed there. */
export const PLACES = {
  notes: { title: 'Notes', rows: TERN.notes.map(({ title, author }) => [title, author] as const) },
  team: { title: 'Team', rows: TERN.teammates.map(({ name, role }) => [name, role] as const) },
} as const;
export type Place = keyof typeof PLACES;

/** What a product's own server puts into its page for whoever is signed in. */
export interface SignedIn {
  host: string;
  publishableKey: string;
  user: { id: string; traits: { name: string; locale: string }; token: string };
  account: { id: string; traits: { name: string } };
}

/** Emma of Tern Architects, or whom `?user=` names by id or language. */
export async function signedIn(): Promise<SignedIn> {
  const customer = findCustomer(new URLSearchParams(location.search).get('user') ?? 'en');
  if (!customer) throw new Error('Nobody of that name works with Kumo Notes');
  const { id, name, language, company } = customer;
  return {
    host: location.origin,
    publishableKey: await publishableKey(),
    user: { id, traits: { name, locale: language }, token: await tokenOf(customer) },
    account: { id: company.id, traits: { name: company.name } },
  };
}
