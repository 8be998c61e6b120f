import { common } from '@banso/contract';
import * as pacing from '@banso/contract/pacing';
import { contentState, transactions } from '@banso/database';
import { waveAt } from '@banso/domain/decide';
import { addMs, DAY_MS } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { contentDesk } from '../../contents/desk.ts';
import { KINDS } from '../../contents/kinds.ts';
import { contentRoutes } from '../../contents/routes.ts';
import { json, operation } from '../../operation.ts';

/** Mounted at the root: `/v1/surveys`. */
export const surveyRoutes = (deps: Deps) =>
  contentRoutes(deps, KINDS.survey).openapi(
    operation('read', {
      method: 'get',
      path: '/v1/surveys/{id}/pacing',
      tags: ['surveys'],
      summary: 'How far a survey is with its waves, its quota and what it asks about',
      request: { params: z.object({ id: common.SurveyId }) },
      responses: { 200: json(pacing.SurveyPacing, 'Answers so far, the wave of today, and what waits') },
    }),
    async (c) => {
      const { reading } = contentDesk(deps, KINDS.survey);
      const found = await reading(c, c.req.valid('param').id, async ({ id, draft }, act, db) => {
        const { waves, transaction } = draft.delivery;
        const wave = waves && waveAt(waves, act.at);
        const answered = async (since?: string) =>
          (await contentState.countAnswered(db, act.workspaceId, [id], since)).get(id) ?? 0;
        return {
          answered: { total: await answered(), inWave: wave ? await answered(wave.from) : null },
          wave: wave ? { number: wave.index + 1, from: wave.from, to: wave.to } : null,
          openTransactions: transaction
            ? await transactions.countOpen(db, act.workspaceId, {
                contentId: id,
                since: addMs(act.at, -transaction.withinDays * DAY_MS),
              })
            : null,
        };
      });
      return c.json(found, 200);
    },
  );
