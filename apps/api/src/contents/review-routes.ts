import { APPROVERS, content } from '@banso/contract';
import {
  type ContentRecord,
  contentReviews,
  type Db,
  members,
  type ReviewRecord,
  workspaces,
} from '@banso/database';
import { reviewRefusal } from '@banso/domain/content';
import type { Deps } from '../app-env.ts';
import { AppError, invalidField } from '../errors.ts';
import { body, operation, router } from '../operation.ts';
import { theMember } from '../principal.ts';
import { roleOf } from '../roles.ts';
import { contentDesk } from './desk.ts';
import type { Kind } from './kinds.ts';
import { type Act, announce, memberOf, writeDown } from './lifecycle.ts';
import { isApprover } from './review.ts';

/** Asking a colleague to read a draft, and what they decide. Mounted once for each kind. */
export function reviewRoutes(deps: Deps, kind: Kind) {
  const { database } = deps;
  const { path, tags, Params, IfMatch, recordJson, answer, changing, isApprovalRequired } = contentDesk(
    deps,
    kind,
  );

  /** @throws {AppError} `invalid` when it is nobody of the team who may approve. */
  async function checkReviewer(workspaceId: string, reviewer: string | undefined): Promise<void> {
    if (reviewer === undefined) return;
    const workspace = await workspaces.find(database.control, workspaceId);
    const found = workspace && (await members.find(database.control, workspace.organisationId, reviewer));
    if (found && APPROVERS.includes(roleOf(found.role))) return;
    const message = 'must be somebody of the team whose role approves';
    throw invalidField('reviewer', 'not_approver', message);
  }

  return router()
    .openapi(
      operation('write', {
        method: 'post',
        path: `${path}/{id}/request-review`,
        tags,
        summary: 'Ask a colleague to read the draft',
        request: { params: Params, headers: IfMatch, body: body(content.ReviewRequest) },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { note, reviewer } = c.req.valid('json');
        await checkReviewer(c.var.workspaceId, reviewer);
        const { act, record } = await changing(c, c.req.valid('param').id, async (found, by, db) => {
          if (found.status === 'archived') throw new AppError('conflict', 'It is archived.');
          await contentReviews.put(db, by.workspaceId, {
            contentId: found.id,
            state: 'requested',
            draftRevision: found.draftRevision,
            requestedBy: memberOf(by),
            requestedAt: by.at,
            reviewer: reviewer ?? null,
            note,
            decidedBy: null,
            decidedAt: null,
            comment: '',
          });
          await writeDown(db, by, 'request_review', found, { note, ...(reviewer && { reviewer }) });
          return found;
        });
        announce(deps, act.workspaceId, record);
        return c.json(await answer(c, act, record), 200);
      },
    )
    .openapi(
      operation('publish', {
        method: 'post',
        path: `${path}/{id}/approve`,
        tags,
        summary: 'Approve the draft as it is now; the next change of it takes the approval back',
        description:
          'For members whose role is supervisor or higher. Where the workspace requires approval, nobody but an owner approves their own last change.',
        request: { params: Params, headers: IfMatch, body: body(content.ApproveRequest) },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { comment } = c.req.valid('json');
        const isRequired = await isApprovalRequired(c);
        const { act, record } = await changing(c, c.req.valid('param').id, async (found, by, db) => {
          const member = theMember(c);
          checkApprover(member, found, isRequired);
          await decide(db, by, found, { state: 'approved', decidedBy: member.id, comment });
          await writeDown(db, by, 'approve', found, { comment });
          return found;
        });
        announce(deps, act.workspaceId, record);
        return c.json(await answer(c, act, record), 200);
      },
    )
    .openapi(
      operation('publish', {
        method: 'post',
        path: `${path}/{id}/request-changes`,
        tags,
        summary: 'Ask for changes of the draft before it is published',
        request: { params: Params, headers: IfMatch, body: body(content.ChangesRequest) },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { comment } = c.req.valid('json');
        const { act, record } = await changing(c, c.req.valid('param').id, async (found, by, db) => {
          const member = theMember(c);
          if (!isApprover(member)) throw new AppError('forbidden', 'Your role does not approve drafts.');
          await decide(db, by, found, { state: 'changes_requested', decidedBy: member.id, comment });
          await writeDown(db, by, 'request_changes', found, { comment });
          return found;
        });
        announce(deps, act.workspaceId, record);
        return c.json(await answer(c, act, record), 200);
      },
    );
}

/** @throws {AppError} `forbidden` when this member may not approve this draft. */
function checkApprover(
  member: ReturnType<typeof theMember>,
  record: ContentRecord,
  isRequired: boolean,
): void {
  const refusal = reviewRefusal({
    isApprover: isApprover(member),
    isOwner: member.role === 'owner',
    isOwnEdit: record.draftedBy === member.id,
    isRequired,
  });
  if (refusal === undefined) return;
  const message =
    refusal === 'own_edit'
      ? 'The last change is your own, so somebody else has to approve it.'
      : 'Your role does not approve drafts.';
  throw new AppError('forbidden', message, { errors: [{ path: '', code: refusal, message }] });
}

/** Keeps what was decided on a draft as it is now, with the wish that it answers; nobody has to have asked. */
async function decide(
  db: Db,
  { workspaceId, at }: Act,
  { id, draftRevision }: ContentRecord,
  decision: Pick<ReviewRecord, 'state' | 'decidedBy' | 'comment'>,
): Promise<void> {
  const asked = await contentReviews.find(db, workspaceId, id);
  await contentReviews.put(db, workspaceId, {
    contentId: id,
    draftRevision,
    requestedBy: asked?.requestedBy ?? null,
    requestedAt: asked?.requestedAt ?? null,
    reviewer: asked?.reviewer ?? null,
    note: asked?.note ?? '',
    ...decision,
    decidedAt: at,
  });
}
