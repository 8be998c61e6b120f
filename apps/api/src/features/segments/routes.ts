import { audience } from '@banso/contract';
import { audiences } from '@banso/database';
import type { Condition } from '@banso/domain/targeting';
import { MAX_PARTS, partsIn, segmentsNamedIn } from '@banso/domain/targeting';
import type { Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import type { Catalogue } from '../../recorder/catalogue.ts';
import { catalogueOf, sharedChecklistsIn } from '../../recorder/catalogue.ts';
import { examplesOf } from './examples-of.ts';

/** Who an audience is. Mounted at the root: `/v1/segments/preview`. */
export const segmentRoutes = ({ database, clock, published }: Deps) =>
  router().openapi(
    operation('read', {
      method: 'post',
      path: '/v1/segments/preview',
      tags: ['segments'],
      summary: 'Who is in an audience now, and why',
      description:
        'Counts everybody who is known, and explains the answer for some people of each side. A person whose language the widget has not been told reads an unknown one here. Changes nothing.',
      request: { body: body(audience.AudienceQuestion) },
      responses: { 200: json(audience.AudienceAnswer, 'How many, and examples with their reasons') },
    }),
    async (c) => {
      const { workspaceId } = c.var;
      const { condition, verifiedOnly, examples } = c.req.valid('json');
      const now = clock.now();
      const catalogue = catalogueOf(await published.of(workspaceId));
      requireSize(condition, catalogue);
      const { segments } = catalogue;
      const moment = { now, verifiedOnly, sharedChecklists: sharedChecklistsIn(catalogue), segments };
      const answer = await database.forWorkspace(workspaceId).read(async (db) => {
        const some = async (isIn: boolean) => {
          const side = { isIn, limit: examples };
          const ids = examples > 0 ? await audiences.sample(db, workspaceId, condition, moment, side) : [];
          return examplesOf(db, workspaceId, ids, { catalogue, condition, now });
        };
        return {
          ...(await audiences.reach(db, workspaceId, condition, moment)),
          matched: await some(true),
          others: await some(false),
        };
      });
      return c.json(answer, 200);
    },
  );

/** Databases take no statement of any length. @throws {AppError} `invalid` */
function requireSize(condition: Condition, { segments }: Catalogue): void {
  if (segmentsNamedIn(condition).length === 0 || partsIn(condition, segments) <= MAX_PARTS) return;
  throw new AppError('invalid', 'condition: is too large with everything in its segments', {
    errors: [{ path: 'condition', code: 'too_large', message: 'is too large with its segments' }],
  });
}
