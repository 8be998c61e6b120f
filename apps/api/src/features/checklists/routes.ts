import { common, content } from '@banso/contract';
import { decodeCursor, encodeCursor, progress } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { participantsOf } from '../../checklist-standing.ts';
import { KINDS } from '../../contents/kinds.ts';
import { getContent } from '../../contents/lifecycle.ts';
import { contentRoutes } from '../../contents/routes.ts';
import { json, operation } from '../../operation.ts';

/** Mounted at the root: `/v1/checklists`. */
export const checklistRoutes = (deps: Deps) =>
  contentRoutes(deps, KINDS.checklist).openapi(
    operation('read', {
      method: 'get',
      path: '/v1/checklists/{id}/participants',
      tags: ['checklists'],
      summary: 'Who is how far, the latest step first',
      request: { params: z.object({ id: common.ChecklistId }), query: common.PageQuery },
      responses: {
        200: json(
          common.page(content.ChecklistParticipant),
          'A page of people, or of companies where the checklist is shared',
        ),
      },
    }),
    async (c) => {
      const { workspaceId, principal } = c.var;
      const { id } = c.req.valid('param');
      const { limit, cursor } = c.req.valid('query');
      const after = cursor === undefined ? undefined : decodeCursor('participants', 'string', cursor);
      const page = await deps.database.forWorkspace(workspaceId).read(async (db) => {
        await getContent(db, { workspaceId, principal, at: deps.clock.now() }, 'checklist', id);
        const found = await progress.listSubjects(db, workspaceId, id, {
          after: after && { at: `${after.value}`, subjectId: after.id },
          limit: limit + 1,
        });
        const subjects = found.slice(0, limit);
        const last = subjects.at(-1);
        return {
          subjectIds: subjects.map(({ subjectId }) => subjectId),
          nextCursor:
            found.length > limit && last
              ? encodeCursor('participants', { value: last.at, id: last.subjectId })
              : null,
        };
      });
      const data = await participantsOf(deps, workspaceId, id, page.subjectIds);
      return c.json({ data, nextCursor: page.nextCursor }, 200);
    },
  );
