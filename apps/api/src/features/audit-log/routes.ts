import { common, organisation } from '@banso/contract';
import { audit } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { json, operation, router } from '../../operation.ts';
import { cursorOf, pageOf } from '../../paging.ts';
import { theMember } from '../../principal.ts';

const Query = common.PageQuery.extend({
  /** `workspace`: what concerns this workspace; `organisation`: members, invitations and workspaces. */
  of: z.enum(['workspace', 'organisation']).default('workspace'),
});

/** Who changed what, and when. Entries are only ever added. Mounted at the root: `/v1/audit-log`. */
export const auditLogRoutes = ({ database }: Deps) =>
  router().openapi(
    operation('administer', {
      method: 'get',
      path: '/v1/audit-log',
      tags: ['audit-log'],
      summary: 'List what was changed, newest first',
      request: { query: Query },
      responses: { 200: json(common.page(organisation.AuditEntry), 'A page of entries') },
    }),
    async (c) => {
      const { limit, cursor, of } = c.req.valid('query');
      const scopeId = of === 'workspace' ? c.var.workspaceId : theMember(c).organisationId;
      const page = { before: cursorOf(cursor, 'aud'), limit: limit + 1 };
      const found = await database.forWorkspace(scopeId).read((db) => audit.list(db, scopeId, page));
      return c.json(
        pageOf(found, limit, (entry) => entry),
        200,
      );
    },
  );
