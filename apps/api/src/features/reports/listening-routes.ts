import { ListeningQuery, ListeningReport } from '@banso/contract/listening';
import type { Deps } from '../../app-env.ts';
import { json, operation, router } from '../../operation.ts';
import { listeningAhead } from './listening.ts';

/** Who will be asked. Mounted with the other reports. */
export const listeningRoutes = (deps: Deps) =>
  router().openapi(
    operation('read', {
      method: 'get',
      path: '/v1/reports/listening',
      tags: ['reports'],
      summary: 'Who will be asked in the days ahead, and who will not',
      description:
        'Plays the days ahead with the rules that decide what opens: everybody who was here in the last 30 days comes at the time of day of their last visit, as often as so far; nobody answers or closes anything, and pages and triggers are reached. Of many people 1,000 are played, whole accounts together, and the numbers are estimates then. Days are in UTC.',
      request: { query: ListeningQuery },
      responses: { 200: json(ListeningReport, 'By content and day: asked, and held by reason') },
    }),
    async (c) => {
      const { days } = c.req.valid('query');
      return c.json(await listeningAhead(deps, c.var.workspaceId, days), 200);
    },
  );
