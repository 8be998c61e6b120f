import { common, organisation } from '@banso/contract';
import { audit, organisations } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { theMember } from '../../principal.ts';

const tags = ['organisations'];
const Params = z.object({ id: common.OrganisationId });

/** One's own organisation. Mounted at the root: `/v1/organisations`. */
export function organisationRoutes({ database, clock }: Deps) {
  async function own(c: Context<AppEnv>, id: string) {
    const found =
      id === theMember(c).organisationId ? await organisations.find(database.control, id) : undefined;
    if (!found) throw new AppError('not_found', 'There is no such organisation.');
    return found;
  }

  return router()
    .openapi(
      operation('organisation:read', {
        method: 'get',
        path: '/v1/organisations/{id}',
        tags,
        summary: "Read one's own organisation",
        request: { params: Params },
        responses: { 200: json(organisation.Organisation, 'The organisation') },
      }),
      async (c) => c.json(await own(c, c.req.valid('param').id), 200),
    )
    .openapi(
      operation('organisation:own', {
        method: 'patch',
        path: '/v1/organisations/{id}',
        tags,
        summary: 'Give it another name',
        request: { params: Params, body: body(organisation.OrganisationUpdate) },
        responses: { 200: json(organisation.Organisation, 'The organisation') },
      }),
      async (c) => {
        const { id } = await own(c, c.req.valid('param').id);
        const { name } = c.req.valid('json');
        await database.forWorkspace(id).write(async (db) => {
          await organisations.rename(db, id, name);
          const event = { at: clock.now(), principal: theMember(c) };
          await audit.append(db, id, {
            ...event,
            action: 'organisation.update',
            target: id,
            change: { name },
          });
        });
        return c.json(await own(c, id), 200);
      },
    );
}
