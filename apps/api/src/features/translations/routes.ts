import {
  OpenTextsImportQuery,
  OpenTextsImportReport,
  OpenTextsImportRequest,
  OpenTextsQuery,
  TranslationReport,
  TranslationReportQuery,
} from '@banso/contract/translation-report';
import { contents, workspaces } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { KINDS } from '../../contents/kinds.ts';
import { FORMATS } from '../../contents/translations/formats.ts';
import {
  contentIdsOf,
  etagOfMany,
  type PartPlan,
  planMany,
  reportOf,
} from '../../contents/translations/import-many.ts';
import { countsOf, isTaken } from '../../contents/translations/import-plan.ts';
import { requireClean, requireStorable } from '../../contents/translations/import-refusals.ts';
import { openFile } from '../../contents/translations/open-file.ts';
import { openReport } from '../../contents/translations/open-report.ts';
import { takeOver } from '../../contents/translations/take-over.ts';
import { body, json, operation, router } from '../../operation.ts';
import { requiredTag } from '../../revision.ts';

const path = '/v1/translations';
const tags = ['translations'];

/** The texts of all contents together: what is open, out to translators, and in again. Mounted at the root. */
export const openTranslationRoutes = ({ database, clock }: Deps) =>
  router()
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/reports/translations',
        tags: ['reports'],
        summary: 'How complete the contents are in each language, and what is missing or outdated',
        description:
          'Archived contents are left out. A text is outdated when its words in the default language have changed since the last publication and the translation has not. `absent`: a language of the workspace that the content does not have. At most 500 texts are listed; `open` counts all, and `GET /v1/translations` has them.',
        request: { query: TranslationReportQuery },
        responses: { 200: json(TranslationReport, 'By language, and by content') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const workspace = await workspaces.find(database.control, workspaceId);
        const drafts = await database
          .forWorkspace(workspaceId)
          .read((db) => contents.listBesidePublished(db, workspaceId));
        return c.json(openReport(drafts, workspace?.locales ?? [], c.req.valid('query')), 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'Everything that is missing or outdated in one language, as CSV or XLIFF 2.1',
        description:
          'As the files of one content, with the id and the name of each: two more columns in CSV, a `file` for each content in XLIFF. One source language at a time.',
        request: { query: OpenTextsQuery },
        responses: {
          200: {
            description: 'The file',
            content: {
              'text/csv': { schema: z.string() },
              'application/xliff+xml': { schema: z.string() },
            },
          },
        },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { format, locale, source } = c.req.valid('query');
        const drafts = await database
          .forWorkspace(workspaceId)
          .read((db) => contents.listBesidePublished(db, workspaceId));
        const { type, write, ending } = FORMATS[format];
        return c.body(write(openFile(drafts, locale, source), 'nothing-open'), 200, {
          'content-type': type,
          'content-disposition': `attachment; filename="open.${locale}.${ending}"`,
        });
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path,
        tags,
        summary: 'Take over a translated file into the drafts of many contents: all of it, or nothing',
        description:
          'By the rules of `POST …/{id}/translations`, content by content. `dryRun=true` says what would change; its ETag guards the import. A content that is not there, or not in the language, is a problem as a text that is not there. Without `skip=true` one of them refuses the whole file.',
        request: {
          query: OpenTextsImportQuery,
          headers: z.object({ 'if-match': z.string().optional() }),
          body: body(OpenTextsImportRequest),
        },
        responses: { 200: json(OpenTextsImportReport, 'What became of each text') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const act = { workspaceId, principal, at: clock.now() };
        const isDry = c.req.valid('query').dryRun === 'true';
        const { format, text } = c.req.valid('json');
        const file = FORMATS[format].read(text);
        const ids = contentIdsOf(file);
        const scoped = database.forWorkspace(workspaceId);
        const look = async (db: Parameters<typeof contents.listByIds>[0]) => {
          const found = await contents.listByIds(db, workspaceId, ids);
          return { found, parts: planMany(found, file) };
        };
        const done = await (isDry
          ? scoped.read(look)
          : scoped.write(async (db) => {
              const { parts } = await look(db);
              requiredTag(c, etagOfMany(parts));
              if (c.req.valid('query').skip !== 'true') requireClean(parts.flatMap(problemsOf));
              for (const { record, plan } of parts) {
                if (!record || !plan) continue;
                requireStorable(KINDS[record.kind].schemas.Draft, plan.draft);
                await takeOver(db, act, record, plan, { locale: file.locale, format });
              }
              return { found: await contents.listByIds(db, workspaceId, ids), parts };
            }));
        const texts = done.parts.flatMap((part) => part.texts);
        const kinds = new Map(done.found.map(({ id, kind }) => [id, kind]));
        if (isDry) c.header('etag', etagOfMany(done.parts));
        return c.json(
          {
            locale: file.locale,
            applied: !isDry && texts.some(isTaken),
            counts: countsOf(texts),
            contents: done.parts.map((part) => reportOf(part, kinds)),
          },
          200,
        );
      },
    );

/** What cannot be taken over of one part, each key with the content in front. */
const problemsOf = ({ id, plan, texts }: PartPlan) =>
  (plan?.problems ?? texts).map((text) => ({ ...text, key: `${id} ${text.key}` }));
