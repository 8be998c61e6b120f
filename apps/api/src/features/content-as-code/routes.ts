import * as asCode from '@banso/contract/as-code';
import type { Deps } from '../../app-env.ts';
import { exportContents } from '../../contents/as-code/export-contents.ts';
import { importContents } from '../../contents/as-code/import-contents.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { themeRightsOf } from '../../themes/rules.ts';

const tags = ['content-as-code'];

/** Contents as files, out of one workspace and into another. Mounted at the root: `/v1/exports`, `/v1/imports`. */
export const contentAsCodeRoutes = (deps: Deps) =>
  router()
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/exports/content',
        tags,
        summary: 'The drafts, segments and themes of a workspace as files that people and git read',
        description:
          'One YAML file a content, a saved segment or a theme, named by its kind and slug. They name each other that way too, so that the files mean the same in every workspace. `ownIds` tells of lists by ids of ours, which only this workspace knows.',
        request: { query: asCode.ExportQuery },
        responses: { 200: json(asCode.Export, 'The files') },
      }),
      async (c) => {
        const { content, references } = c.req.valid('query');
        const { workspaceId } = c.var;
        const selection = content === undefined ? {} : { content, references: references === 'true' };
        const found = await deps.database
          .forWorkspace(workspaceId)
          .read((db) => exportContents(db, workspaceId, selection));
        return c.json(found, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: '/v1/imports/content',
        tags,
        summary: 'Take files into the drafts, segments and themes of the workspace: all of them, or nothing',
        description:
          'As exported. A content is found by its kind and slug, and created where it is not there; what the workspace has beside the files is left alone. `dryRun=true` says what would change. A draft that was changed here since the last import is a conflict and refuses the whole import, unless `replace` names it at the revision that the dry run told. `publish` publishes what is new, under the rules of the workspace. A segment has no draft: its new condition acts at once on what customers see, under the rules of `PATCH /v1/segments/{id}`; `actsOn` names it. So does the new look of a theme, under those of `PATCH /v1/themes/{id}`.',
        request: { query: asCode.ImportQuery, body: body(asCode.ImportRequest) },
        responses: { 200: json(asCode.ImportReport, 'What became, or would become, of each content') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { files, publish, note, replace } = c.req.valid('json');
        const rights = themeRightsOf(principal);
        if (publish && !rights.publish)
          throw new AppError('forbidden', 'Publishing takes the permission to publish.');
        const act = { workspaceId, principal, at: deps.clock.now() };
        const dryRun = c.req.valid('query').dryRun === 'true';
        const wish = { publish, note, replace, dryRun, rights };
        return c.json(await importContents(deps, act, files, wish), 200);
      },
    );
