import type { SubjectKind } from '@banso/contract/subject';
import { accounts, cases, contacts, type Db, responses, threads } from '@banso/database';

/** Of whom a note or a task on a subject speaks: with this person it is erased. */
export interface SpokenOf {
  contactId: string | null;
  accountId: string | null;
  /** The person was erased: nothing new is said about them. */
  isErased: boolean;
}

type Find = (db: Db, workspaceId: string, id: string) => Promise<SpokenOf | undefined>;

const ofContact: Find = async (db, workspaceId, id) => {
  const found = await contacts.find(db, workspaceId, id);
  return found && { contactId: id, accountId: found.account?.id ?? null, isErased: found.erasedAt !== null };
};

/** How each kind of subject is found; undefined: there is none with this id. */
export const SUBJECTS: Readonly<Record<SubjectKind, Find>> = {
  response: async (db, workspaceId, id) => {
    const found = await responses.find(db, workspaceId, id);
    return (
      found && {
        contactId: found.contact.id,
        accountId: found.account?.id ?? null,
        isErased: found.contact.erased,
      }
    );
  },
  thread: async (db, workspaceId, id) =>
    (await threads.find(db, workspaceId, id)) && ofContact(db, workspaceId, id),
  contact: ofContact,
  case: async (db, workspaceId, id) => {
    const found = await cases.find(db, workspaceId, id);
    return found && ofContact(db, workspaceId, found.contactId);
  },
  account: async (db, workspaceId, id) =>
    (await accounts.find(db, workspaceId, id)) && { contactId: null, accountId: id, isErased: false },
};
