import * as editorial from '@banso/contract/editorial';
import type { Deps } from '../app-env.ts';
import { body, operation, router } from '../operation.ts';
import { theMember } from '../principal.ts';
import { contentDesk } from './desk.ts';
import type { Kind } from './kinds.ts';

/** Who has a draft open. Nothing is kept: editors tell each other over the live feed. Mounted once for each kind. */
export function editingRoutes(deps: Deps, kind: Kind) {
  const { path, tags, Params, actOf, namesOf, reading } = contentDesk(deps, kind);
  return router().openapi(
    operation('write', {
      method: 'post',
      path: `${path}/{id}/editing`,
      tags,
      summary: 'Tell the team that you have it open',
      description:
        'Everybody who has it open hears `editing` on the live feed. Said every 20 s while the editor is open, at once when somebody new is heard, and with `left` when it is closed.',
      request: { params: Params, body: body(editorial.Editing) },
      responses: { 204: { description: 'Told' } },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const { tab, left } = c.req.valid('json');
      const { id: contentId } = await reading(c, id, async (record) => record);
      const { id: memberId } = theMember(c);
      const nameOf = await namesOf(actOf(c));
      const member = { id: memberId, name: nameOf(memberId) ?? '' };
      deps.live.publish(c.var.workspaceId, { type: 'editing', contentId, tab, member, left });
      return c.body(null, 204);
    },
  );
}
