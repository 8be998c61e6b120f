import { PublicationOutlook, PublicationOutlookQuery } from '@banso/contract/listening';
import type { Deps } from '../app-env.ts';
import { json, operation, router } from '../operation.ts';
import { publicationAhead } from '../outlook/publication-ahead.ts';
import { contentDesk } from './desk.ts';
import type { Kind } from './kinds.ts';

/** What the days ahead would be with a draft live. Mounted once for each kind. */
export function outlookRoutes(deps: Deps, kind: Kind) {
  const { path, tags, Params, reading } = contentDesk(deps, kind);
  return router().openapi(
    operation('read', {
      method: 'get',
      path: `${path}/{id}/outlook`,
      tags,
      summary: 'What the next 14 days would be with the draft live',
      description:
        'Plays the days ahead as `/v1/reports/listening` does, once as they are and once with the draft: for how many people it would open, what holds it back for the others, and which live contents would open less often for it. Of many people 1,000 are played, whole accounts together, and the numbers are estimates then.',
      request: { params: Params, query: PublicationOutlookQuery },
      responses: { 200: json(PublicationOutlook, 'Who would be asked, who would not, and what loses by it') },
    }),
    async (c) => {
      const record = await reading(c, c.req.valid('param').id, async (found) => found);
      return c.json(await publicationAhead(deps, c.var.workspaceId, record, c.req.valid('query')), 200);
    },
  );
}
