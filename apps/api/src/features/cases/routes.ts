import { common } from '@banso/contract';
import {
  Case,
  CaseBulkChange,
  CaseBulkChanged,
  CaseChange,
  CaseCounts,
  CaseCreate,
  CaseId,
  CaseQuery,
} from '@banso/contract/cases';
import type { CaseRecord, Db, ListedCase } from '@banso/database';
import {
  accounts,
  audit,
  brokenConstraint,
  cases,
  caseSettings,
  contacts,
  members,
  outbox,
  recordedMessages,
  teams,
  transactions,
} from '@banso/database';
import type { RecoveryRule } from '@banso/domain/cases';
import { handedTo, openedCase, priorityOf, recoveryFrom } from '@banso/domain/cases';
import { z } from '@hono/zod-openapi';
import type { Deps, Principal } from '../../app-env.ts';
import { caseFollowUp } from '../../cases/case-follow-up.ts';
import { caseOnWire } from '../../cases/case-on-wire.ts';
import { changedCase } from '../../cases/changed-case.ts';
import { AppError, invalidField } from '../../errors.ts';
import { requirePresent } from '../../may-read.ts';
import { body, json, operation } from '../../operation.ts';
import { etagOf, requiredRevision } from '../../revision.ts';
import { writeAlone } from '../../write-alone.ts';
import { loopRoutes } from './loop-routes.ts';
import { caseSettingsRoutes } from './settings-routes.ts';

const tags = ['cases'];
const Params = z.object({ id: CaseId });
const IfMatch = z.object({ 'if-match': z.string().optional() });

/** What somebody on the team has to see to. Mounted at the root: `/v1/cases`, `/v1/case-settings`, `/v1/reports/loop`. */
export const caseRoutes = (deps: Deps) => {
  const { database, clock, newId, live } = deps;
  const namesOf = (workspaceId: string) => members.namesOf(database.control, workspaceId);
  const get = async (db: Db, workspaceId: string, id: string): Promise<ListedCase> => {
    const found = await cases.find(db, workspaceId, id);
    if (!found) throw new AppError('not_found', 'There is no such case.');
    return found;
  };
  /** An owner must be a member of the organisation that the workspace belongs to. */
  const checkOwner = async (workspaceId: string, ownerId: string | null | undefined) => {
    if (ownerId && (await namesOf(workspaceId))(ownerId) === undefined) throw unknown('ownerId', 'member');
  };

  /** A team gets cases while it is not archived. */
  const checkTeam = async (db: Db, workspaceId: string, teamId: string | null | undefined) => {
    const found = teamId && (await teams.find(db, workspaceId, teamId));
    if (teamId && !(found && found.archivedAt === null)) throw unknown('teamId', 'team');
  };

  /** Changes one case inside a transaction that holds its person. @returns undefined when nothing was different. */
  async function apply(
    db: Db,
    workspaceId: string,
    { record, change, principal }: { record: ListedCase; change: CaseChange; principal: Principal },
  ): Promise<number | undefined> {
    const at = clock.now();
    const settings = await caseSettings.get(db, workspaceId);
    if (change.teamId !== record.teamId) await checkTeam(db, workspaceId, change.teamId);
    const after = changedCase(settings.clock, record, change, at);
    if (after === record) return undefined;
    if (change.mergedInto && change.mergedInto !== record.mergedInto)
      await checkMerge(db, workspaceId, after, change.mergedInto);
    if (record.status === 'closed' && after.status === 'open') {
      if (after.mergedInto !== null)
        throw new AppError('conflict', 'It goes on in another case: separate it first.');
      const others = await cases.listOf(db, workspaceId, [record.contactId]);
      if (others.some(({ status }) => status === 'open'))
        throw new AppError('conflict', 'Another case of this person is open: go on there.');
    }
    const revision = await cases.update(db, workspaceId, after, at);
    if (revision === undefined) throw new AppError('conflict', 'Somebody else changed the case meanwhile.');
    await outbox.add(db, workspaceId, [caseFollowUp(record, after, at)]);
    const isErased = record.contact.erasedAt !== null;
    await askAgain(db, workspaceId, isErased ? null : settings.settings.recovery, record, after);
    await audit.append(db, workspaceId, {
      at,
      principal,
      action: 'case.update',
      target: record.id,
      change,
    });
    return revision;
  }

  return loopRoutes(deps)
    .route('/', caseSettingsRoutes(deps))
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/cases',
        tags,
        summary: 'List cases: open ones by when they are due, closed ones by when they were closed',
        description:
          'An answer with a low score and a message open a case in the commit that records them; of one person at most one is open, and what they say later joins it.',
        request: { query: CaseQuery },
        responses: { 200: json(common.page(Case), 'A page of cases') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { limit, cursor, ownerId, teamId, ...filter } = c.req.valid('query');
        const now = clock.now();
        const nameOf = await namesOf(workspaceId);
        const wanted = {
          ...filter,
          ownerId: ownerId === 'none' ? null : ownerId,
          teamId: teamId === 'none' ? null : teamId,
          now,
        };
        const { data, nextCursor } = await database
          .forWorkspace(workspaceId)
          .read((db) => cases.list(db, workspaceId, wanted, { limit, cursor }));
        return c.json({ data: data.map((record) => caseOnWire(record, nameOf, now)), nextCursor }, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/cases/counts',
        tags,
        summary: 'Count the cases that are open',
        responses: { 200: json(CaseCounts, 'How many') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const counts = await database
          .forWorkspace(workspaceId)
          .read((db) => cases.count(db, workspaceId, principal.id, clock.now()));
        return c.json(counts, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: '/v1/cases',
        tags,
        summary: 'Open a case by hand',
        description: 'Refused while a case of this person is open: it joins that one.',
        request: { body: body(CaseCreate) },
        responses: { 201: json(Case, 'The case') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { contactId, responseId = null, ownerId, teamId, priority } = c.req.valid('json');
        await checkOwner(workspaceId, ownerId);
        const at = clock.now();
        const id = newId('cas');
        const made = await writeAlone(database, workspaceId, [contactId], async (db) => {
          const contact = await contacts.find(db, workspaceId, contactId);
          if (!contact) throw unknown('contactId', 'contact');
          requirePresent(contact);
          if (responseId !== null) {
            const owners = await recordedMessages.ownersOf(db, workspaceId, [responseId]);
            if (owners.get(responseId) !== contactId) throw unknown('responseId', 'response of this person');
          }
          const known = await cases.listOf(db, workspaceId, [contactId]);
          const open = known.find(({ status }) => status === 'open');
          if (open) throw new AppError('conflict', `A case of this person is open: ${open.id}.`);
          const settings = await caseSettings.get(db, workspaceId);
          const accountId = contact.account?.id ?? null;
          const account = accountId === null ? undefined : await accounts.find(db, workspaceId, accountId);
          await checkTeam(db, workspaceId, teamId);
          const able = await caseSettings.listAssignees(db, workspaceId, settings.organisationId);
          const about = { accountOwnerId: account?.owner?.id ?? null, locale: contact.locale };
          const given = handedTo(settings.settings, 'team', about, able);
          const heard = { cause: 'team', responseId, score: null } as const;
          await cases.add(db, workspaceId, {
            ...openedCase(settings.clock, heard, priority ?? priorityOf('team', null, undefined), at),
            id,
            contactId,
            accountId,
            ownerId: ownerId === undefined ? given.ownerId : ownerId,
            teamId: teamId === undefined ? given.teamId : teamId,
            mergedInto: null,
            updatedAt: at,
            revision: 1,
          });
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'case.create',
            target: id,
            change: { contact: contactId, response: responseId },
          });
          const opened = await get(db, workspaceId, id);
          await outbox.add(db, workspaceId, [caseFollowUp(undefined, opened, at)]);
          return opened;
        });
        live.publish(workspaceId, { type: 'case', id });
        c.header('etag', etagOf(made.revision));
        return c.json(caseOnWire(made, await namesOf(workspaceId), at), 201);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: '/v1/cases/bulk',
        tags,
        summary: 'Change several cases in the same way',
        description:
          'All at once; a case that the change does not fit stays as it is, and is named with the reason.',
        request: { body: body(CaseBulkChange) },
        responses: { 200: json(CaseBulkChanged, 'Which were changed, and which were not') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { cases: ids, change } = c.req.valid('json');
        await checkOwner(workspaceId, change.ownerId);
        const wanted = [...new Set(ids)];
        const people = await database
          .forWorkspace(workspaceId)
          .read((db) => cases.peopleOf(db, workspaceId, wanted));
        const done = await writeAlone(database, workspaceId, people.toSorted(), async (db) => {
          const changed: string[] = [];
          const refused: z.infer<typeof CaseBulkChanged>['refused'] = [];
          for (const id of wanted) {
            try {
              await apply(db, workspaceId, { record: await get(db, workspaceId, id), change, principal });
              changed.push(id);
            } catch (error) {
              // what does not fit one case fits others: it is told, and the others go on
              if (!(error instanceof AppError) || error.code === 'invalid') throw error;
              refused.push({ id, code: error.code, message: error.message });
            }
          }
          return { changed, refused };
        });
        for (const id of done.changed) live.publish(workspaceId, { type: 'case', id });
        return c.json(done, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/cases/{id}',
        tags,
        summary: 'Read a case',
        request: { params: Params },
        responses: { 200: json(Case, 'The case') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const nameOf = await namesOf(workspaceId);
        const found = await database
          .forWorkspace(workspaceId)
          .read((db) => get(db, workspaceId, c.req.valid('param').id));
        c.header('etag', etagOf(found.revision));
        return c.json(caseOnWire(found, nameOf, clock.now()), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'patch',
        path: '/v1/cases/{id}',
        tags,
        summary:
          'Assign a case, let it wait, close it, open it again, or say that the customer was spoken to',
        request: { params: Params, headers: IfMatch, body: body(CaseChange) },
        responses: { 200: json(Case, 'The case') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id } = c.req.valid('param');
        const change = c.req.valid('json');
        await checkOwner(workspaceId, change.ownerId);
        const workspace = database.forWorkspace(workspaceId);
        const seen = await workspace.read((db) => get(db, workspaceId, id));
        const after = await writeAlone(database, workspaceId, [seen.contactId], async (db) => {
          const record = await get(db, workspaceId, id);
          requiredRevision(c, record.revision);
          await apply(db, workspaceId, { record, change, principal });
          return get(db, workspaceId, id);
        }).catch((error: unknown) => {
          throw brokenConstraint(error) === 'unique'
            ? new AppError('conflict', 'Another case of this person is open: go on there.')
            : error;
        });
        if (after.revision !== seen.revision) live.publish(workspaceId, { type: 'case', id });
        c.header('etag', etagOf(after.revision));
        return c.json(caseOnWire(after, await namesOf(workspaceId), clock.now()), 200);
      },
    );
};

/**
 * A closed case goes on in one that is open, of the same person: nothing is lost from the lists of what is due.
 * @throws {AppError} `invalid` for a case of somebody else, `conflict` where it does not fit.
 */
async function checkMerge(db: Db, workspaceId: string, of: CaseRecord, into: string): Promise<void> {
  const known = await cases.listOf(db, workspaceId, [of.contactId]);
  const target = known.find(({ id }) => id === into && id !== of.id);
  if (!target) throw unknown('mergedInto', 'case of this person');
  if (of.status !== 'closed' || target.status !== 'open')
    throw new AppError('conflict', 'A closed case is merged into one that is open.');
  if (known.some(({ mergedInto }) => mergedInto === of.id))
    throw new AppError('conflict', 'Others go on in this case: separate them first.');
}

/**
 * Lets the score be asked again for a case that was resolved, and takes that back with it: as something that happened, so that
 * the decision holds it against every gate like any other question.
 */
async function askAgain(
  db: Db,
  workspaceId: string,
  rule: RecoveryRule | null,
  before: CaseRecord,
  { id, contactId, ...after }: CaseRecord,
): Promise<void> {
  if (before.outcome === after.outcome) return;
  await transactions.removeUnanswered(db, workspaceId, { contactId, id });
  const at = recoveryFrom(rule, after);
  if (rule === null || at === undefined) return;
  // who has answered because of this case is not asked about it a second time
  const left = await transactions.list(db, workspaceId, { contactIds: [contactId], since: at, ids: [id] });
  if (!left.some((one) => one.id === id))
    await transactions.put(db, workspaceId, [{ contactId, contentId: rule.surveyId, id, at }]);
}

/** A foreign thing answers exactly like an absent one. */
function unknown(path: string, what: string): AppError {
  const message = `there is no such ${what}`;
  return invalidField(path, 'unknown', message);
}
