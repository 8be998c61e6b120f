import { account, common, organisation } from '@banso/contract';
import type { Subject, TraitValue } from '@banso/domain/targeting';
import { useRead } from '../../../data/query.ts';
import { workspace } from '../../../data/session.ts';

/** Names that the customer's product has used, for suggestions. */
export interface KnownNames {
  /** Names of tracked events, from the newest facts of pages and servers. */
  events: readonly string[];
  /** Names of traits, from the newest hundred people or accounts. */
  traits: Readonly<Record<Subject, readonly string[]>>;
  /** A value that a trait has somewhere; it tells the type. */
  exampleOf: (subject: Subject, key: string) => TraitValue | undefined;
}

/** Reads what has arrived so far. While it is on its way there is nothing to suggest. */
export function useKnownNames(): KnownNames {
  const id = workspace.value?.id ?? '';
  const contacts =
    useRead('/v1/contacts', common.page(account.Contact), { limit: 100 }).data?.data.data ?? [];
  const accounts =
    useRead('/v1/accounts', common.page(account.Account), { limit: 100 }).data?.data.data ?? [];
  const events =
    useRead(`/v1/workspaces/${id}/installation`, organisation.Installation, undefined, { enabled: id !== '' })
      .data?.data.eventNames ?? [];
  const rows = { contact: contacts, account: accounts };
  const keysOf = (of: readonly { traits: Readonly<Record<string, TraitValue>> }[]) =>
    [...new Set(of.flatMap(({ traits }) => Object.keys(traits)))].sort();
  return {
    events,
    traits: { contact: keysOf(contacts), account: keysOf(accounts) },
    exampleOf: (subject, key) => rows[subject].find(({ traits }) => Object.hasOwn(traits, key))?.traits[key],
  };
}
