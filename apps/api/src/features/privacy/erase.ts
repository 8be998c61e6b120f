import type { ContactRecord, Db, ErasureRecord } from '@banso/database';
import { audit, contacts, erasing, erasures } from '@banso/database';
import type { Deps, Principal } from '../../app-env.ts';
import { AppError, invalidField } from '../../errors.ts';
import { nameOf } from '../../recorder/load.ts';
import { SEARCH } from '../../search/upkeep.ts';
import { tombstoneOf } from '../../tombstone.ts';
import { writeAlone } from '../../write-alone.ts';
import { erasedPayload } from './erased-payload.ts';

/** What is asked for. */
export interface EraseOrder {
  workspaceId: string;
  contactId: string;
  /** The wish that is carried out; undefined: whichever is open, or none. */
  requestId: string | undefined;
  principal: Principal;
}

type EraseDeps = Pick<Deps, 'database' | 'clock' | 'newId' | 'live' | 'log' | 'settings'>;

/**
 * Erases a person: all of it in one transaction, while no fact of theirs can come in.
 * @returns what is written down of it.
 * @throws {AppError} `not_found`, or `conflict` when they are erased already or the wish was taken back.
 */
export async function erase(deps: EraseDeps, order: EraseOrder): Promise<ErasureRecord> {
  const { database, live, log } = deps;
  const { workspaceId, contactId } = order;
  const found = await database.forWorkspace(workspaceId).read((db) => present(db, order));
  const done = await writeAlone(database, workspaceId, [nameOf(found), contactId, SEARCH], (db) =>
    carryOut(db, deps, order),
  );
  live.publish(workspaceId, { type: 'erasure', contactId });
  live.publish(workspaceId, { type: 'message', contactId });
  if (!(await database.leaveNoTrace()))
    log.warn({ erasure: done.id }, 'the log of the database is read by somebody: it is emptied later');
  return done;
}

async function carryOut(db: Db, deps: EraseDeps, order: EraseOrder): Promise<ErasureRecord> {
  const { clock, newId, settings } = deps;
  const { workspaceId, contactId, principal } = order;
  const contact = await present(db, order);
  const open = await erasures.findOpen(db, workspaceId, contactId);
  if (order.requestId !== undefined && open?.id !== order.requestId)
    throw await notOpen(db, order, order.requestId);
  const id = open?.id ?? newId('era');
  const at = clock.now();
  await erasures.carryOut(db, workspaceId, {
    id,
    contactId,
    at,
    by: principal.id,
    tombstone: tombstoneOf(settings.secret, workspaceId, contact),
  });
  await erasing.eraseContact(db, workspaceId, { contactId, at, rewrite: erasedPayload });
  await audit.append(db, workspaceId, {
    at,
    principal,
    action: 'contact.erase',
    target: contactId,
    change: { request: id },
  });
  return getErasure(db, workspaceId, id);
}

/** @throws {AppError} `not_found`. */
export async function getErasure(db: Db, workspaceId: string, id: string): Promise<ErasureRecord> {
  const found = await erasures.find(db, workspaceId, id);
  if (!found) throw new AppError('not_found', 'There is no such request.');
  return found;
}

async function present(db: Db, { workspaceId, contactId }: EraseOrder): Promise<ContactRecord> {
  const found = await contacts.find(db, workspaceId, contactId);
  if (!found) throw new AppError('not_found', 'There is no such contact.');
  if (found.erasedAt !== null)
    throw new AppError('conflict', `This person was erased already, at ${found.erasedAt}.`);
  return found;
}

/** Why a wish that somebody saw cannot be carried out any more. */
async function notOpen(db: Db, order: EraseOrder, requestId: string): Promise<AppError> {
  const { workspaceId, contactId } = order;
  const named = await erasures.find(db, workspaceId, requestId);
  if (named?.contact.id === contactId && named.withdrawnAt !== null)
    return new AppError(
      'conflict',
      `The request was taken back at ${named.withdrawnAt}: nothing was erased.`,
    );
  const message = 'there is no such request of this person';
  return invalidField('requestId', 'unknown', message);
}
