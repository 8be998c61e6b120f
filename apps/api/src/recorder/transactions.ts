import type { TransactionRecord } from '@banso/database';
import type { Transaction } from '@banso/domain/decide';

/** What happened to people that surveys ask about: as the database has it, and as the facts of a group leave it. */
export class Transactions {
  readonly #byContact = new Map<string, Map<string, readonly Transaction[]>>();
  readonly #changed = new Map<string, TransactionRecord>();

  load(records: readonly TransactionRecord[]): void {
    for (const { contactId, contentId, ...one } of records)
      this.#of(contactId).set(contentId, [...this.get(contactId, contentId), one]);
  }

  get(contactId: string, contentId: string): readonly Transaction[] {
    return this.#byContact.get(contactId)?.get(contentId) ?? [];
  }

  set(contactId: string, contentId: string, transactions: readonly Transaction[]): void {
    const before = new Set(this.get(contactId, contentId));
    this.#of(contactId).set(contentId, transactions);
    for (const one of transactions)
      if (!before.has(one))
        this.#changed.set(`${contactId} ${contentId} ${one.id}`, { contactId, contentId, ...one });
  }

  /** Everything that happened to one person, by content id. */
  of(contactId: string): ReadonlyMap<string, readonly Transaction[]> {
    return this.#of(contactId);
  }

  /** What has to be written. */
  changed(): TransactionRecord[] {
    return [...this.#changed.values()];
  }

  #of(contactId: string): Map<string, readonly Transaction[]> {
    const known = this.#byContact.get(contactId);
    if (known) return known;
    const made = new Map<string, readonly Transaction[]>();
    this.#byContact.set(contactId, made);
    return made;
  }
}
