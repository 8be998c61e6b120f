import type { StateRecord } from '@banso/database';
import type { ContentState } from '@banso/domain/targeting';
import { UNTOUCHED } from '@banso/domain/targeting';

/** What people have done with contents: as the database has it, and as the facts of a group leave it. */
export class ContentStates {
  readonly #byContact = new Map<string, Map<string, ContentState>>();
  readonly #changed = new Map<string, StateRecord>();

  load(records: readonly StateRecord[]): void {
    for (const { contactId, contentId, state } of records) this.#of(contactId).set(contentId, state);
  }

  get(contactId: string, contentId: string): ContentState {
    return this.#byContact.get(contactId)?.get(contentId) ?? UNTOUCHED;
  }

  set(contactId: string, contentId: string, state: ContentState): void {
    if (this.get(contactId, contentId) === state) return;
    this.#of(contactId).set(contentId, state);
    this.#changed.set(`${contactId} ${contentId}`, { contactId, contentId, state });
  }

  /** Everything that one person has done, by content id. */
  of(contactId: string): ReadonlyMap<string, ContentState> {
    return this.#of(contactId);
  }

  /** What has to be written. */
  changed(): StateRecord[] {
    return [...this.#changed.values()];
  }

  #of(contactId: string): Map<string, ContentState> {
    const known = this.#byContact.get(contactId);
    if (known) return known;
    const made = new Map<string, ContentState>();
    this.#byContact.set(contactId, made);
    return made;
  }
}
