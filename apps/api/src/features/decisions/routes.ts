import { common } from '@banso/contract';
import * as decision from '@banso/contract/decision';
import { decisions } from '@banso/database';
import type { Deps } from '../../app-env.ts';
import { body, json, operation, router } from '../../operation.ts';
import { catalogueOf } from '../../recorder/catalogue.ts';
import { whatIf } from './what-if.ts';

const tags = ['decisions'];

/** What was decided for whom and why, and what would be. Mounted at the root: `/v1/decisions`. */
export const decisionRoutes = ({ database, clock, published }: Deps) =>
  router()
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/decisions',
        tags,
        summary: 'What was decided for people, and why, newest first',
        description:
          'One line for each change of the decision for a person and a content. With `at`, what was in force for one person at that moment. A decision is written a moment after it was answered.',
        request: { query: decision.DecisionQuery },
        responses: { 200: json(common.page(decision.Decision), 'A page of decisions') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { contact, account, content, limit, cursor, ...filter } = c.req.valid('query');
        const page = await database
          .forWorkspace(workspaceId)
          .read((db) =>
            decisions.list(
              db,
              workspaceId,
              { ...filter, contactId: contact, accountId: account, contentId: content },
              { limit, cursor },
            ),
          );
        return c.json(page, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'post',
        path: '/v1/decisions/what-if',
        tags,
        summary: 'What would be decided for a person if some facts were different',
        description:
          'Of every live content what would be decided if the person came at `at`, and what with the changes, in their order. Keeps nothing and shows nothing to anybody.',
        request: { body: body(decision.WhatIfRequest) },
        responses: { 200: json(decision.WhatIfAnswer, 'Both decisions of every live content, by name') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { at = clock.now(), ...question } = c.req.valid('json');
        const catalogue = catalogueOf(await published.of(workspaceId));
        const data = await database
          .forWorkspace(workspaceId)
          .read((db) => whatIf(db, workspaceId, { ...question, catalogue, at }));
        return c.json({ at, data }, 200);
      },
    );
