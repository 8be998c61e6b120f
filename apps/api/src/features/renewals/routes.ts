import { common } from '@banso/contract';
import { Renewal, RenewalDecision, RenewalId, RenewalQuery } from '@banso/contract/renewal';
import { accounts, audit, type Db, members, type RenewalRecord, renewals } from '@banso/database';
import { accountAfter, accountBefore, decideRenewal, type RenewalProblem } from '@banso/domain/renewal';
import { addDays, dayOf } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { AppError, invalidField } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { etagOf, requiredRevision } from '../../revision.ts';

const tags = ['renewals'];
const IfMatch = z.object({ 'if-match': z.string().optional() });

/** What became of renewals. Mounted at the root: `/v1/renewals`, `/v1/accounts/{id}/renewals`. */
export const renewalRoutes = ({ database, clock, newId }: Deps) => {
  const getAccount = async (db: Db, workspaceId: string, id: string) => {
    const found = await accounts.find(db, workspaceId, id);
    if (!found) throw new AppError('not_found', 'There is no such account.');
    return found;
  };
  const namesOf = (workspaceId: string) => members.namesOf(database.control, workspaceId);

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/renewals',
        tags,
        summary: 'List the renewals that were decided, the latest due first',
        description:
          'A renewal counts in the period of its due date, however early or late it was decided. One that is open is the `renewalDate` of its account.',
        request: { query: RenewalQuery },
        responses: { 200: json(common.page(Renewal), 'A page of renewals') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { limit, cursor, ...filter } = c.req.valid('query');
        const nameOf = await namesOf(workspaceId);
        const page = await database
          .forWorkspace(workspaceId)
          .read((db) => renewals.list(db, workspaceId, filter, { limit, cursor }));
        const data = page.data.map((record) => onWire(record, nameOf));
        return c.json({ data, nextCursor: page.nextCursor }, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: '/v1/accounts/{id}/renewals',
        tags,
        summary: 'Say what became of the renewal of the account that is open',
        description:
          'Renewed: the renewal date of the account moves on to `nextDueDate`, and its recurring revenue may change. Churned: the account has left, without a renewal date and without recurring revenue. Send the ETag of the account as If-Match; the answer has the new one.',
        request: {
          params: z.object({ id: common.AccountId }),
          headers: IfMatch,
          body: body(RenewalDecision),
        },
        responses: { 201: json(Renewal, 'It is written down, and the account is changed') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id } = c.req.valid('param');
        const at = clock.now();
        const { decidedOn = dayOf(at), ...decision } = c.req.valid('json');
        // somewhere it is tomorrow already
        if (decidedOn > addDays(dayOf(at), 1)) throw refused({ field: 'decidedOn', code: 'in_the_future' });
        const nameOf = await namesOf(workspaceId);
        const { record, revision } = await database.forWorkspace(workspaceId).write(async (db) => {
          const account = await getAccount(db, workspaceId, id);
          requiredRevision(c, account.revision);
          const decided = decideRenewal(account, decision);
          if ('problem' in decided) throw refused(decided.problem);
          const { renewal } = decided;
          const made = {
            ...renewal,
            id: newId('ren'),
            accountId: id,
            decidedOn,
            decidedAt: at,
            decidedBy: principal.kind === 'member' ? principal.id : null,
          };
          if (!(await renewals.add(db, workspaceId, made)))
            throw new AppError('conflict', `What was due on ${renewal.dueDate} is decided already.`);
          const changed = await accounts.update(
            db,
            workspaceId,
            id,
            account.revision,
            accountAfter(renewal),
            at,
          );
          const { dueDate, outcome, nextDueDate } = renewal;
          const change = { account: id, dueDate, outcome, decidedOn, nextDueDate };
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'renewal.decide',
            target: id,
            change: { ...change, renewal: made.id },
          });
          return { record: { ...made, accountName: account.name }, revision: changed };
        });
        if (revision !== undefined) c.header('etag', etagOf(revision));
        return c.json(onWire(record, nameOf), 201);
      },
    )
    .openapi(
      operation('write', {
        method: 'delete',
        path: '/v1/renewals/{id}',
        tags,
        summary: 'Take back what was said of the latest renewal of an account: a mistake',
        description:
          'Renewal date, recurring revenue and lifecycle of the account are again what they were before. Send the ETag of the account as If-Match.',
        request: { params: z.object({ id: RenewalId }), headers: IfMatch },
        responses: { 204: { description: 'It is open again' } },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id } = c.req.valid('param');
        const at = clock.now();
        await database.forWorkspace(workspaceId).write(async (db) => {
          const record = await renewals.find(db, workspaceId, id);
          if (!record) throw new AppError('not_found', 'There is no such renewal.');
          const { accountId, dueDate, outcome } = record;
          const account = await getAccount(db, workspaceId, accountId);
          requiredRevision(c, account.revision);
          const { data } = await renewals.list(db, workspaceId, { accountId }, { limit: 1 });
          if (data[0]?.id !== id)
            throw new AppError('conflict', 'A later renewal of the account was decided since.');
          await renewals.remove(db, workspaceId, id);
          await accounts.update(db, workspaceId, accountId, account.revision, accountBefore(record), at);
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'renewal.take_back',
            target: accountId,
            change: { renewal: id, dueDate, outcome },
          });
        });
        return c.body(null, 204);
      },
    );
};

function onWire(record: RenewalRecord, nameOf: (member: string) => string | undefined): Renewal {
  const { accountId, accountName, lifecycleBefore: _, decidedBy, ...rest } = record;
  return {
    ...rest,
    account: { id: accountId, name: accountName },
    decidedBy: decidedBy === null ? null : { id: decidedBy, name: nameOf(decidedBy) ?? '' },
  };
}

const SAID = {
  nothing_due: 'The account has no renewal date.',
  required: 'is needed: when the renewed contract ends',
  not_later: 'must be after the day on which it was due',
  not_allowed: 'says something of a contract that goes on',
  in_the_future: 'is in the future',
} as const satisfies Record<RenewalProblem['code'] | 'in_the_future', string>;

function refused({ field, code }: { field?: string; code: keyof typeof SAID }): AppError {
  if (field === undefined) return new AppError('conflict', SAID[code]);
  return invalidField(field, code, SAID[code]);
}
